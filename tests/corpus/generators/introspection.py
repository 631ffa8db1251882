import inspect


def gen(n):
    x = 1
    got = yield n, g.gi_running, inspect.getgeneratorstate(g)
    yield from inner()
    x = 3
    yield got


def inner():
    y = "inner local"
    yield y


g = gen(5)
print(g.gi_frame.f_lineno, g.gi_frame.f_lasti, g.gi_suspended, g.gi_running, g.gi_yieldfrom)
print(next(g))
print(g.gi_frame.f_lineno, sorted(g.gi_frame.f_locals), g.gi_suspended, g.gi_frame.f_code is gen.__code__, g.gi_code is gen.__code__)
print(g.send("sent"), g.gi_yieldfrom.__name__, g.gi_yieldfrom.gi_frame.f_locals, g.gi_frame.f_lineno)
print(next(g), g.gi_yieldfrom, g.gi_frame.f_locals["x"])
print(next(g, "exhausted"), g.gi_frame, g.gi_suspended, g.gi_running)
g.__name__, g.__qualname__ = "renamed", "Q.renamed"
print(g.__name__, repr(g).split(" at ")[0])
for attribute in ("gi_code", "gi_frame", "gi_running", "nothing"):
    try:
        setattr(g, attribute, 1)
    except AttributeError as error:
        print(attribute, "cannot be set")
try:
    g.__name__ = 5
except TypeError as error:
    print(error)
print(type(g), iter(g) is g, hasattr(g, "__await__"), g.__iter__() is g, g.__class__.__mro__[1:])
expression = (v for v in [1, 2] if v)
print(expression.__name__, expression.__qualname__, expression.gi_code.co_varnames[0], next(expression), expression.gi_frame.f_locals["v"])


class K:
    def method(self):
        yield self.__class__.__name__

    def __iter__(self):
        yield from "ab"


print(K().method().__qualname__, list(K()), list(K().method()), K().method().gi_code.co_qualname)
try:
    type(g)()
except TypeError as error:
    print(error)
