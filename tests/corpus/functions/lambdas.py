square = lambda x: x * x
print(square(5), (lambda: None)(), (lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4))
print(list(map(lambda p: p[0] + p[1], [(1, 2), (3, 4)])), sorted("bca", key=lambda c: -ord(c)))
print((lambda x, y=square(3), /, *, z: (x, y, z))(1, z=2))
table = {"add": lambda a, b: a + b, "neg": lambda a: -a, "gen": lambda n: (yield n)}
print(table["add"](1, 2), table["neg"](5), list(table["gen"](9)))
print((lambda f: lambda n: f(f, n))(lambda f, n: 1 if n == 0 else n * f(f, n - 1))(6))
conditional = lambda n: "even" if n % 2 == 0 else "odd"
print([conditional(n) for n in range(3)], (lambda x: (y := x + 1) * y)(2))
class Holder:
    method = lambda self, n: (self.__class__.__name__, n)
    prop = property(lambda self: "prop", lambda self, v: print("set", v))
h = Holder()
h.prop = 5
print(h.method(1), h.prop)
try:
    (lambda a, b: a / b)(1, 0)
except ZeroDivisionError as error:
    print(error.__traceback__.tb_next.tb_frame.f_code.co_name)
