import builtins

print(len([1, 2]))
len = lambda thing: "shadowed"
print(len([1]))
del len
print(len([1, 2, 3]))


def replaced():
    return abs(-3)


print(replaced())
original = builtins.abs
builtins.abs = lambda value: ("builtin replaced", value)
print(replaced())
builtins.abs = original
print(replaced())
builtins.brand_new = 42
print(brand_new)
del builtins.brand_new
try:
    brand_new
except NameError as error:
    print(error, error.name)
custom = {"__builtins__": {"print": print}}
exec("print('limited')", custom)
try:
    exec("len('x')", custom)
except NameError as error:
    print(error)
try:
    exec("class A: pass", {"__builtins__": {}})
except NameError as error:
    print(error)
try:
    exec("import os", {"__builtins__": {}})
except ImportError as error:
    print(error)
