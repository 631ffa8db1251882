# status: 1
import sys


def forever(n):
    return forever(n + 1)


def depth():
    n = 0

    def inner():
        nonlocal n
        n += 1
        inner()

    try:
        inner()
    except RecursionError as error:
        print(type(error).__name__, error)
    return n


print(sys.getrecursionlimit(), depth() > 900)
sys.setrecursionlimit(200)
print(150 < depth() < 200)
try:
    sys.setrecursionlimit(1)
except RecursionError as error:
    print("limit too low" in str(error) or str(error)[:40])
for bad in (0, -5, "x"):
    try:
        sys.setrecursionlimit(bad)
    except (ValueError, TypeError) as error:
        print(error)
sys.setrecursionlimit(120)
forever(0)
