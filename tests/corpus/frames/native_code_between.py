"""The frames of library code between those of the program, called from C code."""

import sys
from abc import ABCMeta
from functools import cmp_to_key, partial, singledispatch
from typing import Protocol, Sized


def stack():
    """Who calls, down to the module: the library's functions by their names."""
    frame = sys._getframe(1)
    names = []
    while frame is not None and frame.f_code.co_name != "<module>":
        names.append(frame.f_code.co_name)
        frame = frame.f_back
    return names


class Meta(ABCMeta):
    def __subclasscheck__(cls, other):
        print(stack(), cls.__name__, other.__name__)
        if sys.version_info >= (3, 12):
            print([sys._getframemodulename(i) for i in range(4)])
        print(sys._getframe(1).f_code.co_name, sys._getframe(1).f_globals["__name__"])
        return super().__subclasscheck__(other)


class Base(metaclass=Meta):
    pass


class Derived(Base):
    pass


def checks():
    return isinstance(1, Base), issubclass(int, Base), isinstance(Derived(), Base)


print(checks())


class MyProtocol(Sized, Protocol):
    pass


print(isinstance(1, Sized), isinstance([], Sized))


def compare(a, b):
    names.append(stack())
    return a - b


def sorts():
    return sorted([2, 1], key=cmp_to_key(compare))


names = []
print(sorts(), names, partial(stack)(), list(map(lambda x: stack(), [1])))


@singledispatch
def generic(x):
    return stack()


print(generic(1))
