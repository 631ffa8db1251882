class Simple:
    """Docs of Simple."""

    count = 0
    names = [n.upper() for n in ("a", "b")]
    if count == 0:
        branch = "taken"
    for i in range(3):
        last = i
    del i

    def __init__(self, value):
        self.value = value
        Simple.count += 1

    def __repr__(self):
        return f"{type(self).__name__}({self.value!r})"

    def method(self):
        return self.value

    alias = method

    @classmethod
    def create(cls, *args):
        return cls(*args)

    @staticmethod
    def helper(x):
        return x * 2

    class Inner:
        deep = "inner"


class Derived(Simple):
    def method(self):
        return "derived " + super().method()


s, d = Simple("s"), Derived.create("d")
print(s, d, s.method(), d.method(), d.alias(), Simple.count, Derived.helper(4))
print(Simple.__doc__, Simple.__name__, Simple.__module__, Simple.Inner.__qualname__, Derived.__mro__)
print(sorted(k for k in Simple.__dict__ if not k.startswith("__")))
print(type(Simple.__dict__["create"]).__name__, type(Simple.method).__name__, type(s.method).__name__)
print(s.method == s.method, s.method is s.method, isinstance(d, Simple), issubclass(Derived, Simple))
print(Simple.method(s), Simple.__dict__["helper"].__func__(3), Derived.__bases__, Simple.__subclasses__())
s.extra = 1
print(vars(s), "extra" in dir(s), hasattr(d, "extra"))
s.__class__ = Derived
print(s.method())
s.method = lambda: "instance function"
print(s.method())
Simple.added = lambda self: ("added", self.value)
print(d.added())
try:
    del Simple.count
    d.count
except AttributeError as error:
    print(error)
Simple.count = 100
Dynamic = type("Dynamic", (Simple,), {"method": lambda self: "dynamic", "x": 5})
print(Dynamic(1), Dynamic(1).method(), Dynamic.x, Dynamic.__qualname__)
