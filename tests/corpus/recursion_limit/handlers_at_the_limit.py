import sys

sys.setrecursionlimit(300)


def handler_works():
    try:
        handler_works.depth += 1
        return handler_works()
    except RecursionError:
        return helper(3)


def helper(n):
    return "helped" if n == 0 else helper(n - 1)


def finally_runs(log):
    try:
        finally_runs(log)
    finally:
        if len(log) < 3:
            log.append("finally")


class Recursive:
    def __init__(self):
        self.child = Recursive()


class Attribute:
    def __getattr__(self, name):
        return self.other


def mutual_a():
    return mutual_b()


def mutual_b():
    return mutual_a()


def generator():
    yield from generator()


handler_works.depth = 0
try:
    print(handler_works())
except RecursionError:
    print("too little left")
print(handler_works.depth > 250)
log = []
try:
    finally_runs(log)
except RecursionError as error:
    print(log, error.__context__ is None)
for action in (Recursive, lambda: Attribute().x, mutual_a, lambda: list(generator()), lambda: (lambda f: f(f))(lambda f: f(f))):
    try:
        action()
    except RecursionError as error:
        depth, tb = 0, error.__traceback__
        while tb:
            depth, tb = depth + 1, tb.tb_next
        print(type(error).__name__, str(error)[:32], depth > 90)


def count(n=0):
    try:
        return count(n + 1)
    except RecursionError:
        return n


first, second = count(), count()
print(first == second, 250 < first < 300)
sys.setrecursionlimit(400)
print(count() - first)


async def deep(n):
    return n if n == 0 else await deep(n - 1)


try:
    deep(150).send(None)
except StopIteration as stop:
    print(stop.value)
try:
    deep(1000).send(None)
except RecursionError:
    print("coroutines too")
