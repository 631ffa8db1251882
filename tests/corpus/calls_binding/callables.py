import functools


class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, *args, **kwargs):
        return self.n + sum(args) + sum(kwargs.values())

    def method(self, m):
        return self.n * m

    def __repr__(self):
        return f"Adder({self.n})"


add = Adder(5)
bound = add.method
print(add(1, 2, k=3), bound(4), Adder.method(add, 6), bound.__self__, bound.__func__ is Adder.method)
partial = functools.partial(add, 10, z=20)
print(partial(1), partial(y=5), functools.partial(bound, 3)())
print(list(map(add, [1, 2])), list(map(bound, [1, 2])), sorted([3, -1], key=lambda v: -v))
print((lambda *a, **k: (a, k))(1, x=2), (lambda: (yield))().__class__.__name__)


class Meta(type):
    def __call__(cls, *args):
        print("meta call", args)
        return super().__call__(*args)


class Made(metaclass=Meta):
    def __new__(cls, *args):
        print("new", args)
        return super().__new__(cls)

    def __init__(self, *args):
        print("init", args)


Made(1, 2)
add.__call__ = lambda: "instance attribute is not used"
print(add(0), add.__call__())
print(callable(add), callable(5), callable(print), callable(Made))
class Chain:
    def __getattr__(self, name):
        return lambda *args: (name, args, self)[:2]
print(Chain().anything(1, 2), Chain().other())
