class Number:
    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return f"N({self.value})"


def binary(name):
    def method(self, other):
        print(f"{self}.{name}({other!r})", end=" ")
        if name.startswith("__i") and name not in ("__invert__",):
            self.value = f"{self.value}{name[3]}"
            return self
        if isinstance(other, str):
            return NotImplemented
        return Number(f"{name[2:-2]}")

    method.__name__ = name
    return method


for base in "add sub mul truediv floordiv mod pow lshift rshift and or xor matmul".split():
    for kind in ("", "r", "i"):
        setattr(Number, f"__{kind}{base}__", binary(f"__{kind}{base}__"))

for op in "+ - * / // % ** << >> & | ^ @".split():
    n = Number("n")
    print(op, eval(f"n {op} 1"), eval(f"2 {op} n"), end=" ")
    scope = {"n": n}
    exec(f"n {op}= 3", scope)
    print(scope["n"] is n, n)
    try:
        eval(f"n {op} 's'")
    except TypeError as error:
        print(error)


class Child(Number):
    def __radd__(self, other):
        return "child first"


print(Number(1) + Child(2), Child(2) + Number(1))


class Unary:
    __neg__ = lambda self: "neg"
    __pos__ = lambda self: "pos"
    __invert__ = lambda self: "invert"
    __abs__ = lambda self: "abs"
    __bool__ = lambda self: False
    __len__ = lambda self: 3


u = Unary()
print(-u, +u, ~u, abs(u), not u, bool(u), len(u))
