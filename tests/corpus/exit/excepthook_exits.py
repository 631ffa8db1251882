# status: 17
import sys


def hook(kind, value, traceback):
    print("hook", kind.__name__)
    raise SystemExit(17)


sys.excepthook = hook
raise ValueError("x")
