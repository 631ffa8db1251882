def function(a, b: int = 1, /, c=2, *args, d, e: str = "x", **kw) -> dict:
    """The docstring.

    More.
    """
    local = a
    return {"a": local}


print(function.__name__, function.__qualname__, function.__module__)
print(repr(function.__doc__), function.__defaults__, function.__kwdefaults__, function.__annotations__)
code = function.__code__
print(code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_nlocals, code.co_varnames)
print(code.co_name, code.co_qualname, code.co_firstlineno, code.co_flags & 0xFF, code.co_names, code.co_freevars)
print(code.co_filename == __file__, function.__globals__ is globals(), function.__closure__, function.__dict__)
function.attribute = 5
function.__name__ = "renamed"
function.__qualname__ = "Q.renamed"
print(function.attribute, str(function).split(" at ")[0], function.__dict__)
try:
    function()
except TypeError as error:
    print(error)
import inspect

print(inspect.signature(function), inspect.isfunction(function), inspect.getsource(function).splitlines()[0])
print(inspect.getfullargspec(function))
for attribute, value in (("__code__", 5), ("__defaults__", [1]), ("__name__", 1), ("__kwdefaults__", 1), ("__dict__", 1), ("__closure__", ())):
    try:
        setattr(function, attribute, value)
    except (TypeError, AttributeError) as error:
        print(attribute, type(error).__name__, error)


class C:
    def method(self):
        """Method doc."""

    static = staticmethod(function)


print(C.method.__qualname__, C().method.__doc__, str(C().method).split(" at ")[0], C.static is function)
print((lambda: 0).__name__, (lambda: 0).__qualname__)


def outer():
    def inner(): ...
    class K:
        def m(self): ...
    return inner, K


print(outer()[0].__qualname__, outer()[1].m.__qualname__, outer()[1].__qualname__)
