def collect(item, into=[]):
    into.append(item)
    return into


print(collect(1), collect(2), collect(3, []), collect.__defaults__)
functions = [lambda x, i=i: x * i for i in range(3)]
print([f(10) for f in functions], [(lambda: i)() for i in range(3)])


def variable(a, b=1, *, c=2, d):
    return a, b, c, d


print(variable.__defaults__, variable.__kwdefaults__)
variable.__defaults__ = (10, 20)
variable.__kwdefaults__ = {"d": 40}
try:
    variable()
except TypeError as error:
    print(error)
variable.__kwdefaults__ = {"c": 30, "d": 40}
print(variable())
variable.__defaults__ = None
try:
    variable()
except TypeError as error:
    print(error)
del variable.__kwdefaults__
try:
    variable(1, 2)
except TypeError as error:
    print(error)
