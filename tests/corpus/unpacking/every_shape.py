a, b = 1, 2
(c, d), [e, f] = "cd", {"e": 1, "f": 2}
*g, h = range(4)
i, *j, k = "ijjk"
l, *m = [1]
[n, [o, *p], q] = 1, (2, 3, 4), 5
print(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q)
x = y = z = [0]
x[0], y[0], w = 1, z[0] + 5, x[0]
print(x, y, z, w)
t = 0
lst = [10, 20, 30]
t, lst[t] = 2, "at old or new t"
print(t, lst)
(only,) = [99]
[] = []
() = ""
print(only)
for bad in (
    "a, b = 1",
    "a, b = [1]",
    "a, b = 1, 2, 3",
    "a, b = iter([])",
    "a, *b, c = [1]",
    "*a, b, c, d = 'xy'",
    "a, b = None",
    "[] = [1]",
    "(a, b), c = 1, 2",
    "a, b, c = {1: 2}",
    "a, b = range(10**9)",
    "a, b = 'abc'",
    "a, b, c, d, e = (1, 2, 3)",
):
    try:
        exec(bad)
    except (TypeError, ValueError) as error:
        print(bad, "->", type(error).__name__, error)


def gen():
    print("1")
    yield 1
    print("2")
    yield 2
    print("3")
    yield 3


try:
    a, b = gen()
except ValueError as error:
    print(error)
a, b, c = gen()


def star(*args, **kwargs):
    head, *tail = args
    return head, tail, kwargs


print(star(*[1, 2], *(3,), **{"a": 1}), *[*range(3)], sep=",")
for first, *rest in [(1, 2, 3), "ab", [4]]:
    print(first, rest)
print([(a, b) for a, *b in [(1, 2), (3, 4, 5)]])
def ret():
    rest = 2, 3
    return 1, *rest
def yields():
    rest = 2, 3
    yield 1, *rest
print(ret(), list(yields()), {1: 2}[1,][0] if False else "end")
