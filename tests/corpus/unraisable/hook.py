import sys


class Failing:
    def __del__(self):
        raise ValueError("finalizer")


def hook(unraisable):
    print("hook", unraisable.exc_type.__name__, unraisable.exc_value, unraisable.err_msg, callable(unraisable.object))
    tb = unraisable.exc_traceback
    while tb:
        print("  ", tb.tb_frame.f_code.co_name, tb.tb_lineno)
        tb = tb.tb_next


Failing()
sys.unraisablehook = hook
Failing()


def local():
    item = Failing()


local()


def broken_hook(unraisable):
    raise TypeError("the hook fails too")


sys.unraisablehook = broken_hook
Failing()
sys.unraisablehook = sys.__unraisablehook__
print("end")
