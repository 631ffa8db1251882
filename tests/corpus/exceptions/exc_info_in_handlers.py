import sys


def name():
    current = sys.exc_info()
    return current[0].__name__ if current[0] else None


def inner():
    print("  inner entered with", name())
    try:
        raise KeyError("inner")
    except KeyError:
        print("  inner handler", name(), sys.exception() if hasattr(sys, "exception") else "")
    print("  after inner handler", name())


def generator():
    print("  generator sees", name())
    yield 1
    try:
        raise IndexError("in generator")
    except IndexError:
        yield name()
        print("  resumed in handler", name())
    print("  left handler", name())
    yield name()


print("outside", name())
try:
    raise ValueError("outer")
except ValueError as error:
    print("handler", name(), sys.exc_info()[1] is error, sys.exc_info()[2] is error.__traceback__)
    inner()
    print("back", name())
    for value in generator():
        print("  yielded", value, "outside it is", name())
    print([name() for _ in range(1)], (lambda: name())(), sorted([1], key=lambda _: print("  key", name())))
    try:
        raise TypeError("nested")
    except TypeError:
        print("nested", name())
    else:
        print("never")
    finally:
        print("finally", name())
print("afterwards", name())
g = generator()
next(g)
print(next(g), name())
try:
    raise RuntimeError("while suspended")
except RuntimeError:
    print(next(g), name())
try:
    try:
        1 / 0
    finally:
        print("in finally", name())
except ZeroDivisionError:
    pass


def leave():
    try:
        raise ValueError
    except ValueError:
        return name()


print(leave(), name())
for i in range(2):
    try:
        raise ValueError
    except ValueError:
        continue
print(name())
