class Outer:
    """Outer docs"""

    __qualname__ = "Renamed.Outer"
    __module__ = "elsewhere"

    class Inner:
        def method(self): ...

    def method(self):
        self.assigned = 1
        self.other = 2

        class InMethod: ...

        return InMethod

    lam = lambda: 0


print(Outer.__qualname__, Outer.__module__, Outer.Inner.__qualname__, Outer.method.__qualname__, Outer().method().__qualname__, Outer.lam.__qualname__)
print(repr(Outer), Outer.__name__, Outer.Inner.__module__, Outer.method.__module__)


class Plain:
    a: int = 1
    __slots__ = ("s",)

    def f(self):
        self.s = 1


names = sorted(k for k in vars(Plain))
print(names)
print(getattr(Plain, "__firstlineno__", None), getattr(Plain, "__static_attributes__", None) and sorted(Plain.__static_attributes__))
print(Plain.__dict__.keys() == vars(Plain).keys(), list(vars(type("Empty", (), {"x": 1})).keys()))


def factory(base):
    class Made(base, **{"metaclass": type(base)}):
        def __init_subclass__(cls):
            cls.tagged = cls.__name__

    return Made


class Child(factory(object)): ...


print(Child.tagged, Child.__mro__[1].__qualname__, Child.__bases__[0].__name__)
namespace = {}


class Dynamic:
    for i in range(3):
        locals()[f"field{i}"] = i
    exec("via_exec = i")
    del i
    vars()["via_vars"] = 1
    if True:
        conditional = "yes"
    try:
        1 / 0
    except ZeroDivisionError as e:
        handled = str(e)
    with open("/dev/null") as handle:
        pass
    handle.close()
    numbers = {n: [m for m in range(n)] for n in range(3)}
    print("body runs", __name__, __qualname__)
    import math as m

    global made_global
    made_global = m.floor(2.5)

    def __getattr__(self, name, default=numbers):
        return default


print(sorted(k for k in vars(Dynamic) if not k.startswith("__") and k not in ("handle", "m")), made_global, Dynamic().zzz)
