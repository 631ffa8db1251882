class Item:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        comparisons.append((self.value, other.value))
        return self.value < other.value

    def __repr__(self):
        return f"I{self.value}"


comparisons = []
items = [Item(v) for v in (3, 1, 2)]
print(sorted(items), len(comparisons), min(items), max(items, key=lambda i: -i.value))
items.sort(reverse=True)
print(items)


def key(item):
    if item == "bad":
        raise ValueError("key failed")
    return len(item)


print(sorted(["ccc", "a", "bb"], key=key), max("ab", "c", key=key))
words = ["x", "bad", "yy"]
try:
    words.sort(key=key)
except ValueError as error:
    print(error, words)
growing = [3, 1, 2]
try:
    growing.sort(key=lambda v: growing.append(v) or v)
except ValueError as error:
    print(error, growing)
print(list(filter(None, [0, 1, "", "a"])), list(filter(lambda v: v % 2, range(6))), list(map(lambda a, b: a + b, [1, 2], [3, 4, 5])))
print([list(g) for k, g in __import__("itertools").groupby([1, 1, 2, 3, 3], key=lambda v: v > 1)])
import functools, itertools, operator

print(functools.reduce(lambda a, b: a * 10 + b, [1, 2, 3], 0), list(itertools.accumulate([1, 2, 3], lambda a, b: a * b + 1)))
print(list(itertools.takewhile(lambda v: v < 3, range(9))), list(itertools.starmap(lambda *a: a, [(1, 2), (3,)])))
print(functools.reduce(operator.add, map(str, range(4))), any(map(lambda v: v > 2, [1, 3])), all(v for v in [1, 0]))
