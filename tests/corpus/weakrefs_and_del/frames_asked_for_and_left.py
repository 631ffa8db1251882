"""Whoever looks at callers from inside a generator or a callback keeps none of their variables."""

import gc
import json
import sys
import weakref


class Thing:
    pass


def names_of_callers():
    frame = sys._getframe().f_back
    names = []
    while frame is not None:
        names.append(frame.f_code.co_name)
        frame = frame.f_back
    return names


def callers(frame):
    while frame is not None:
        yield frame.f_code.co_name
        frame = frame.f_back


def from_callback():
    thing = Thing()
    sorted([1], key=lambda item: print(names_of_callers()))
    return weakref.ref(thing)


def from_generator():
    thing = Thing()
    for name in callers(sys._getframe()):
        print(name)
    return weakref.ref(thing)


def from_generator_left():
    thing = Thing()
    found = callers(sys._getframe())
    print(next(found), next(found))
    found.close()
    return weakref.ref(thing)


def from_generator_in_a_callback():
    def look(item):
        found = callers(sys._getframe())
        print(*[next(found) for _ in range(6)])
        return names_of_callers()

    thing = Thing()
    print(json.dumps(thing, default=look))
    return weakref.ref(thing)


def call_and_look(function):
    reference = function()
    gc.collect()
    print(reference())


def through_another(function):
    call_and_look(function)


for function in (
    from_callback,
    from_generator,
    from_generator_left,
    from_generator_in_a_callback,
):
    call_and_look(function)
    through_another(function)
