import os
import signal


def handler(number, frame):
    print("handler", signal.Signals(number).name, frame.f_code.co_name, frame is not None)


old = signal.signal(signal.SIGUSR1, handler)
print(old == signal.SIG_DFL, signal.getsignal(signal.SIGUSR1) is handler)


def function():
    os.kill(os.getpid(), signal.SIGUSR1)
    return "function done"


print(function())


class Stop(Exception):
    pass


def raising(number, frame):
    raise Stop(f"signal {number == signal.SIGALRM}")


signal.signal(signal.SIGALRM, raising)
signal.setitimer(signal.ITIMER_REAL, 0.01)
count = 0
try:
    while True:
        count += 1
except Stop as error:
    print("loop stopped:", error, count > 0)
signal.setitimer(signal.ITIMER_REAL, 0)
signal.signal(signal.SIGUSR1, signal.SIG_IGN)
os.kill(os.getpid(), signal.SIGUSR1)
signal.raise_signal(signal.SIGALRM) if False else None
signal.signal(signal.SIGINT, lambda *_: print("own SIGINT handler"))
signal.raise_signal(signal.SIGINT)
print("end", signal.getsignal(signal.SIGINT) is signal.default_int_handler)
