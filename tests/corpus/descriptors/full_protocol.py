class Field:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name

    def __get__(self, instance, owner=None):
        print("get", self.name, instance is not None, owner.__name__)
        if instance is None:
            return self
        return instance.__dict__.get(self.name, "unset")

    def __set__(self, instance, value):
        print("set", self.name, value)
        if value == "bad":
            raise ValueError("bad value")
        instance.__dict__[self.name] = value

    def __delete__(self, instance):
        print("delete", self.name)
        del instance.__dict__[self.name]


class NonData:
    def __get__(self, instance, owner):
        return "from the descriptor"


class SetOnly:
    def __set__(self, instance, value):
        instance.__dict__["stored"] = value


class Model:
    a = Field()
    b = Field()
    non_data = NonData()
    set_only = SetOnly()


m = Model()
print(m.a)
m.a = 1
print(m.a, Model.a is Model.__dict__["a"])
m.a += 5
del m.a
try:
    del m.a
except KeyError as error:
    print(repr(error))
try:
    m.b = "bad"
except ValueError as error:
    print(error)
print(m.non_data)
m.non_data = "from the instance"
print(m.non_data)
m.set_only = 7
print(m.set_only.__class__.__name__, vars(m))
try:
    del m.set_only
except AttributeError as error:
    print(error)


class BadName:
    def __set_name__(self, owner, name):
        raise TypeError("set_name failed")


try:
    class Uses:
        x = BadName()
except (RuntimeError, TypeError) as error:
    print(type(error).__name__, error, repr(error.__cause__), getattr(error, "__notes__", None))


class Raises:
    def __get__(self, instance, owner):
        raise AttributeError("inside get")


class WithFallback:
    value = Raises()

    def __getattr__(self, name):
        return f"fallback {name}"


print(WithFallback().value)
