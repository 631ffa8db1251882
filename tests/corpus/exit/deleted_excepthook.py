# status: 1
import sys

del sys.excepthook


def fails():
    return {}["no hook"]


fails()
