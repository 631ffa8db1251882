def add(a, b):
    return a + b


def item(container, key):
    return container[key]


def attribute(thing):
    return thing.value


def call(f, *args):
    return f(*args)


def compare(a, b):
    return a < b, a == b


def iterate(things):
    return [t for t in things]


def unpack(pair):
    a, b = pair
    return b, a


class A:
    value = "class attribute"


class B:
    def __init__(self):
        self.value = "instance"


class C:
    @property
    def value(self):
        return "property"


class D:
    __slots__ = ("value",)


class E:
    def __getattr__(self, name):
        return f"getattr {name}"


d = D()
d.value = "slot"
for rounds in range(3):
    for a, b in ((1, 2), (1.5, 2), ("a", "b"), ([1], [2]), (10**20, 1), (True, 1)):
        for _ in range(20):
            result = add(a, b)
        print(result, end=" ")
    for container, key in (([1, 2], 1), ((1, 2), 0), ({"k": "v"}, "k"), ("text", -1), (range(5), 2)):
        for _ in range(20):
            result = item(container, key)
        print(result, end=" ")
    for thing in (A(), B(), C(), d, E(), A, B()):
        for _ in range(20):
            result = attribute(thing)
        print(result, end=" ")
    for f, *arguments in ((len, "abc"), (add, 1, 2), (str, 5), (int,), ([].append, 1), (lambda: "l",), (type, 5), (B().__init__,)):
        for _ in range(20):
            result = call(f, *arguments)
        print(result, end=" ")
    for a, b in ((1, 2), (1.0, 2.0), ("a", "b"), (2**80, 1)):
        for _ in range(20):
            result = compare(a, b)
        print(result, end=" ")
    for things in ([1, 2], (3, 4), range(2), "ab", {"k": 1}, (x for x in "pq"), {5}):
        for _ in range(20):
            result = iterate(things)
        print(result, end=" ")
    for pair in ((1, 2), [3, 4], "xy", {5: 6, 7: 8}):
        for _ in range(20):
            result = unpack(pair)
        print(result, end=" ")
    A.value += "!"
    print()
