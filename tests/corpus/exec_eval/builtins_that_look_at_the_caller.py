x = "module"


def function(a):
    b = a * 2
    before = dir()
    exec("c = b")
    return sorted(locals()), before, sorted(vars()), eval("a + b"), eval("[a, b]"), "c" in dir()


def nested():
    x = "enclosing"

    def inner():
        y = x
        return eval("y"), sorted(locals()), eval("x")

    return inner()


def in_comprehension(a):
    return [sorted(k for k in locals() if k in "ab") for b in (1,)], [eval("b") for b in (1, 2)]


def in_lambda():
    return (lambda q: (sorted(locals()), eval("q")))(3)


class Body:
    z = 1
    names = sorted(k for k in dir() if not k.startswith("__"))
    value = eval("z + 1")
    exec("made_by_exec = z + 10")


def generator(n):
    yield sorted(locals())
    yield eval("n * 2")


def through_map():
    hidden = 7
    try:
        return list(map(eval, ["hidden"]))
    except NameError as error:
        return str(error)


def globals_of():
    return globals()["x"], globals() is function.__globals__


def imports():
    return __import__("os").path.__name__ in ("posixpath", "ntpath")


def supers():
    class A:
        def f(self):
            return "A"

    class B(A):
        def f(self):
            return eval("super(B, self).f()", {"B": B, "self": self}), super().f()

    return B().f()


print(function(3))
print(nested(), in_comprehension(1), in_lambda())
print(Body.names, Body.value, Body.made_by_exec, list(generator(4)), through_map(), globals_of(), imports(), supers())
print(list(map(lambda _: sorted(locals()), [0])), sorted([2, 1], key=lambda v: eval("v")))
apply = lambda f, *a: f(*a)


def passed_on():
    local = 1
    return sorted(apply(lambda: locals())), "local" in apply(dir), sorted(apply(locals))


print(passed_on()[0], passed_on()[1])
code = compile("x + ' via eval of code'", "<e>", "eval")
print(eval(code), (lambda x: eval(code))("local"), eval(code, {"x": "given"}))
