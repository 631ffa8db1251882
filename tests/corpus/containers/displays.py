a, b = [1, 2], {"x": 1}
print([], [1, 2, 3], [1, "x", None], [*a, 3, *a], [a, *b])
print((), (1,), (1, 2), (*a, 3), (*a, *a), tuple(a))
print({1}, {*a}, {1, *a, 2} == {1, 2}, len({1, 1.0, True}))
print({}, {"a": 1, "b": 2}, {**b, "y": 2}, {"x": 0, **b}, {**b, **{"x": 5}, "z": 3})
print({1: "int", 1.0: "float", True: "bool"}, {(1, 2): [3]})
print(list("abc"), dict(a=1, b=2), set() == {*()}, frozenset([3]))
print([[0] * 3 for _ in range(2)], {k: v for k, v in zip("ab", (1, 2))}, {n % 3 for n in range(9)})
constant = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
constants = {"one": 1, "two": 2, "three": 3}
same = {1, 2, 3, 4, 5}
print(constant, constants, same, constant in [constant], 3 in {1, 2, 3}, "x" in ("x", "y"), 5 in [5, 6])
for bad in ("[*5]", "{*5}", "(*None,)", "{**5}", "{**[1]}", "{[]: 1}", "{[]}", "{**{1: 2}, **None}", "{{}: 1}", "{*[[]]}"):
    try:
        eval(bad)
    except TypeError as error:
        print(bad, "->", error)


class Keys:
    def keys(self):
        return iter("pq")

    def __getitem__(self, key):
        return ord(key)


print({**Keys(), "r": 1})
recursive = [1]
recursive.append(recursive)
print(recursive)
nested = {"self": None}
nested["self"] = nested
print(nested)
