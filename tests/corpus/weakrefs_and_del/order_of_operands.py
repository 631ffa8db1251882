"""Operands of one instruction die in CPython's order."""


class Mortal:
    def __init__(self, name, result=None):
        self.name = name
        self.result = result

    def __del__(self):
        print(self.name, end=" ")

    def __add__(self, other):
        return self.result

    __eq__ = __lt__ = __getitem__ = __contains__ = __iadd__ = __sub__ = __matmul__ = __add__

    def __setitem__(self, key, value):
        pass

    def __delitem__(self, key):
        pass

    def __call__(self, *args, **kwargs):
        pass

    def __iter__(self):
        return iter((1, 2))

    def __hash__(self):
        return 1

    def __bool__(self):
        return True

    def __format__(self, spec):
        return "f"

    def method(self, *args, **kwargs):
        pass

    def __enter__(self):
        return Mortal(self.name + "-entered")

    def __exit__(self, *args):
        pass


M = Mortal


def ignore(*args, **kwargs):
    pass


def one(a, b=None, *, c=None):
    pass


def both(title, statement):
    print(title, end=": ")
    statement()
    print()


both("add", lambda: M("l") + M("r"))
both("sub", lambda: M("l") - M("r"))
both("matmul", lambda: M("l") @ M("r"))
both("eq", lambda: M("l") == M("r"))
both("lt", lambda: M("l") < M("r"))
both("is", lambda: M("l") is M("r"))
both("is not", lambda: M("l") is not M("r"))
both("in", lambda: M("l") in M("r"))
both("not in", lambda: M("l") not in M("r"))
both("subscript", lambda: M("l")[M("r")])
both("slice", lambda: M("l")[M("a"):M("b")])
both("slice 3", lambda: M("l")[M("a"):M("b"):M("c")])
both("list", lambda: [M("a"), M("b"), M("c")])
both("tuple", lambda: (M("a"), M("b"), M("c")))
both("set", lambda: {M("a"), M("b"), M("c")} and None)
both("dict", lambda: {M("k"): M("v"), M("k2"): M("v2")} and None)
both("unpacked", lambda: [*M("a"), *M("b")])
both("call of object", lambda: M("f")(M("a"), M("b")))
both("call of object, keywords", lambda: M("f")(M("a"), k=M("b")))
both("call of object, star", lambda: M("f")(*[M("a"), M("b")], **{"k": M("c")}))
both("function", lambda: ignore(M("a"), M("b")))
both("function, keywords", lambda: ignore(M("a"), k=M("b")))
both("function, star", lambda: ignore(*[M("a"), M("b")], **{"k": M("c")}))
both("parameters", lambda: one(M("a"), M("b")))
both("parameters, keywords", lambda: one(M("a"), M("b"), c=M("c")))
both("method", lambda: M("s").method(M("a"), M("b")))
both("method, keywords", lambda: M("s").method(M("a"), k=M("b")))
both("builtin", lambda: isinstance(M("a"), type))
both("builtin, several", lambda: max(M("a"), M("b")))
both("builtin, keywords", lambda: max(M("a"), M("b"), key=bool))
both("type", lambda: type(M("a")))
both("str", lambda: str(M("a")) and None)
both("getattr", lambda: getattr(M("a"), "x", M("b")) and None)
both("chained", lambda: M("a", 1) < M("b", 1) < M("c"))
both("and", lambda: M("a") and M("b"))
both("or", lambda: M("a") or M("b"))
both("not", lambda: not M("a"))
both("f-string", lambda: f"{M('a')}{M('b')}" and None)
both("f-string, spec", lambda: f"{M('a'):{M('b')}}" and None)
both("conditional", lambda: M("a") if M("b") else M("c"))
both("comprehension", lambda: [x for x in [M("a"), M("b")]])
both("generator", lambda: list(x for x in [M("a"), M("b")]))


def statements():
    def store_subscr():
        M("c")[M("k")] = M("v")

    def delete_subscr():
        del M("c")[M("k")]

    def store_slice():
        M("c")[M("a"):M("b")] = M("v")

    def store_attr():
        M("o").attribute = M("v")

    def augmented():
        M("o", M("item", 1))[M("k")] += M("v")

    def swap():
        a, b = M("a"), M("b")
        a, b = b, a

    def rebind():
        a = M("old")
        a = M("new")
        b = M("b")

    def star():
        a, *b = M("a"), M("b"), M("c")

    def unpack():
        a, b = [M("a"), M("b")]

    def loop():
        for x in [M("a"), M("b")]:
            print(".", end="")
        else:
            print("else", end=" ")

    def broken_loop():
        for x in [M("a"), M("b")]:
            break

    def returning():
        x = M("x")
        return M("y")

    def returning_from_loop():
        for x in [M("a"), M("b")]:
            for y in [M("c"), M("d")]:
                return M("y")

    def raising():
        x = M("x")
        y = M("y")
        try:
            raise ValueError(M("e"))
        except ValueError as e:
            print("handled", end=" ")

    def managers():
        with M("m") as a, M("n") as b:
            print("inside", end=" ")

    def raised_in_expression():
        try:
            ignore(M("a"), M("b"), undefined)
        except NameError:
            print("handled", end=" ")

    def raised_in_loop():
        try:
            for x in [M("a"), M("b")]:
                ignore(M("c"), undefined)
        except NameError:
            print("handled", end=" ")

    def matching():
        match M("subject"):
            case int():
                pass
            case M(name="other"):
                pass
            case M(name=found):
                print(found, end=" ")

    def closure():
        a = M("a")

        def inner():
            return a

        b = M("b")
        inner()

    def deleting():
        a, b = M("a"), M("b")
        del b, a

    def generator():
        def numbers():
            a = M("a")
            yield M("b")
            b = M("c")
            yield 1

        for x in numbers():
            print("-", end=" ")

    def dropped_generator():
        def numbers():
            a = M("a")
            b = M("b")
            yield M("c")

        g = numbers()
        next(g)
        g = None

    def class_body():
        class C:
            a = M("a")
            b = M("b")
            del a

        C.b = None

    def assertion():
        try:
            assert not M("a"), M("b")
        except AssertionError:
            print("handled", end=" ")

    for name, statement in list(locals().items()):
        both(name, statement)


statements()
