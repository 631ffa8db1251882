# status: 0
from typing import get_type_hints

x: int = 5
y: "str"
z: list[int]
(w): float = 1.0


class Typed:
    a: int
    b: str = "b"
    c: "Typed"
    a = 3


def function(p: int, q: "text" = 1, *args: str, r: float, **kw: bytes) -> list:
    local: undefined_name = 1
    other: undefined_name
    return local


print(function.__annotations__)
print(Typed.__annotations__)
print(__annotations__ if "__annotations__" in globals() else {"x": int, "y": "str"})
print(function(1, r=2))
print(get_type_hints(Typed))


def targets():
    print("evaluated once")
    return Typed


targets().b: int = 9
print(Typed.b)
items = [0]
items[0]: int = 7
print(items)
