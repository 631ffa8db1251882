# status: 1
import sys


def hook(kind, value, traceback):
    print("hook:", kind.__name__, value)
    while traceback:
        print("  line", traceback.tb_lineno, "in", traceback.tb_frame.f_code.co_name)
        traceback = traceback.tb_next


sys.excepthook = hook


def fail():
    raise ValueError("seen by the hook")


fail()
