"""Where errors that cannot be raised have happened: in functions, in callbacks, told to a hook."""
import sys


def yields_again():
    try:
        yield 1
    finally:
        yield 2


def started():
    generator = yields_again()
    next(generator)
    return generator


def hook(unraisable):
    tb = unraisable.exc_traceback
    while tb is not None:
        print(tb.tb_frame.f_code.co_name, tb.tb_lineno)
        tb = tb.tb_next
    print(unraisable.exc_value is not None, unraisable.exc_value.__traceback__ is unraisable.exc_traceback)


def drops():
    held = started()
    held = None


def key(value):
    generator = started()
    del generator
    return value


class Failing:
    def __del__(self):
        raise ValueError("del")


def replaces():
    x = Failing()
    x = 1
    {"a": started()}.clear()


drops()
sorted([1], key=key)
replaces()
print(sys.unraisablehook is sys.__unraisablehook__)
sys.unraisablehook = hook
print(sys.unraisablehook is hook)
drops()
sorted([1], key=key)
replaces()
sys.unraisablehook = sys.__unraisablehook__
print(sys.unraisablehook is sys.__unraisablehook__)
