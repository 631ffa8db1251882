x = "module x"


def run(code, *spaces):
    try:
        exec(code, *spaces)
    except Exception as error:
        print(code, "->", type(error).__name__, error)


run("print(x)")
run("y = 5")
print("y" in globals())
space = {"x": "space x"}
run("print(x); y = x * 2; z = [x for _ in range(2)]", space)
print(space["y"], space["z"], sorted(space))
locals_space = {}
run("a = 1\nglobal b\nb = 2\ndef f(): return a", space, locals_space)
print(sorted(locals_space), space["b"])
try:
    locals_space["f"]()
except NameError as error:
    print(error)


def inside():
    local = "local value"
    exec("print(local); local = 'changed'; fresh = 1")
    return local, "fresh" in locals(), eval("local + '!'"), eval("[local for _ in range(1)]") if False else None


print(inside())
print(eval("x"), eval("x", {"x": 1}), eval("a + b", {"a": 1}, {"b": 2}), eval(compile("x", "<c>", "eval")), eval("  1 + 1\n"))
run("return 5")
run("yield 5")
run("x = ")
run("print(undefined)")
run("1 / 0")
run(5)
run("x", 5)
run("x", {}, 5)
run("a\0b")
run(b"print('bytes', x)")
for bad in ("x = 1", "", "1 1", "import os"):
    try:
        eval(bad)
    except SyntaxError as error:
        print(repr(bad), error.msg)


class Default(dict):
    def __missing__(self, key):
        if key == "print":
            raise KeyError(key)
        return f"missing {key}"


exec("print(anything, x)", {"print": print}, Default())
exec("def f(): return 1\nprint(f())\nclass C:\n  v = x\nprint(C.v)")
exec(compile("print('single', 5)\n6 * 7\nNone\n'shown'", "<s>", "exec"))
for statement in ("6 * 7", "None", "'shown'", "x", "_ if '_' in dir() else 0"):
    exec(compile(statement, "<s>", "single"))
closure_code = compile("lambda: x", "<l>", "eval")
print(eval(closure_code)(), __name__, eval("__name__", {}) )
print(eval("lambda v: v * 2")(4), eval("(yes := 5)"), "yes" in globals())
