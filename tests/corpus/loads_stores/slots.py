class Base:
    __slots__ = ("a", "b")


class Derived(Base):
    __slots__ = ("c", "__weakref__")


item = Derived()
item.a, item.c = 1, 3
print(item.a, item.c)
try:
    item.b
except AttributeError as error:
    print(error)
try:
    item.d = 4
except AttributeError as error:
    print(error)
del item.a
try:
    del item.a
except AttributeError as error:
    print(error)
print(hasattr(item, "__dict__"), Base.a, type(Base.a).__name__)
try:

    class Conflict:
        __slots__ = ("x",)
        x = 1
except ValueError as error:
    print(error)
