def layered():
    try:
        try:
            yield "first"
        except ValueError as error:
            yield f"caught {error}"
            try:
                yield "inner"
            finally:
                yield "inner finally"
        else:
            yield "else"
        finally:
            yield "outer finally"
    except RuntimeError as error:
        yield f"runtime {error} from {error.__context__!r}"
    return "done"


print(list(layered()))
g = layered()
next(g)
print(g.throw(ValueError("v")), next(g), g.throw(RuntimeError("r")), next(g), list(g))


class Manager:
    def __enter__(self):
        print("enter")
        return "managed"

    def __exit__(self, kind, value, tb):
        print("exit", kind and kind.__name__, value)
        return isinstance(value, KeyError)


def managed():
    with Manager() as m:
        yield m
        yield "second"
    yield "after"


g = managed()
print(next(g), g.throw(KeyError("swallowed")), list(g))
g = managed()
next(g)
g.close()
g = managed()
next(g)
try:
    g.throw(OSError("not swallowed"))
except OSError as error:
    print(repr(error))


def returns_in_finally():
    try:
        yield 1
    finally:
        return "returned"


import warnings
g = returns_in_finally()
next(g)
try:
    g.throw(ValueError("dropped"))
except StopIteration as stop:
    print(stop.value)


def loop():
    for i in range(3):
        try:
            got = yield i
            if got == "continue":
                continue
            if got == "break":
                break
            if got == "return":
                return "r"
        finally:
            print("cleanup", i)
    yield "end"


for command in ("continue", "break", "return", None):
    g = loop()
    next(g)
    try:
        print(command, g.send(command), list(g))
    except StopIteration as stop:
        print(command, "stopped", stop.value)
