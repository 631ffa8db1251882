def one(x=1):
    return "one", x


def two(x=2, y=3):
    return "two", x, y


original = one.__code__
one.__code__ = two.__code__
try:
    print(one())
except TypeError as error:
    print(error)
print(one(5, 6), one.__name__, one.__defaults__)
one.__code__ = original
print(one())
renamed = original.replace(co_name="other", co_filename="elsewhere.py", co_consts=tuple("changed" if c == "one" else c for c in original.co_consts))
one.__code__ = renamed
print(one(), one.__code__.co_name, one.__code__.co_filename, one.__name__)


def closure(v):
    return lambda: v


f = closure(1)
try:
    f.__code__ = two.__code__
except ValueError as error:
    print(error)
f.__code__ = closure(2).__code__
print(f())
import types

fresh = types.FunctionType(two.__code__, {"__builtins__": {}}, "fresh", (7, 8))
print(fresh(), fresh.__name__, fresh.__globals__.keys())
copied = types.FunctionType(two.__code__, globals())
try:
    copied()
except TypeError as error:
    print(error)
print(types.MethodType(two, "bound")(), exec(compile("print('code run')", "<c>", "exec")))
print(eval(compile("1 + 2", "<e>", "eval")), eval(two.__code__.replace(co_argcount=0, co_nlocals=2)) if False else "skipped")
print(original == one.__code__, original == original.replace(), hash(original) == hash(original.replace()))
