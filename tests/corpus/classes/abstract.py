import abc
import collections.abc


class Shape(abc.ABC):
    @property
    @abc.abstractmethod
    def area(self): ...

    @abc.abstractmethod
    def draw(self):
        return "base draw"

    @classmethod
    def __subclasshook__(cls, other):
        if cls is Shape and any("looks_like_a_shape" in k.__dict__ for k in other.__mro__):
            return True
        return NotImplemented


class Square(Shape):
    def __init__(self, side):
        self.side = side

    @property
    def area(self):
        return self.side**2

    def draw(self):
        return super().draw() + " of a square"


class Partial(Shape):
    def draw(self): ...


class Duck:
    looks_like_a_shape = True


print(Square(3).area, Square(3).draw(), isinstance(Duck(), Shape), issubclass(int, Shape))
for kind in (Shape, Partial):
    try:
        kind()
    except TypeError as error:
        print(error)
Shape.register(int)
print(isinstance(5, Shape), sorted(Partial.__abstractmethods__))


class Mapping(collections.abc.Mapping):
    def __getitem__(self, key):
        if key in "ab":
            return key * 2
        raise KeyError(key)

    def __iter__(self):
        return iter("ab")

    def __len__(self):
        return 2


m = Mapping()
print(dict(m), m.get("z", 0), list(m.items()), "a" in m, m == {"a": "aa", "b": "bb"}, {**m})


class It:
    def __iter__(self): ...
    def __len__(self): ...
    def __contains__(self, x): ...


print(isinstance(It(), collections.abc.Collection), isinstance(It(), collections.abc.Iterator))
