# status: 1
import atexit
import sys


@atexit.register
def report():
    print(repr(sys.last_value), sys.last_type.__name__, sys.last_traceback.tb_next.tb_frame.f_code.co_name)
    print(getattr(sys, "last_exc", sys.last_value) is sys.last_value, sys.exc_info())


def fails():
    local = "kept for post mortem"
    raise ValueError("uncaught")


fails()
