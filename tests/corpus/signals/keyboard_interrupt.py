# status: -2
import os
import signal


def interrupted():
    try:
        os.kill(os.getpid(), signal.SIGINT)
        for i in range(10**6):
            pass
    except KeyboardInterrupt as error:
        print("caught", type(error).__name__, error.args)
    finally:
        print("finally")


def uncaught():
    try:
        os.kill(os.getpid(), signal.SIGINT)
    finally:
        print("cleaning up")


interrupted()
uncaught()
