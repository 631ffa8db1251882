# status: 2
import atexit
import sys


@atexit.register
def second():
    print("still called")


@atexit.register
def first():
    print("raises SystemExit in a handler")
    sys.exit(9)


sys.exit(2)
