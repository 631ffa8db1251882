class M1(type): ...


class M2(type): ...


class M3(M1, M2): ...


class A(metaclass=M1): ...


class B(metaclass=M2): ...


try:
    class C(A, B): ...
except TypeError as error:
    print(error)


class D(A, B, metaclass=M3): ...


print(type(D), D.__mro__)


def function_metaclass(name, bases, namespace, **kwargs):
    print(name, bases, sorted(k for k in namespace if not k.startswith("__")), kwargs)
    return "not even a class"


class Strange(metaclass=function_metaclass, key=1):
    attribute = 2


print(Strange)


class NoPrepare:
    def __call__(self, name, bases, namespace):
        return (name, type(namespace).__name__)


class Result(metaclass=NoPrepare()): ...


print(Result)


class BadPrepare(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return 5


try:
    class X(metaclass=BadPrepare): ...
except TypeError as error:
    print(error)


class LosesCell(type):
    def __new__(mcs, name, bases, namespace):
        namespace.pop("__classcell__", None)
        return super().__new__(mcs, name, bases, namespace)


try:
    class Y(metaclass=LosesCell):
        def f(self):
            return __class__
except (RuntimeError, TypeError) as error:
    print(type(error).__name__, str(error).split("'")[0])


class Failing(type):
    def __init__(cls, *args):
        raise ValueError("no such class")


try:
    class Z(metaclass=Failing): ...
except ValueError as error:
    print(error, error.__traceback__.tb_next.tb_frame.f_code.co_name)
print("Z" in globals())
class Ordered(type):
    def __new__(mcs, name, bases, ns):
        cls = super().__new__(mcs, name, bases, ns)
        cls.order = [k for k in ns if not k.startswith("_")]
        return cls
class O(metaclass=Ordered):
    b = 1
    a = 2
    def c(self): ...
print(O.order, type(O)(("New"), (O,), {"q": 1}).order)
