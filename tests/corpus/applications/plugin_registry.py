import abc
import functools
import inspect


class Plugin(abc.ABC):
    registry = {}
    order = 0

    def __init_subclass__(cls, *, name=None, **options):
        super().__init_subclass__(**options)
        if not inspect.isabstract(cls):
            Plugin.order += 1
            cls.number = Plugin.order
            Plugin.registry[name or cls.__name__.lower()] = cls

    @abc.abstractmethod
    def run(self, text): ...

    def __or__(self, other):
        return Chain(self, other)

    def __call__(self, text):
        return self.run(text)


class Chain(Plugin, name="chain"):
    def __init__(self, *parts):
        self.parts = parts

    def run(self, text):
        return functools.reduce(lambda value, part: part(value), self.parts, text)


class Upper(Plugin):
    def run(self, text):
        return text.upper()


class Repeat(Plugin, name="times"):
    def __init__(self, n=2):
        self.n = n

    def run(self, text):
        return text * self.n


def plugin(function=None, /, **options):
    if function is None:
        return functools.partial(plugin, **options)

    def run(self, text):
        return function(text, **options)

    return type(function.__name__.title(), (Plugin,), {"run": run, "__doc__": function.__doc__})


@plugin
def reverse(text):
    """Backwards."""
    return text[::-1]


@plugin(suffix="?")
def ask(text, suffix):
    return text + suffix


print(sorted(Plugin.registry), [c.number for c in Plugin.registry.values()])
pipeline = Upper() | Repeat(3) | reverse() | ask()
print(pipeline("abc"), reverse.__doc__, ask.__name__, isinstance(pipeline, Plugin), Plugin.registry["times"]()("x"))
try:
    Plugin()
except TypeError as error:
    print(str(error).replace("method run", "method 'run'"))
print({name: str(inspect.signature(cls)) for name, cls in Plugin.registry.items()})


class Middle(Plugin):
    @abc.abstractmethod
    def run(self, text): ...


print("middle" in Plugin.registry, inspect.isabstract(Middle))
