# status: -15
import os
import signal
import sys

print("before", flush=True)
os.kill(os.getpid(), signal.SIGTERM)
print("never")
