class A:
    def who(self):
        return ["A"]


class B(A):
    def who(self):
        return ["B"] + super().who()


class C(A):
    def who(self):
        return ["C"] + super().who()


class D(B, C):
    def who(self):
        return ["D"] + super().who()


print(D().who(), [k.__name__ for k in D.__mro__], D.mro() == list(D.__mro__))
for bad in (
    "class X(A, B): pass",
    "class X(A, A): pass",
    "class X(5): pass",
    "class X(bool): pass",
    "class X(None): pass",
    "class X(type(None)): pass",
    "class X(int, str): pass",
    "class X(A, metaclass=5): pass",
    "class X(undefined): pass",
    "class X(*[A], **{'metaclass': type}): print('fine', __qualname__)",
    "class X(lambda: 0): pass",
):
    try:
        exec(bad)
    except Exception as error:
        print(bad, "->", type(error).__name__, error)


class Entries:
    def __mro_entries__(self, bases):
        print("mro_entries", bases == (self,))
        return (A,)


class FromEntries(Entries()):
    pass


print(FromEntries.__bases__, type(FromEntries.__orig_bases__[0]).__name__)


class CustomMro(type):
    def mro(cls):
        default = super().mro()
        return [default[0], *default[1:][::-1][1:], object] if cls.__name__ == "Odd" else default


class Odd(B, C, metaclass=CustomMro): ...


print([k.__name__ for k in Odd.__mro__])
B.__bases__ = (C,)
print([k.__name__ for k in B.__mro__], B().who())
