"""The recursion limit may be any positive int of C."""

import sys

for limit in (10**9, 2**31 - 1, 2**31, 10**30, 0, -1, 1000):
    try:
        sys.setrecursionlimit(limit)
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)
    print(sys.getrecursionlimit())
