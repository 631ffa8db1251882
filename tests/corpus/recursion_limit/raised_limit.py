import sys

sys.setrecursionlimit(20000)


def count(n):
    return 0 if n == 0 else 1 + count(n - 1)


def even(n):
    return n == 0 or odd(n - 1)


def odd(n):
    return n != 0 and even(n - 1)


class List:
    def __init__(self, n):
        self.next = List(n - 1) if n else None

    def length(self):
        return 1 + (self.next.length() if self.next else 0)


print(count(15000), even(10000))
print(List(300).length())


def chain(n):
    if n:
        yield from chain(n - 1)
    yield n


print(sum(1 for _ in chain(500)))
caught = 0


def nested_try(n):
    global caught
    try:
        if n == 0:
            raise ValueError
        nested_try(n - 1)
    except ValueError:
        caught += 1
        raise


try:
    nested_try(500)
except ValueError:
    print(caught)
