# status: 1
def attempt(source):
    try:
        exec(source, {"__name__": "sandbox"})
    except Exception as error:
        print(type(error).__name__, error)
        tb = error.__traceback__.tb_next
        while tb:
            print("   ", tb.tb_frame.f_code.co_name, tb.tb_lineno)
            tb = tb.tb_next


attempt("class A:\n    x = 1\n    y = z\n")
attempt("class A:\n    def f(self): pass\n    f()\n")
attempt("class A:\n    class B:\n        class C:\n            1 / 0\n")
attempt("class A(B): pass")
attempt("class A(metaclass=lambda *a: 1 / 0): pass")
attempt("class A(object, x=1): pass")
attempt("class A:\n    __slots__ = ('1x',)\n")
attempt("class A:\n    __slots__ = 5\n")
attempt("class A:\n    __qualname__ = 5\n")
attempt("class A:\n    __module__ = 5\nprint(repr(A))")
attempt("class A:\n    __eq__ = None\nprint(A() == 1, hash)")
attempt("class A:\n    __iter__ = None\nlist(A())")
attempt("class A:\n    __contains__ = None\n1 in A()")
attempt("class A:\n    __class_getitem__ = lambda i: i\nA[1]")
attempt("class A:\n    def __init_subclass__(cls): raise ValueError('no subclasses')\nclass B(A): pass")
attempt("class A:\n    @property\n    def x(self): return self.y\nA().x")
attempt("class A:\n    __doc__ = property(lambda self: 'doc')\nprint(A().__doc__)")
attempt("class A:\n    def __del__(self): print('deleted')\n    raise KeyError('in the body')\n")
attempt("class A[T]: pass" if False else "class A: x = [x for _ in [1]]")


class Base:
    def __init_subclass__(cls, *, required):
        print("subclass with", required)


class Good(Base, required=1): ...


class Bad(Base):
    message = "the body runs first"
    print(message)
