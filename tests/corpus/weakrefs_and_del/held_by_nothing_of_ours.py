"""Defaults, globals and frames of functions die when nothing of the program holds them."""

import gc
import textwrap


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def with_default(x=Noisy("default"), *, y=Noisy("keyword-only default")):
    return 1


try:
    with_default(1, 2)
except TypeError as error:
    print(error)
with_default(x=1)
with_default()
del with_default
print("the function is gone")

SOURCE = """
def sorts():
    return sorted([2, 1], key=lambda x: -x), textwrap.dedent("  x"), helper(1)


def helper(x):
    return x + 1


def recursive(n):
    def inner():
        return recursive(n - 1)

    return inner() if n else 0


class A:
    def method(self):
        return helper(2)


print(sorts(), recursive(2), A().method())
"""
for text in (SOURCE, compile(SOURCE, "compiled", "exec")):
    for name in ("first", "second"):
        namespace = {"noisy": Noisy(name), "textwrap": textwrap}
        exec(text, namespace)
        del namespace
        gc.collect()
        print("the namespace is gone")

namespace = {"noisy": Noisy("simple")}
exec("x = len('abc')", namespace)
del namespace
print("the simple namespace is gone")


def callee(value):
    return value


def caller():
    def inner(value=Noisy("inner default")):
        return callee(value)

    inner()
    return "called"


print(caller())
print(caller())
