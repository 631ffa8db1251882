class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kwargs):
        print("prepare", name, [b.__name__ for b in bases], kwargs)
        return Namespace(injected="from prepare")

    def __new__(mcs, name, bases, namespace, **kwargs):
        print("new", name, kwargs, [k for k in namespace if not k.startswith("__")])
        return super().__new__(mcs, name, bases, dict(namespace))

    def __init__(cls, name, bases, namespace, **kwargs):
        print("init", name, kwargs)
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kwargs):
        print("call", cls.__name__, args, kwargs)
        return super().__call__(*args, **kwargs)

    def __instancecheck__(cls, instance):
        return instance == 5 or super().__instancecheck__(instance)

    def __subclasscheck__(cls, other):
        return other is int or super().__subclasscheck__(other)

    def __getattr__(cls, name):
        return f"meta {name}"

    def __len__(cls):
        return 42

    def __iter__(cls):
        return iter(("iter", cls.__name__))

    def __getitem__(cls, key):
        return (cls.__name__, key)

    def __repr__(cls):
        return f"<{cls.__name__}>"

    def __or__(cls, other):
        return "or"

    @property
    def kind(cls):
        return "property of the metaclass"


class Namespace(dict):
    def __setitem__(self, key, value):
        if not key.startswith("__"):
            print("  set", key)
        super().__setitem__(key, value)

    def __getitem__(self, key):
        if not key.startswith("__") and key not in ("print", "range"):
            print("  get", key)
        return super().__getitem__(key)

    def __delitem__(self, key):
        print("  del", key)
        super().__delitem__(key)


class Base(metaclass=Meta, option=1):
    x = 1
    y = x + 1
    print(injected)
    z = 3
    del z

    def __init__(self, value):
        self.value = value


class Derived(Base):
    pass


print(Base(5).value, isinstance(5, Base), isinstance("s", Base), issubclass(int, Base), Base.unknown, len(Base))
print(list(Derived), Derived["k"], Derived, Base | 5, Base.kind, type(Derived) is Meta)
try:
    Base(1).unknown
except AttributeError as error:
    print(error)
