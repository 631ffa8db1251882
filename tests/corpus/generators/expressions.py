data = [1, 2, 3]
g = (x * y for x in data for y in data if x != y)
data.append(4)
print(list(g), list(g))
print(sum(x for x in range(10) if x % 2), max((len(w) for w in ("a", "bcd")), default=0))
print(dict((k, v) for k, v in zip("ab", (1, 2))), "".join(c.upper() for c in "xyz"), tuple(i for i in ()))
try:
    g = (x for x in 5)
except TypeError as error:
    print("immediately", error)
g = (1 / x for x in (1, 0, 2))
try:
    print(list(g))
except ZeroDivisionError as error:
    print(error, list(g))
print((lambda: (yield 5))().__next__(), type(x for x in ()).__name__, (x for x in ()).__qualname__)


def lazily():
    n = 10
    gen = (n + i for i in range(2))
    n = 20
    return list(gen)


print(lazily())


class Body:
    values = [1, 2]
    try:
        doubled = list(v * len(values) for v in values)
    except NameError as error:
        doubled = str(error)
    first_is_fine = list(v for v in values)


print(Body.doubled, Body.first_is_fine)
pipeline = (n * 2 for n in (m + 1 for m in (k for k in range(5)) if m % 2))
print(list(pipeline))
g = (print("evaluated", i) or i for i in range(3))
print(next(g), next(g), any(g))
print([*(i for i in range(3))], {*(i for i in "a")}, *(i for i in range(2)))
