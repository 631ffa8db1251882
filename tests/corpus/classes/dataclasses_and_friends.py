import collections
import dataclasses
import enum
import typing


@dataclasses.dataclass(order=True)
class Point:
    x: int
    y: int = 0
    tags: list = dataclasses.field(default_factory=list, compare=False)
    length: float = dataclasses.field(init=False, repr=False, default=0.0)

    def __post_init__(self):
        self.length = (self.x**2 + self.y**2) ** 0.5


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    name: str
    size: int = 1


p, q = Point(3, 4), Point(1)
print(p, p.length, p > q, p == Point(3, 4, ["x"]), dataclasses.replace(q, y=9), dataclasses.asdict(p))
print([f.name for f in dataclasses.fields(Point)], dataclasses.astuple(q))
f = Frozen(name="n")
print(f, hash(f) == hash(Frozen(name="n")))
try:
    f.name = "other"
except dataclasses.FrozenInstanceError as error:
    print(type(error).__name__, error)
try:
    Point()
except TypeError as error:
    print(error)
try:
    Frozen("positional")
except TypeError as error:
    print(error)


class Color(enum.Enum):
    RED = 1
    GREEN = enum.auto()
    BLUE = "b"
    ALIAS = 1

    @property
    def lower(self):
        return self.name.lower()

    @classmethod
    def _missing_(cls, value):
        return cls.BLUE if value == "sky" else None


class Flag(enum.Flag):
    A = enum.auto()
    B = enum.auto()
    AB = A | B


class Number(enum.IntEnum):
    ONE = 1
    TWO = 2


print(list(Color), Color.ALIAS is Color.RED, Color(2), Color["BLUE"].lower, Color("sky"), repr(Flag.AB), Flag.A | Flag.B, Number.TWO + 1)
try:
    Color(99)
except ValueError as error:
    print(error)
try:
    Color.RED = 5
except AttributeError as error:
    print(error)
Pair = collections.namedtuple("Pair", "left right", defaults=[0])


class Typed(typing.NamedTuple):
    name: str
    value: int = 5

    def double(self):
        return self.value * 2


t = Typed("n")
print(Pair(1), Pair(1, 2)._replace(left=5), Pair._fields, t, t.double(), t[0], t == ("n", 5), t._asdict())
name, value = t
print(name, value)


class Movie(typing.TypedDict, total=False):
    title: str


@typing.runtime_checkable
class Closer(typing.Protocol):
    def close(self) -> None: ...


T = typing.TypeVar("T")


class Stack(typing.Generic[T]):
    def push(self, item: T) -> "Stack[T]":
        return self


print(Movie(title="x"), isinstance(open, Closer), Stack[int], Stack[int]().push(1).__class__.__name__, typing.get_type_hints(Stack.push))
print(typing.Optional[int], list[int] | None, typing.cast(int, "x"), typing.get_args(dict[str, int]))
