def swap(a, b, c):
    a, b = b, a
    a, b, c = c, a, b
    return a, b, c


def many(a, b=2, *args, c=3, **kwargs):
    total = a + b + c
    d = e = f = total
    e += 1
    f -= 1
    return [a, b, args, c, kwargs, d, e, f, total]


def reassigned(x):
    x = x
    y = x
    x = None
    return x, y


print(swap(1, 2, 3))
print(many(1))
print(many(1, 5, 6, 7, c=9, z=0))
print(reassigned("v"))
print(swap.__code__.co_varnames, many.__code__.co_varnames)
