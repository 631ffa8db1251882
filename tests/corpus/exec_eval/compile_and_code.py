import ast

code = compile("a = 1\nb = a + 1\nprint(b)", "<made>", "exec")
print(code.co_name, code.co_filename, code.co_names, code.co_consts[0])
exec(code)
tree = ast.parse("print('from a tree', 1 + 2)")
tree.body[0].value.args[1].right.value = 40
exec(compile(tree, "<tree>", "exec"))
print(ast.literal_eval("{'a': [1, (2, 3)]}"), eval(compile(ast.Expression(ast.fix_missing_locations(ast.Constant(5))), "<e>", "eval")))
for level in (0, 1, 2):
    space = {}
    exec(compile("'doc'\nassert False, 'kept'\n" if level == 3 else "def f():\n  'doc'\n  assert 1 == 1\n  return __debug__, f.__doc__\nr = f()", "<o>", "exec", optimize=level), space)
    print(level, space["r"])
flags = compile("x: undefined = 1", "<f>", "exec", flags=__import__("__future__").annotations.compiler_flag)
exec(flags, space := {})
print(space.get("__annotations__"))
awaiting = compile("await value()", "<a>", "eval", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)


async def value():
    return "awaited"


try:
    eval(awaiting).send(None)
except StopIteration as stop:
    print(stop.value)


def nested():
    def inner(x):
        return x * 3

    return inner


inner = next(c for c in nested.__code__.co_consts if hasattr(c, "co_code"))
import types

print(types.FunctionType(inner, {})(5), inner.co_qualname if hasattr(inner, "co_qualname") else "")
import marshal

copied = marshal.loads(marshal.dumps(nested.__code__))
print(types.FunctionType(copied, globals())()(4), copied == nested.__code__)
for arguments in (("x", "<x>", "wrong"), ("x", "<x>"), (5, "<x>", "exec"), ("x", "<x>", "exec", 1 << 30)):
    try:
        compile(*arguments)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
