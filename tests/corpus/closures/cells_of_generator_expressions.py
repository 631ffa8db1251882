"""Generator expressions whose variables are in cells, with free variables and without."""

import asyncio
import sys


def without_free():
    return ((lambda: c) for c in [1, 2])


def with_free(values, least, skipped):
    return (c for c in values if c not in skipped and all(n <= c for n in least))


def several(rows):
    return ((lambda: (a, b, d)) for a, *b in rows for d in b if (lambda: d)())


async def numbers(count):
    for number in range(count):
        yield number


def asynchronous(step):
    return ((lambda: n + step) async for n in numbers(3))


async def collected(generator):
    return [item() async for item in generator]


class InClass:
    base = 2
    made = [f() for f in ((lambda: n * 2) for n in range(base))]


print([f() for f in without_free()])
for _ in range(3):
    print(list(with_free([1, 2, 3, 4], [2, 3], {4})))
print([f() for f in several([(1, 2, 3), (4, 0), (5, 6)])])
print(asyncio.run(collected(asynchronous(10))), InClass.made)

kept = list(without_free())
print([f() for f in kept], kept[0].__closure__ is not None, kept[0].__code__.co_freevars)
begun = with_free(iter([3, 5]), [1], ())
print(sorted(name for name in begun.gi_frame.f_locals if name != ".0"), next(begun), next(begun), next(begun, "end"))
print(max((c for c in "abc" if any(c < d for d in "bcd")), key=lambda c: (c, c)))

lines = []


def tracer(frame, event, argument):
    if "genexpr" in frame.f_code.co_name:
        lines.append((event, frame.f_lineno - frame.f_code.co_firstlineno))
    return tracer


sys.settrace(tracer)
list(with_free([1, 2], [2], ()))
sys.settrace(None)
print(lines)
