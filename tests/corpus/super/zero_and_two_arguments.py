class Base:
    name = "base"

    def __init__(self):
        self.log = ["base init"]

    def method(self, x=1, *, y=2):
        return f"base {x} {y}"

    @classmethod
    def create(cls):
        return f"base create of {cls.__name__}"

    @staticmethod
    def static():
        return "base static"

    @property
    def prop(self):
        return "base prop"

    def __getitem__(self, key):
        return f"base item {key}"


class Child(Base):
    name = "child"

    def __init__(self):
        super().__init__()
        self.log.append("child init")

    def method(self, *args, **kwargs):
        direct = super().method(*args, **kwargs)
        bound = super().method
        return direct, bound(9), super(Child, self).method(y=5), super().name

    @classmethod
    def create(cls):
        return super().create()

    @staticmethod
    def static():
        return super(Child, Child).static()

    @property
    def prop(self):
        return super().prop.upper()

    def __getitem__(self, key):
        return super().__getitem__(key) + "!"

    def nested(self):
        def inner():
            return super(Child, self).method(3)

        return inner(), [super(Child, self).name for _ in range(1)], (lambda: super(__class__, self).name)()

    def in_comprehension(self):
        try:
            return [super().name for _ in range(2)]
        except TypeError as error:
            return str(error)

    def missing(self):
        try:
            super().nothing
        except AttributeError as error:
            return str(error)

    def assign(self):
        try:
            super().name = "x"
        except AttributeError as error:
            return str(error)

    def rebound(self):
        self = Base()
        try:
            return super().name
        except TypeError as error:
            return str(error).split(":")[0]

    def deleted(self):
        del self
        try:
            super()
        except RuntimeError as error:
            return str(error)

    def no_args():
        try:
            super()
        except RuntimeError as error:
            return str(error)

    def captured(self):
        probe = lambda: self
        return super().name, probe() is self


class Grandchild(Child):
    name = "grandchild"


c = Grandchild()
print(c.log, c.method(7), Grandchild.create(), c.static(), c.prop, c["k"])
print(c.nested(), c.missing(), c.assign(), c.rebound(), c.deleted(), Child.no_args(), c.captured())
print(c.in_comprehension())
print(super(Child, c).name, super(Child, Grandchild).create(), repr(super(Child, c)).split(" object")[0])
for arguments in ((), (5,), (Child, 5), (Child, Base()), (Child, None), (Child, int)):
    try:
        print(super(*arguments).name)
    except (TypeError, RuntimeError, AttributeError) as error:
        print(len(arguments), type(error).__name__, error)
