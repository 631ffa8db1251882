class Key:
    def __init__(self, name, number):
        self.name, self.number = name, number

    def __hash__(self):
        print("hash", self.name, end=" ")
        return self.number

    def __eq__(self, other):
        print("eq", self.name, other.name if isinstance(other, Key) else other, end=" ")
        return isinstance(other, Key) and self.number == other.number

    def __repr__(self):
        return f"Key({self.name})"


a, b, c = Key("a", 1), Key("b", 1), Key("c", 2)
table = {a: "first", c: "second"}
print(table[b])
table[b] = "replaced"
print(table, b in table, Key("z", 9) in table)
print(len({a, b, c}), {a} == {b}, [a, c].index(b), [a].count(b), a in (c, b))


class Raising:
    def __hash__(self):
        raise ValueError("unhashable on purpose")


class Unequal(Key):
    __hash__ = Key.__hash__

    def __eq__(self, other):
        raise RuntimeError("eq failed")


for action in (lambda: {Raising(): 1}, lambda: {a, Unequal("u", 1)}, lambda: table[Unequal("v", 1)], lambda: Unequal("w", 1) in [a]):
    try:
        print(action())
    except (ValueError, RuntimeError) as error:
        print(type(error).__name__, error)


class NoHash:
    def __eq__(self, other):
        return True


try:
    {NoHash()}
except TypeError as error:
    print(error)


class Missing(dict):
    def __missing__(self, key):
        print("missing", key)
        return key * 2


m = Missing(a=1)
print(m["a"], m["b"], "b" in m, m.get("c"), f"{m['d']}")
