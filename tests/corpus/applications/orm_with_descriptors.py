class ValidationError(ValueError): ...


class Field:
    registry = {}

    def __init__(self, kind, *, default=..., check=None):
        self.kind, self.default, self.check = kind, default, check

    def __set_name__(self, owner, name):
        self.name, self.slot = name, f"_{name}"
        self.registry.setdefault(owner.__qualname__, []).append(name)

    def __get__(self, instance, owner):
        if instance is None:
            return self
        try:
            return getattr(instance, self.slot)
        except AttributeError:
            if self.default is ...:
                raise AttributeError(f"{owner.__name__}.{self.name} is not set") from None
            return self.default

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise ValidationError(f"{self.name}: expected {self.kind.__name__}, got {value!r}")
        if self.check and not self.check(value):
            raise ValidationError(f"{self.name}: {value!r} refused")
        setattr(instance, self.slot, value)

    def __eq__(self, value):
        return Query(lambda row: getattr(row, self.name) == value, f"{self.name} == {value!r}")

    def __gt__(self, value):
        return Query(lambda row: getattr(row, self.name) > value, f"{self.name} > {value!r}")

    __hash__ = object.__hash__


class Query:
    def __init__(self, test, text):
        self.test, self.text = test, text

    def __and__(self, other):
        return Query(lambda row: self.test(row) and other.test(row), f"({self.text} and {other.text})")

    def __or__(self, other):
        return Query(lambda row: self.test(row) or other.test(row), f"({self.text} or {other.text})")

    def __invert__(self):
        return Query(lambda row: not self.test(row), f"not {self.text}")


class ModelMeta(type):
    def __new__(mcs, name, bases, namespace):
        cls = super().__new__(mcs, name, bases, namespace)
        cls.rows = []
        cls.fields = [k for base in reversed(cls.__mro__) for k, v in vars(base).items() if isinstance(v, Field)]
        return cls

    def __len__(cls):
        return len(cls.rows)

    def __iter__(cls):
        return iter(cls.rows)

    def __getitem__(cls, query):
        return [row for row in cls if query.test(row)]


class Model(metaclass=ModelMeta):
    def __init__(self, **values):
        unknown = values.keys() - set(self.fields)
        if unknown:
            raise TypeError(f"{type(self).__name__} has no {', '.join(sorted(unknown))}")
        for name, value in values.items():
            setattr(self, name, value)
        type(self).rows.append(self)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{n}={getattr(self, n)!r}' for n in self.fields)})"


class Person(Model):
    name = Field(str, check=str.strip)
    age = Field(int, default=0, check=lambda n: 0 <= n < 150)


class Worker(Person):
    job = Field(str, default="none")


Person(name="Ada", age=36), Person(name="Bob"), Worker(name="Cy", age=50, job="cook")
print(len(Person), list(Worker), Worker.fields, Field.registry)
query = (Person.age > 30) & ~(Person.name == "Bob") | (Person.name == "Bob")
print(query.text, Person[query], Person[Person.age > 40])
for action in (lambda: Person(name=5), lambda: Person(age=200), lambda: Person(name=" "), lambda: Worker(nme="x"), lambda: repr(Person.rows[-1])):
    try:
        print(action())
    except (ValidationError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
