# status: -2
import os
import signal


def key(value):
    if value == 3:
        os.kill(os.getpid(), signal.SIGINT)
    return value


try:
    sorted([1, 2, 3], key=key)
    for _ in range(100):
        pass
except KeyboardInterrupt:
    print("caught once")


def generator():
    try:
        yield 1
        os.kill(os.getpid(), signal.SIGINT)
        yield 2
    except KeyboardInterrupt:
        print("inside the generator")
        raise


for value in generator():
    print(value)
