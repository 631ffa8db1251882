class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Color:
    RED = "red"


def describe(value):
    match value:
        case None:
            return "none"
        case True | False:
            return "bool"
        case 0 | -1 | 1.5 | 2 + 3j:
            return "special number"
        case "text" | b"bytes":
            return "literal"
        case Color.RED:
            return "dotted"
        case int(n) if n > 100:
            return f"large {n}"
        case int() | float() as number:
            return f"number {number}"
        case []:
            return "empty sequence"
        case [x]:
            return f"one {x}"
        case [1, *rest, 9]:
            return f"between {rest}"
        case [Point(x=0), *_]:
            return "starts at zero"
        case (a, [b, *c]):
            return f"nested {a} {b} {c}"
        case [_, _, _]:
            return "three"
        case {"kind": "circle", "r": r}:
            return f"circle {r}"
        case {"kind": str(kind), **others}:
            return f"{kind} {others}"
        case {}:
            return "mapping"
        case Point(0, 0):
            return "origin"
        case Point(x, y=0):
            return f"on x {x}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point():
            return "a point"
        case str(s):
            return f"str {s}"
        case _:
            return "other"


for value in (None, True, 0, -1, 1.5, 2 + 3j, "text", b"bytes", "red", 101, 7, 2.5, [], (), [5], [1, 2, 3, 9], [1, 9],
              [Point(0, 1), 2], (1, [2, 3, 4]), "abc", [1, 2, 3], [1, 2, 3, 4], {"kind": "circle", "r": 2},
              {"kind": "square", "s": 1}, {}, {"z": 1}, Point(0, 0), Point(4, 0), Point(3, 3), Point(1, 2), {1}, object, bytearray(b"x"), range(3)):
    print(describe(value))
