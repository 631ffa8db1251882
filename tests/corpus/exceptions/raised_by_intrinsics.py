"""Instructions that call the interpreter's own functions raise."""


def positive(a):
    return +a


def sums(*values):
    return +values


for call in (positive, sums):
    try:
        call(None)
    except TypeError as error:
        print(error)


class Refuses:
    def __pos__(self):
        raise ValueError("no")


try:
    [1, 2, positive(Refuses())]
except ValueError as error:
    print(error)
try:
    exec("from math import *\nfrom nothing_of_this_name import *")
except ImportError as error:
    print(error)


def stops():
    raise StopIteration
    yield


try:
    next(stops())
except RuntimeError as error:
    print(error, repr(error.__cause__))
