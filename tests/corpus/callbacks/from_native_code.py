import bisect
import functools
import heapq
import itertools
import json
import operator
import re
import string

print(re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "a1b22"), re.split("[,;]", "a,b;c"))
try:
    re.sub("x", lambda m: 1 / 0, "x")
except ZeroDivisionError as error:
    print("from re.sub:", error)


class Point:
    def __init__(self, x):
        self.x = x


def encode(value):
    if isinstance(value, Point):
        return {"point": value.x}
    raise TypeError(f"cannot encode {type(value).__name__}")


text = json.dumps([Point(1), {"k": Point(2)}], default=encode)
print(text, json.loads(text, object_hook=lambda d: Point(d["point"]) if "point" in d else d)[0].x)
print(json.loads("[1.5, 2]", parse_float=lambda s: f"float {s}", parse_int=lambda s: f"int {s}"))
try:
    json.dumps({1, 2}, default=encode)
except TypeError as error:
    print(error)
heap = []


class Item:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n > other.n


for n in (3, 1, 2):
    heapq.heappush(heap, Item(n))
print([heapq.heappop(heap).n for _ in range(3)], bisect.bisect([1, 5, 9], 4, key=lambda v: v), heapq.nlargest(2, [1, 5, 3], key=lambda v: -v))
print(functools.reduce(lambda a, b: {**a, b: len(a)}, "xyz", {}), sorted("bA", key=str.lower), list(map(operator.methodcaller("upper"), "ab")))


class Template(string.Template):
    delimiter = "%"


print(Template("%name is %{n}").substitute(name="x", n=5), "{0.x} {1[k]}".format(Point(3), {"k": 4}))
print("{!r:>5}".format(type("R", (), {"__repr__": lambda self: "R!"})()), str.translate("abc", type("T", (dict,), {"__missing__": lambda s, k: chr(k + 1)})()))
print(sum([Point.__new__(Point)] and [1, 2], start=0), min([3, 1], key=lambda v: -v), list(filter(lambda v: v, [0, 1])), all(map(lambda v: v, [])))
print(list(itertools.dropwhile(lambda v: v < 2, range(4))), list(iter(iter([1, 2, 0]).__next__, 0)), dict.fromkeys((k for k in "ab"), 0))
print(type("Dyn", (), {"__init__": lambda self, v: setattr(self, "v", v), "get": lambda self: self.v})(7).get())
print(next(iter(type("I", (), {"__iter__": lambda self: iter("q")})())), isinstance(5, type("M", (type,), {"__instancecheck__": lambda c, o: True})("X", (), {})))
print(list(zip(*[iter("abcd")] * 2)), [*map(lambda *a: sum(a), [1, 2], [3, 4])], "".join(map(chr, map(lambda v: v + 97, range(3)))))
import copy, operator
print(operator.attrgetter("x")(Point(9)), operator.itemgetter(1)("ab"), copy.deepcopy([Point(4)])[0].x, copy.copy({"a": lambda: 1})["a"]())
