class Outer:
    def get(self):
        return __class__

    @classmethod
    def cget(cls):
        return __class__, cls

    @staticmethod
    def sget():
        return __class__

    lam = lambda self: __class__
    nested = staticmethod(lambda: (lambda: __class__)())

    class Inner:
        def get(self):
            return __class__

    def generator(self):
        yield __class__
        yield super().__repr__ is not None

    def comprehension(self):
        return [__class__.__name__ for _ in range(1)]

    prop = property(lambda self: __class__.__name__)


o = Outer()
print(o.get() is Outer, o.cget(), Outer.sget(), o.lam(), Outer.nested(), Outer.Inner().get(), list(o.generator()), o.comprehension(), o.prop)


def make(n):
    class Local:
        number = n

        def get(self):
            return n, __class__.number

        def set(self, value):
            nonlocal n
            n = value

    return Local


A, B = make(1), make(2)
a = A()
a.set(10)
print(a.get(), B().get(), A.get.__code__.co_freevars, A.get.__closure__[0].cell_contents is A)


class Early:
    try:
        __class__
    except NameError as error:
        print(error)

    def f(self):
        return __class__


x = "global"


def shadow():
    x = "enclosing"

    class K:
        a = x
        x = "class"
        b = x

        def m(self):
            return x

        c = [x for _ in range(1)]
        d = (lambda: x)()

    return K.a, K.b, K().m(), K.c, K.d


try:
    print(shadow())
except NameError as error:
    print(error)


class Nonlocal:
    def method(self):
        value = 0

        class In:
            nonlocal value
            value = 5
            other = value

        return value, hasattr(In, "value"), In.other


print(Nonlocal().method())
