# requires: 3.12
from typing import get_type_hints


def first[T](items: list[T]) -> T:
    return items[0]


def bounded[T: int, U: (str, bytes), *Ts, **P](a: T, b: U) -> tuple[T, U]:
    def inner():
        return T

    return inner(), a, b


class Box[T]:
    item: T

    def __init__(self, item: T):
        self.item = item

    def map[U](self, f: "Callable[[T], U]") -> "Box[U]":
        return Box(f(self.item)), T, U

    class Inner:
        outer_parameter = T


class Child[K, V: str](Box[K], dict):
    pass


type Pair[A, B] = tuple[A, B]
type Recursive = list[Recursive] | int
type Simple = int

print(first([5, 6]), first.__type_params__, first.__annotations__)
print(bounded(1, "x"), bounded.__type_params__, [p.__class__.__name__ for p in bounded.__type_params__])
T, U, Ts, P = bounded.__type_params__
print(T.__bound__, U.__constraints__, Ts.__name__, P.__name__, T.__infer_variance__)
print(Box.__type_params__, Box(1).map(str)[0].item, Box[int], Box.__orig_bases__, Box.__parameters__, Box.Inner.outer_parameter)
print(Child.__type_params__, Child.__orig_bases__, Child.__mro__[1].__name__)
print(Pair, Pair.__type_params__, Pair.__value__, Pair[int, str], Recursive.__value__, Simple.__value__, type(Simple).__name__)
print(first.__qualname__, Box.map.__qualname__, Box.__name__)


def lazily():
    type Broken = undefined_name
    try:
        Broken.__value__
    except NameError as error:
        print(error)

    def bound[X: 1 / 0](): ...

    try:
        bound.__type_params__[0].__bound__
    except ZeroDivisionError as error:
        print(error)


lazily()


class Outer[T]:
    type Alias[S] = dict[S, T]
    value = 5

    def method[Q: value](self, default=value) -> Q:
        return default


print(Outer.Alias.__value__, Outer.method.__type_params__[0].__bound__, Outer().method())
for bad in ("def f[T, T](): pass", "class A[T]((yield)): pass", "type X = (yield)", "def f[T: (x := 1)](): pass"):
    try:
        compile(bad, "<t>", "exec")
    except SyntaxError as error:
        print(error.msg)


def decorated(f):
    print("decorator", f.__type_params__)
    return f


@decorated
def generic[T](x: T = 5) -> T:
    nonlocal_probe = lambda: T
    return nonlocal_probe().__name__, x


print(generic())
