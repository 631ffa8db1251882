def inner(name):
    received = None
    while True:
        try:
            received = yield (name, received)
        except KeyError as error:
            received = f"key {error}"
        if received == "stop":
            return f"{name} result"


def outer():
    first = yield from inner("one")
    second = yield from inner("two")
    return first, second


g = outer()
print(next(g), g.send(1), g.throw(KeyError("k")), g.gi_yieldfrom.__name__)
print(g.send("stop"), g.send(5))
try:
    g.send("stop")
except StopIteration as stop:
    print(stop.value)


def over(iterable):
    result = yield from iterable
    print("result", result)


class Custom:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration("custom result")
        return self.n

    def send(self, value):
        print("send", value)
        return next(self)

    def throw(self, *error):
        print("throw", error[0].__class__.__name__ if len(error) == 1 else error)
        return "thrown"

    def close(self):
        print("close")


print(list(over([1, 2])), list(over("ab")), list(over(Custom())), list(over({1: 2})), list(over(x for x in "z")))
g = over(Custom())
print(next(g), g.send("hello"), g.throw(ValueError("v")))
g.close()
for bad in (5, None):
    try:
        list(over(bad))
    except TypeError as error:
        print(error)
g = over([1])
next(g)
try:
    g.send("not None")
except AttributeError as error:
    print(error)
g = over([1, 2])
next(g)
try:
    g.throw(KeyError("into a list"))
except KeyError as error:
    print(repr(error))


def closes():
    try:
        yield from inner("closing")
    except GeneratorExit:
        print("outer closed")
        raise


g = closes()
next(g)
g.close()


def raising():
    yield 1
    raise LookupError("inside")


def catching():
    try:
        yield from raising()
    except LookupError as error:
        yield f"caught {error}"


print(list(catching()))


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


print(list(tree(4)), sum(1 for _ in tree(10)))
