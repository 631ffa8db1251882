"""sys.getrefcount: of variables, of what only the stack has."""

import sys


def of_variable(x):
    print(sys.getrefcount(x))
    y = x
    print(sys.getrefcount(x), sys.getrefcount(y), sys.getrefcount([]))
    count = sys.getrefcount
    print(count(x))


def overwritten(x):
    total = 0
    for i in x:
        total += i
        if i > 8:
            print(sys.getrefcount(x))
        if i == 9:
            x = None
    print(total)


of_variable(list(range(10)))
overwritten(list(range(10)))
