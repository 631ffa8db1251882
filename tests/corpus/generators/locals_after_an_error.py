"""The variables of a generator that an error has ended, in the error's traceback."""

import sys


def numbers(context, missing=4):
    def inner():
        return missing

    yield 1
    1 / 0


async def ticks(limit):
    later = lambda: limit
    yield 1
    raise KeyError(later())


def shown(frame):
    print(frame.f_code.co_name, sorted(frame.f_locals))
    print({key: type(value).__name__ for key, value in frame.f_locals.items()})


for walk in (list, sum, lambda each: [*each]):
    try:
        walk(numbers(1))
    except ZeroDivisionError as error:
        entry = error.__traceback__
        while entry.tb_next is not None:
            entry = entry.tb_next
        shown(entry.tb_frame)
        print(entry.tb_frame.f_locals["missing"])

generator = numbers(2)
next(generator)
frame = generator.gi_frame
try:
    next(generator)
except ZeroDivisionError:
    pass
print(sorted(frame.f_locals))
asynchronous = ticks(3)
try:
    asynchronous.__anext__().send(None)
except StopIteration as stop:
    print(stop.value)
try:
    asynchronous.__anext__().send(None)
except KeyError as error:
    shown(error.__traceback__.tb_next.tb_frame)
