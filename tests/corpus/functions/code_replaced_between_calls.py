"""A function whose code object is replaced between calls, at the same calling instructions."""


def first(*args, **kwargs):
    return "first", args, kwargs


def second(*args, **kwargs):
    return "second", args, kwargs


def third():
    return "third", 1


def generator(*args, **kwargs):
    yield args


def swapping(function):
    function.__code__ = second.__code__
    return function


def call(*args, **kwargs):
    return first(1), first(k=2), first(*args, **kwargs)


print(call(3))
first.__code__ = second.__code__
print(call(3))
first.__code__ = third.__code__.replace(co_consts=tuple(7 if c == 1 else c for c in third.__code__.co_consts))
try:
    print(call(3))
except TypeError as error:
    print(error)
for _ in range(3):
    print(first() if _ else "nothing")
first.__code__ = generator.__code__
print([list(g) for g in call(3)])
first.__code__ = first.__code__.replace(co_name="renamed")
print([list(g) for g in call(3)], first.__code__.co_name)
first.__code__ = second.__code__
print(call(4))


def lazy(*args):
    return swapping(lazy)(*args)


print(lazy(1), lazy(2))


class C:
    def method(self):
        return "method", type(self).__name__

    def other(self):
        return "other"


c = C()
for code in (C.other.__code__, C.method.__code__, (lambda self: "lambda").__code__):
    print(c.method())
    C.method.__code__ = code
print(c.method())
