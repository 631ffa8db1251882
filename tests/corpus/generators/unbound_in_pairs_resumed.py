"""Unbound variables where two instructions are executed as one, in what is resumed: every time that
a generator goes on warms its code up, also while it delegates."""

import types


def nothing(*arguments):
    """Take anything."""


def where(error):
    entry = error.__traceback__
    while entry.tb_next is not None:
        entry = entry.tb_next
    first = entry.tb_frame.f_code.co_firstlineno
    return entry.tb_frame.f_code.co_name, entry.tb_lineno - first, entry.tb_lasti


def again(function):
    """The function with a code object that has never run."""
    return types.FunctionType(function.__code__.replace(), globals())


def end(iterator):
    """Go through an iterator; where it fails, or None."""
    try:
        for _ in iterator:
            pass
    except UnboundLocalError as error:
        return where(error)
    return None


def drive(coroutine):
    try:
        while True:
            coroutine.send(None)
    except UnboundLocalError as error:
        return where(error)
    except StopIteration as stop:
        return stop.value


@types.coroutine
def suspend(n):
    for i in range(n):
        yield i


class Iterator:
    """What is delegated to without being a generator."""

    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration
        return self.n


def plain(n, bound):
    for i in range(n):
        if i >= bound:
            y = i
        yield i
    nothing(
        n,
        y,
    )


def by_hand(n, bound):
    i = 0
    while i < n:
        if i >= bound:
            y = i
        yield i
        i += 1
    nothing(
        n,
        y,
    )


def delegating(iterator, c):
    if c:
        y = 1
    yield from iterator
    nothing(
        c,
        y,
    )


def delegating_twice(n, m, c):
    if c:
        y = 1
    yield from range(n)
    yield from suspend(m)
    nothing(
        c,
        y,
    )


async def awaiting(n, c):
    if c:
        y = 1
    await suspend(n)
    nothing(
        c,
        y,
    )


async def looping(n, m, c):
    if c:
        y = 1
    for _ in range(n):
        await suspend(m)
    nothing(
        c,
        y,
    )


async def nested(n, c):
    if c:
        y = 1
    try:
        await awaiting(n, c)
    except UnboundLocalError as error:
        inner = where(error)
        try:
            nothing(
                inner,
                y,
            )
        except UnboundLocalError as error:
            return inner, where(error)


async def ticks(n, c):
    if c:
        y = 1
    for i in range(n):
        await suspend(1)
        yield i
    nothing(
        c,
        y,
    )


async def collecting(n, c):
    if c:
        y = 1
    try:
        async for i in ticks(n, c):
            nothing(i)
    except UnboundLocalError as error:
        inner = where(error)
        try:
            nothing(
                inner,
                y,
            )
        except UnboundLocalError as error:
            return inner, where(error)


def throwing(c):
    """Exceptions thrown in do not warm up."""
    if c:
        y = 1
    while True:
        try:
            yield
        except ValueError:
            continue
        except KeyError:
            break
    nothing(
        c,
        y,
    )


def thrown(times):
    generator = again(throwing)(False)
    next(generator)
    for _ in range(times):
        generator.throw(ValueError)
    try:
        generator.throw(KeyError)
    except UnboundLocalError as error:
        return where(error)


print("plain")
for function in (plain, by_hand):
    for n in range(2, 12):
        print(n, end(again(function)(n, 99)))
    function = again(function)
    for _ in range(6):
        print(end(function(2, 99)))

print("delegating")
for n in range(4, 12):
    print(n, end(again(delegating)(range(n), False)), end(again(delegating)(Iterator(n), False)))
    print(n, end(again(delegating)(plain(n, 0), False)))
    print(n, end(again(delegating_twice)(n // 2, n - n // 2, False)))
function = again(delegating)
for _ in range(6):
    print(end(function((1, 2), False)))

print("awaiting")
for n in range(4, 12):
    print(n, drive(again(awaiting)(n, False)))
for n, m in ((2, 1), (2, 2), (3, 1), (3, 2), (4, 1), (1, 5), (1, 6), (1, 7)):
    print(n, m, drive(again(looping)(n, m, False)))
function = again(awaiting)
for _ in range(6):
    print(drive(function(1, False)))
for n in (2, 3, 2, 3, 1, 4):
    print(n, drive(nested(n, False)))
for n in (1, 2, 1, 3, 2):
    print(n, drive(collecting(n, False)))

print("throwing")
for times in range(12):
    print(times, thrown(times))
