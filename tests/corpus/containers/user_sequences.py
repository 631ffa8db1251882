class Vector:
    def __init__(self, *values):
        self.values = list(values)

    def __len__(self):
        return len(self.values)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return Vector(*self.values[index])
        return self.values[index]

    def __setitem__(self, index, value):
        self.values[index] = value

    def __delitem__(self, index):
        del self.values[index]

    def __reversed__(self):
        return iter(["reversed"])

    def __contains__(self, item):
        return item == "always"

    def __repr__(self):
        return f"Vector{tuple(self.values)}"

    def __length_hint__(self):
        return 99

    def __bool__(self):
        return len(self) > 2

    def __index__(self):
        return len(self)

    def __int__(self):
        return 100

    def __float__(self):
        return 1.5

    def __complex__(self):
        return 2j

    def __round__(self, n=None):
        return ("round", n)

    def __bytes__(self):
        return b"bytes"

    def __hash__(self):
        return 5


v = Vector(1, 2, 3, 4)
v[0] += 10
del v[1]
v[0:1] = [7, 8]
print(v, len(v), v[1:], v[-1], list(v), list(reversed(v)), "always" in v, 7 in v, bool(v), bool(v[:2]))
a, b, *c = v
print(a, b, c, [*v], (*v,), max(v), sum(v), tuple(zip(v, v)), sorted(v, reverse=True))
print([10, 20, 30, 40, 50][v], hex(v), int(v), float(v), complex(v), round(v), round(v, 2), bytes(v), hash(v), "ab" * v)
try:
    v[10]
except IndexError as error:
    print(error)
print(isinstance(v, __import__("collections.abc").abc.Sized), range(v), [0] * v)
