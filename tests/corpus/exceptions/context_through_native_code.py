def fail(*_):
    raise KeyError("from the callback")


class Fails:
    def __eq__(self, other):
        raise IndexError("eq")

    __hash__ = None

    def __iter__(self):
        raise OSError("iter")

    def __repr__(self):
        raise LookupError("repr")

    def __bool__(self):
        raise ArithmeticError("bool")

    def __getattr__(self, name):
        raise AttributeError(name)

    def __enter__(self):
        raise TypeError("enter")

    def __exit__(self, *d): ...

    def __format__(self, spec):
        raise BufferError("format")

    def __add__(self, other):
        raise ZeroDivisionError("add")


def generator():
    yield 1
    raise RuntimeError("generator")


def chain(error):
    out = []
    while error is not None:
        out.append(f"{type(error).__name__}({error})")
        error = error.__context__
    return " <- ".join(out)


actions = [
    lambda: sorted([1, 2], key=fail), lambda: list(map(fail, [1])), lambda: [1, Fails()] == [1, 2], lambda: Fails() in [5],
    lambda: list(Fails()), lambda: repr([Fails()]), lambda: not Fails(), lambda: Fails().x, lambda: f"{Fails()}", lambda: Fails() + 1,
    lambda: [v for v in Fails()], lambda: list(generator()), lambda: (lambda *a: a)(*generator()), lambda: max(1, key=fail), lambda: exec("1 / 0"),
    lambda: int("x"), lambda: [][5], lambda: undefined_name, lambda: {}["k"], lambda: fail(),
]
for number, action in enumerate(actions):
    try:
        raise ValueError("active")
    except ValueError:
        try:
            action()
        except Exception as error:
            print(number, chain(error), error.__context__ is not None and error.__context__.__traceback__ is not None)


def suspended():
    try:
        raise ValueError("inside the generator")
    except ValueError:
        yield
        raise KeyError("after resuming")


g = suspended()
next(g)
try:
    raise TypeError("active at resume")
except TypeError:
    try:
        next(g)
    except KeyError as error:
        print(chain(error))


class Exits:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        raise KeyError("in exit")


try:
    with Exits():
        raise ValueError("body")
except KeyError as error:
    print(chain(error))
try:
    try:
        raise ValueError("one")
    except ValueError:
        with Exits():
            pass
except KeyError as error:
    print(chain(error))
