"""Classes whose objects tell when they die, and statements run one by one for what they tell."""

import gc

gc.disable()

log = []
class P:
    def __init__(self, name, result=None):
        self.name = name
        self.result = result
    def __del__(self):
        log.append(self.name)
    def __repr__(self):
        return self.name
class M(P):
    def __add__(self, other):
        return None
    __eq__ = __lt__ = __getitem__ = __iadd__ = __sub__ = __matmul__ = __pow__ = __add__
    def __contains__(self, other): return True
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
    def two(self, a, b=None, *, c=None):
        pass
    @classmethod
    def cm(cls, *args): pass
    @staticmethod
    def sm(*args): pass
    def __enter__(self):
        return M(self.name + "-entered")
    def __exit__(self, *args):
        pass
    __match_args__ = ("a", "b")
    a = b = 1
class Name(str):
    __slots__ = ("name",)
    def __new__(cls, name): 
        self = str.__new__(cls, name); self.name = name; return self
    def __del__(self): log.append(self.name)
class F:  # results that are mortal, too
    def __init__(self, name): self.name = name
    def __del__(self): log.append(self.name)
    def __add__(self, other): return P("res")
    __eq__ = __getitem__ = __iadd__ = __add__
class NotImpl(P):
    def __add__(self, o): return NotImplemented
    __radd__ = __add__
class Slots:
    __slots__ = ("x", "name")
    def __init__(self, n): self.name = n
    def __del__(self): log.append(self.name)
class Prop:
    def __init__(self, n): self.name = n
    def __del__(self): log.append(self.name)
    x = property(lambda self: None, lambda self, v: None)
class SA(P):
    def __setattr__(self, n, v):
        object.__setattr__(self, n, n)if n!="x" else None
class SAE(P):
    def __setattr__(self, n, v):
        if n=="x": raise ValueError
        object.__setattr__(self, n, v)
class Init:
    def __init__(self, a, b=None): pass
class New:
    def __new__(cls, *a, **k): return None
class InitSlot:
    def __init__(self, *a, **k): pass
class L(list):
    name = "L"
    def __init__(self, name, *a): self.name = name; list.__init__(self, a)
    def __del__(self): log.append(self.name)
    def __hash__(self): return 1
class T(tuple):
    def __new__(cls, name, *a): self = tuple.__new__(cls, a); self.name = name; return self
    def __del__(self): log.append(self.name)
class D(dict):
    def __init__(self, name, *a): self.name = name; dict.__init__(self, *a)
    def __del__(self): log.append(self.name)
class SS(set):
    def __init__(self, name, *a): self.name = name; set.__init__(self, *a)
    def __del__(self): log.append(self.name)
class H(P):  # keys of dict
    def __hash__(self): return 1
    def __eq__(self, o): return True
class I(int):
    def __new__(cls, name, v=0): self = int.__new__(cls, v); self.name = name; return self
    def __del__(self): log.append(self.name)
class Fl(float):
    def __new__(cls, name, v=0.0): self = float.__new__(cls, v); self.name = name; return self
    def __del__(self): log.append(self.name)
class It(P):
    def __iter__(self): return self
    n = 2
    def __next__(self):
        self.n -= 1
        if self.n < 0: raise StopIteration
        return P(self.name + "-item")
class GI:
    def __init__(self, n): self.name = n
    def __del__(self): log.append(self.name)
    def __getitem__(self, key): log.append("("); return None
class GA:
    def __init__(self, n): self.name = n
    def __del__(self): log.append(self.name)
    def __getattribute__(self, key): 
        if key == "name": return object.__getattribute__(self, key)
        return None
class BM(P):
    "object whose method is bound"
    def m(self, *a): pass
class Meta(type):
    def __del__(cls): log.append(cls.label)
class CallableType:
    pass
def cls(name, base=object):
    c = Meta("C", (base,), {"label": name}); return c
def bm(s):
    return BM(s).m
def ignore(*args, **kwargs): pass
def nothing(): pass
def one(a): pass
def two(a, b): pass
def three(a, b=None, *, c=None): pass
def returns(a, b): return a
def returns2(a, b): return b
def raises(a, b): raise ValueError
def fn(name):
    m = P(name)
    def f(*a, m=m): pass
    del m
    return f
def fn2(name):
    m = P(name)
    def f(a, b): m
    return f
def gen(name):
    m = P(name)
    yield P(name + "-y")
    yield 1
def exc(name):
    class E(Exception):
        def __del__(self): log.append(name)
    return E()
class Exc(Exception):
    def __init__(self, name): self.name = name
    def __del__(self): log.append(self.name)
class MapKeys(P):
    def keys(self): return ("x", "y")
    def __getitem__(self, k): return P(self.name + k)
class Fin:
    def __init__(self, n): self.name = n
    def __del__(self): log.append(self.name)
from functools import partial
import operator, builtins


class L2(P):
    __hash__ = None


class Named:
    """What formats as a string that tells."""

    def __init__(self, name):
        self.name = name

    def __format__(self, spec):
        return Name(self.name)


class NS:
    k = P


def mkexc(name):
    class ME(type):
        def __del__(self):
            log.append(name)

    return ME("E", (Exception,), {})


def died_in(function):
    del log[:]
    try:
        function()
    except Exception as error:
        log.append(f"!{type(error).__name__}")
    return " ".join(map(str, log))


def run(cases, once=(), times=4):
    """Print what dies in each case, in order, and where another time differs from the first."""
    for name, text in cases:
        space = {}
        lines = text.strip().splitlines()
        exec("def f():\n" + "".join(f"    {line}\n" for line in lines), globals(), space)
        told = [died_in(space["f"]) for _ in range(1 if name in once else times)]
        print(name, "=>", " | ".join(t for i, t in enumerate(told) if not i or t != told[0]))
