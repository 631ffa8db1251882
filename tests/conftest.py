"""What holds for every test."""

import signal

# A shell starts what it runs in the background with SIGINT ignored, and so would be every program
# that the tests start and interrupt.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
