import sys
import traceback


def inner(value):
    return [value / divisor for divisor in (1, 0)]


def outer():
    try:
        inner(5)
    except ZeroDivisionError:
        traceback.print_exc(file=sys.stdout)
        print(traceback.format_exc().splitlines()[-1])
        try:
            {}["missing"]
        except KeyError:
            traceback.print_exc(file=sys.stdout)
            traceback.print_exc(file=sys.stdout, limit=1, chain=False)
    print(traceback.format_exc(), end="")


outer()


def stack():
    traceback.print_stack(file=sys.stdout)


def via(callback):
    callback()


via(lambda: stack())
for line in traceback.format_stack():
    print(line, end="")
