"""An audit hook hears of what the program does, and of nothing else."""

import sys
import types

events = []
listening = False


def hook(event, args):
    if listening:
        events.append(event)


sys.addaudithook(hook)


class Finalized:
    def __del__(self):
        events.append("finalized")


def everything():
    def inner(x, y=1, *, z=2):
        return x + y + z

    try:
        1 / 0
    except ZeroDivisionError as error:
        repr(error)

    class A:
        attribute = 1

        def method(self):
            return [i for i in range(3)]

    sorted([1, 2], key=inner)
    A().method()

    def generator():
        yield 1
        yield from [2]

    list(generator())
    list(x for x in "ab")
    exec("z = 1; print(z)")
    eval("1 + 1")
    compile("1", "x", "eval")
    eval(compile("[lambda: 1]", "y", "eval"))
    sys._getframe()

    def deep(n):
        return Finalized() if n == 0 else deep(n - 1)

    deep(5)
    type("Q", (), {"__slots__": ()})
    inner.__code__
    inner.__defaults__
    inner.__kwdefaults__
    inner.__defaults__ = (4,)
    types.FunctionType(inner.__code__, {})
    id(inner)
    sys.exc_info()
    try:
        inner(1, 2, 3, 4)
    except TypeError as error:
        print(error)
    try:
        from sys import nothing
    except ImportError as error:
        print(error)
    sys.audit("my.own", 1)


def recursive():
    recursive()


for _ in range(2):
    listening = True
    everything()
    listening = False
    print(events)
    events.clear()

listening = True
try:
    recursive()
except RecursionError as error:
    listening = False
    print(error)


class Refuses:
    def __init__(self):
        self.on = False

    def __call__(self, event, args):
        if self.on and event == "builtins.id":
            raise PermissionError(f"{event} {len(args)}")


refuses = Refuses()
sys.addaudithook(refuses)
refuses.on = True
try:
    id(1)
except PermissionError as error:
    print(error)
refuses.on = False
print(sys.addaudithook(hook=lambda *args: None))
