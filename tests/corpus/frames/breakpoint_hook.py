import sys


def hook(*args, **kwargs):
    frame = sys._getframe(1)
    print("break in", frame.f_code.co_name, frame.f_lineno, {k: v for k, v in frame.f_locals.items() if k[0] != "_" and isinstance(v, int)}, args, kwargs)


sys.breakpointhook = hook


def function(a):
    b = a * 2
    breakpoint()
    for i in range(2):
        breakpoint(i, key="k")
    return b


print(function(3))
[breakpoint() for n in range(1)]
(lambda q: breakpoint())(9)


class K:
    c = 5
    breakpoint()


sys.breakpointhook = lambda: 1 / 0
try:
    breakpoint()
except ZeroDivisionError as error:
    print(error)
