"""Profile functions are told of methods that are C functions bound by hand."""

import sys


class Bound:
    shown = classmethod(repr)
    fails = classmethod(max)
    upper = classmethod(str.upper)
    printed = classmethod(print)


def profile(frame, event, argument):
    told.append((event, getattr(argument, "__name__", argument)))


told = []
sys.setprofile(profile)
Bound().shown()
method = Bound().printed
method(1)
method(2, end="\n")
method(*("3", "4"))
fails = Bound().fails
try:
    fails(*())
except TypeError:
    pass
try:
    Bound().fails()
except TypeError:
    pass
try:
    Bound().upper()
except TypeError:
    pass
sys.setprofile(None)
for each in told:
    print(*each)
