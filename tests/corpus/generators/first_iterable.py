"""The iterable of a generator expression, its iterator, and what f_locals tells of them."""

import asyncio
import sys


class It:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        print("iter", self.n)
        return iter(range(self.n))

    def __del__(self):
        print("del", self.n)


def show(g):
    print({k: type(v).__name__ for k, v in g.gi_frame.f_locals.items()})


for value in ([1, 2], (1, 2), range(3), {1: 2}, It(3), iter([4])):
    g = (x for x in value)
    show(g)
    print(next(g))
    show(g)
    print(list(g))
g = (x for x in It(4))
print("made")
g.close()
print("closed")
g = (x for x in It(5))
del g
print("gone")
g = (x for x in It(6))
next(g)
del g
print("gone")
if sys.version_info >= (3, 15):  # before, it is what the generator goes through
    for other in ([7, 8], None, 42):
        g = (x for x in It(3))
        g.gi_frame.f_locals[".0"] = other
        show(g)
        print(list(g))
g = ((lambda: x) for x in [1, 2])  # noqa: B023
print([f() for f in g])


async def agen(n):
    for i in range(n):
        yield i


async def main():
    g = (x async for x in agen(3))
    print({k: type(v).__name__ for k, v in g.ag_frame.f_locals.items()})
    if sys.version_info >= (3, 15):
        g.ag_frame.f_locals[".0"] = agen(2)
    print([x async for x in g])
    try:
        (x async for x in 5)
    except TypeError as e:
        print(e)
    g = (await asyncio.sleep(0, x) for x in [1, 2])
    print([x async for x in g])


asyncio.run(main())
try:
    (x for x in 5)
except TypeError as e:
    print(e)
g = (x for x in [1])
try:
    g.throw(ValueError("v"))
except ValueError as e:
    print(e, e.__traceback__.tb_next.tb_lineno)
