import functools
import inspect
import typing


def function(a, b: int = 1, /, c="x", *args, d, e: str = "y", **kw) -> dict:
    "doc"


class K:
    def __init__(self, x, y=2): ...
    def method(self, a): ...
    @classmethod
    def cm(cls, a): ...
    @staticmethod
    def sm(a): ...
    def __call__(self, z): ...


for thing in (function, K, K.method, K(1).method, K.cm, K.sm, K(1), functools.partial(function, 1, d=2), lambda a, *b: 0, len):
    print(getattr(thing, "__name__", type(thing).__name__), inspect.signature(thing))
bound = inspect.signature(function).bind(1, d=5, z=6)
bound.apply_defaults()
print(bound.arguments)
try:
    inspect.signature(function).bind()
except TypeError as error:
    print(error)
print([(p.name, p.kind.description, p.default is p.empty) for p in inspect.signature(function).parameters.values()])
print(typing.get_type_hints(function), inspect.getdoc(function), inspect.isfunction(K.method), inspect.ismethod(K(1).method))
print(inspect.getsource(K.method).strip(), inspect.getsourcelines(function)[1], inspect.getsourcefile(K).rpartition("/")[2])
print([name for name, _ in inspect.getmembers(K, inspect.isfunction)], inspect.unwrap(function) is function)
print(inspect.isgeneratorfunction(lambda: (yield)), inspect.iscode(function.__code__), inspect.getmro(K)[0].__name__)


@functools.wraps(function)
def wrapped(*args): ...


print(inspect.signature(wrapped), inspect.signature(wrapped, follow_wrapped=False))
function.__signature__ = inspect.Signature([inspect.Parameter("made", inspect.Parameter.KEYWORD_ONLY)])
print(inspect.signature(function))
