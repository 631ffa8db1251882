# status: 1
import sys


def hook(kind, value, traceback):
    raise TypeError("the hook itself fails")


sys.excepthook = hook


def fail():
    raise ValueError("original")


fail()
