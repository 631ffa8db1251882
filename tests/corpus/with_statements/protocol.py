class Manager:
    def __init__(self, name, suppress=False, enter_error=None, exit_error=None):
        self.name, self.suppress = name, suppress
        self.enter_error, self.exit_error = enter_error, exit_error

    def __enter__(self):
        print("enter", self.name)
        if self.enter_error:
            raise self.enter_error
        return self.name

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__, value, traceback is not None)
        if self.exit_error:
            raise self.exit_error
        return self.suppress


with Manager("a") as a, Manager("b") as b:
    print(a, b)
with (
    Manager("c", suppress=True) as c,
    Manager("d") as (first),
):
    raise ValueError("suppressed")
try:
    with Manager("e"), Manager("f", enter_error=KeyError("in enter")):
        print("never")
except KeyError as error:
    print(repr(error), error.__context__)
try:
    with Manager("g", exit_error=OSError("in exit")):
        raise ValueError("body")
except OSError as error:
    print(repr(error), repr(error.__context__))


def returns():
    with Manager("h") as h:
        return h


def loops():
    for i in range(3):
        with Manager(f"loop{i}"):
            if i == 0:
                continue
            break
    return i


print(returns(), loops())
with Manager("t") as (x, *y):
    print(x, y)
box = {}
with Manager("box") as box["key"]:
    print(box)
try:
    with Manager("bad unpack") as (p, q, r, s, t_, u, v):
        print("never")
except ValueError as error:
    print(error)
