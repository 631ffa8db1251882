"""Trace events of generators, coroutines, async generators, throw, close and delegation."""
import asyncio
import sys

events = []


def tracer(frame, event, arg):
    name = frame.f_code.co_name
    if frame.f_code.co_filename != __file__ or name == "tracer":
        return None
    if event == "exception":
        arg = arg[0].__name__
    elif event != "return" or name not in ("outer", "inner", "thrown", "closed"):
        arg = None
    line = frame.f_lineno and frame.f_lineno - frame.f_code.co_firstlineno
    events.append((name, event, line, arg))
    return tracer


def inner():
    x = yield 1
    yield x
    return 3


def outer():
    result = yield from inner()
    yield result


def thrown():
    try:
        yield 1
    except ValueError:
        yield 2
    yield 3


def closed():
    try:
        yield 1
    finally:
        events.append("cleaning up")


class Iterator:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration
        return self.n


def loops():
    for item in Iterator():
        pass
    for item in (i for i in range(2)):
        pass
    return [item for item in inner()]


async def awaited(x):
    await asyncio.sleep(0)
    return x


async def agen():
    yield 1
    await awaited(2)
    yield 3


class Manager:
    async def __aenter__(self):
        return await awaited(1)

    async def __aexit__(self, *exc):
        return True


async def main():
    a = await awaited(1)
    async for x in agen():
        a += x
    async with Manager() as m:
        raise ValueError
    return [y async for y in agen()]


def drive():
    g = outer()
    next(g)
    g.send(5)
    list(g)
    t = thrown()
    next(t)
    t.throw(ValueError)
    list(t)
    t = thrown()
    next(t)
    try:
        t.throw(KeyError)
    except KeyError:
        pass
    c = closed()
    next(c)
    c.close()
    d = outer()
    next(d)
    try:
        d.throw(KeyError("x"))
    except KeyError:
        pass
    d = outer()
    next(d)
    d.close()
    loops()


started = thrown()
next(started)
sys.settrace(tracer)
drive()
list(started)
sys.settrace(None)
for event in events:
    print(event)
events.clear()
sys.settrace(tracer)
asyncio.run(main())
sys.settrace(None)
for event in events:
    print(event)
