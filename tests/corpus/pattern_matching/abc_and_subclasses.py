import collections
import collections.abc
import dataclasses


class Seq(collections.abc.Sequence):
    def __len__(self):
        return 2

    def __getitem__(self, index):
        print("item", index)
        if index > 1:
            raise IndexError
        return index * 10


@dataclasses.dataclass
class Add:
    left: object
    right: object


@dataclasses.dataclass
class Neg:
    value: object


def evaluate(tree):
    match tree:
        case int() | float():
            return tree
        case Add(left, Add() as right):
            return evaluate(left) + evaluate(right)
        case Add(left=l, right=r):
            return evaluate(l) + evaluate(r)
        case Neg(Neg(inner)):
            return evaluate(inner)
        case Neg(value):
            return -evaluate(value)
        case ["sum", *items]:
            return sum(map(evaluate, items))
        case {"op": "mul", "args": [first, *rest]}:
            return evaluate(first) * (evaluate({"op": "mul", "args": rest}) if rest else 1)
        case str(name) if name.isidentifier():
            raise NameError(name)
        case unknown:
            raise TypeError(f"cannot evaluate {unknown!r}")


match Seq():
    case [0, b]:
        print("sequence", b)
match collections.deque([1, 2, 3]):
    case [first, *_, last]:
        print(first, last)
match collections.ChainMap({"a": 1}):
    case {"a": a}:
        print("mapping", a)
match collections.Counter("aab"):
    case {"a": 2, **rest}:
        print(rest)
match collections.namedtuple("P", "x y")(1, 2):
    case (x, 2):
        print("tuple", x)
match True:
    case int(v):
        print("int", v)
print(evaluate(Add(1, Add(2, Neg(Neg(3))))), evaluate(["sum", 1, Neg(2), Add(3, 4)]), evaluate({"op": "mul", "args": [2, 3, 4]}))
for bad in ("name", "no name", None):
    try:
        evaluate(Add(1, bad))
    except (NameError, TypeError) as error:
        print(type(error).__name__, error)
