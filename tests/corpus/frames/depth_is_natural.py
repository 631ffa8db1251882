import sys


def depth():
    n, frame = 0, sys._getframe(1)
    while frame:
        n, frame = n + 1, frame.f_back
    return n


class K:
    attribute = depth()

    def __init__(self):
        self.depth = depth()

    def __getattr__(self, name):
        return depth()

    def __eq__(self, other):
        print("eq", depth())
        return True

    def __iter__(self):
        yield depth()

    def __enter__(self):
        return depth()

    def __exit__(self, *details):
        print("exit", depth())

    def __repr__(self):
        return str(depth())

    @property
    def prop(self):
        return depth()


def generator():
    yield depth()
    yield from inner()


def inner():
    yield depth()


def decorate(f):
    return lambda *a: f(*a)


@decorate
def decorated():
    return depth()


def recursive(n):
    return [depth()] if n == 0 else [depth()] + recursive(n - 1)


async def coroutine():
    return depth(), await deeper()


async def deeper():
    return depth()


print(depth(), K.attribute, K().depth, K().missing, K().prop, repr(K()), [K() == 1], list(K()), list(generator()), decorated(), recursive(3))
print((lambda: depth())(), sorted([0], key=lambda v: print("key", depth()) or 0), list(map(lambda v: depth(), [0])), eval("depth()"), [g() for g in [depth]])
exec("print('exec', depth())")
with K() as d:
    print("with", d)
for d in K():
    print("for", d)
try:
    coroutine().send(None)
except StopIteration as stop:
    print(stop.value)
import threading

thread = threading.Thread(target=lambda: print("in a thread", depth() > 1))
thread.start()
thread.join()
print(__import__("functools").reduce(lambda a, b: (a, depth()), [1, 2]), max([1], key=lambda v: depth()), f"{K()!r}")
