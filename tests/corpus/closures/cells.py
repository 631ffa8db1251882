def counter(start):
    count = start

    def increment(by=1):
        nonlocal count
        count += by
        return count

    def reset():
        nonlocal count
        count = start

    def make_inner():
        label = f"inner of {start}"

        def inner():
            return label, count, start

        return inner

    return increment, reset, make_inner


increment, reset, make_inner = counter(10)
inner = make_inner()
print(increment(), increment(5), inner())
reset()
print(inner(), inner.__code__.co_freevars, inner.__closure__[0].cell_contents)
functions = []
for i in range(3):
    def shows_last():
        return i
    functions.append(shows_last)
print([f() for f in functions])


def make_many():
    return [lambda: i for i in range(3)], [lambda i=i: i for i in range(3)]


late, early = make_many()
print([f() for f in late], [f() for f in early])


def parameter_cell(a, b, *args, c, **kwargs):
    def show():
        return a, b, args, c, kwargs

    a = "changed"
    b += 1
    return show


print(parameter_cell(1, 2, 3, c=4, d=5)())


def empty_cell():
    def show():
        return later

    try:
        show()
    except NameError as error:
        print(type(error).__name__, error)
    cell = show.__closure__[0]
    try:
        cell.cell_contents
    except ValueError as error:
        print(error)
    later = "now set"
    return show()


print(empty_cell())


def recursive(n):
    def fact(k):
        return 1 if k < 2 else k * fact(k - 1)

    return fact(n)


print(recursive(10))


def class_in_closure(value):
    class Holder:
        attribute = value
        listed = [value for _ in range(2)]

        def get(self):
            return value, self.__class__.__name__, __class__.attribute

    value = "rebound"
    return Holder


H = class_in_closure("first")
print(H.attribute, H.listed, H().get())
import types

cell = types.CellType(5)
made = types.FunctionType(increment.__code__, globals(), "made", (1,), (cell,))
print(made(), cell.cell_contents, made.__name__)
for closure in ((), (cell, cell), (5,), None):
    try:
        types.FunctionType(increment.__code__, globals(), "bad", None, closure)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
