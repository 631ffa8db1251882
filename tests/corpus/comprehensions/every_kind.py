matrix = [[1, 2, 3], [4, 5, 6]]
print([x for row in matrix for x in row if x % 2], [[row[i] for row in matrix] for i in range(3)])
print({x % 3 for x in range(10)}, {x: x**2 for x in range(3)}, {**{k: v for k, v in [("a", 1)]}})
print([(x, y) for x in range(3) for y in range(x) if x != y if y or x], [x for x in []])
x = "outer"
print([x for x in range(3)], x)
print([(lambda: i)() for i in range(3)], [f() for f in [lambda: i for i in range(3)]])
print([[i for i in range(n)] for n in range(3)], [i for i in [j for j in [k for k in range(3)]]])
print([a if a else "zero" for a in range(2)], [a and b for a, b in [(0, 1), (2, 3)]], [*[i for i in (1, 2)], 3])
print(sorted({c for c in "hello"}), {k: [v for v in range(k)] for k in range(3)})


class Body:
    items = [1, 2, 3]
    limit = 2
    direct = [i for i in items]
    try:
        filtered = [i for i in items if i < limit]
    except NameError as error:
        filtered = str(error)
    lambdas = [lambda: i for i in items]


print(Body.direct, Body.filtered, Body.lambdas[0]())


def function(n):
    i = "kept"
    squares = [i * i for i in range(n)]
    nested = [[i + j for j in range(2)] for i in range(2)]
    try:
        bad = [i / j for i in range(2) for j in (1, 0)]
    except ZeroDivisionError:
        bad = ("failed", i)
    return squares, nested, bad, i, sorted(locals())


print(function(3))


def closure(k):
    return [lambda: (k, m) for m in range(2)], {m: (lambda: m) for m in range(2)}


listed, mapped = closure(7)
print([f() for f in listed], [f() for f in mapped.values()])


def unbound():
    try:
        [v for v in range(2) if missing_local]
    except NameError as error:
        print(error)
    missing_local = 1
    try:
        return [y for y in (1, 2)], y
    except NameError as error:
        return str(error)


print(unbound())
print([locals().get("q") for q in (1, 2)], [n for n in range(2) if [m for m in range(n)]])
for bad in ("[x for x in 5]", "{x: 1 for x in [[]]}", "{x for x in [{}]}", "[y := 1 for y in []]", "[(yield) for x in y]"):
    try:
        eval(bad)
    except (TypeError, SyntaxError) as error:
        print(bad, type(error).__name__, error.msg if isinstance(error, SyntaxError) else error)
del x
print([x for x in "ab"], "x" in globals())
