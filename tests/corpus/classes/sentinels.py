# requires: 3.15
"""A sentinel's module is that of what makes it."""

import copy
import pickle

MISSING = sentinel("MISSING")


class Container:
    INSIDE = sentinel("Container.INSIDE")


def make():
    return sentinel("LOCAL")


for each in (MISSING, Container.INSIDE, make()):
    print(each, each.__module__, each.__name__, copy.copy(each) is each)
for each in (MISSING, Container.INSIDE):
    print(pickle.loads(pickle.dumps(each)) is each)
try:
    sentinel()
except TypeError as error:
    print(error)
