"""Functions that native code calls with an int and None, as if they handled a signal."""

import functools
import signal


def takes(number, frame):
    return number, frame


def takes_all(*args):
    return args


class Made:
    def __new__(cls, number, frame=None):
        made = object.__new__(cls)
        made.given = number, frame
        return made


for number in (0, -1, 2, 65, 1 << 31, 1 << 63, 10**50, True):
    print(functools.partial(takes, number)(None), functools.partial(takes_all, number, None)())
    print(Made(number).given, list(map(takes, [number], [None])))

signal.signal(signal.SIGUSR1, takes)
print(list(map(takes, [int(signal.SIGUSR1)], [3])), list(map(takes_all, [10**30], [None])))
