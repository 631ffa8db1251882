"""f_locals of functions and generators that have ended."""

import sys


def f(x):
    return sys._getframe().f_locals


first, second = f(1), f(2)
f(3)
print(dict(first), dict(second), first["x"])

if sys.version_info >= (3, 14):  # before, this could crash

    def generator():
        a = 42
        yield sys._getframe().f_locals

    variables = next(generator())
    print("a" in variables, variables["a"], dict(variables))
    kept = []
    for variables in generator():
        kept.append(variables)
    print(kept)
