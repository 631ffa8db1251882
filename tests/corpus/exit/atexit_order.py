# status: 3
import atexit
import sys


@atexit.register
def last():
    print("registered first, runs last")


@atexit.register
def fails():
    print("failing exit handler")
    raise ValueError("in an exit handler")


atexit.register(print, "arguments", 1, sep="-")


class Final:
    def __del__(self):
        print("module variable finalized")


final = Final()


def unregistered():
    print("never")


atexit.register(unregistered)
atexit.unregister(unregistered)
print("main")
sys.exit(3)
