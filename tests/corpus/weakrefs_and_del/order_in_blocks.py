"""What blocks of statements hold dies in CPython's order, frames and generators, too."""

import sys

from _mortals import run

BLOCKS = {
"with": '''
with M("m") as a, M("n") as b:
    log.append("inside")
''',
"with none": '''
with M("m"), M("n"):
    log.append("inside")
''',
"with raise": '''
with M("m") as a, M("n") as b:
    raise ValueError
''',
"with return": '''
with M("m") as a, M("n") as b:
    return P("v")
''',
"with no exit": '''
with P("m") as a:
    pass
''',
"match": '''
match M("subject"):
    case int():
        pass
    case M(name="other"):
        pass
    case M(name=found):
        log.append(found)
''',
"match positional": '''
match M("subject"):
    case M(1, 2):
        pass
''',
"match mapping": '''
match D("subject", {1: P("a"), 2: P("b")}):
    case {1: x, 2: y, **rest}:
        pass
''',
"match mapping not": '''
match D("subject", {1: P("a"), 2: P("b")}):
    case {1: x, 3: y}:
        pass
''',
"match sequence": '''
match L("subject", P("a"), P("b"), P("c")):
    case [x, *y]:
        pass
''',
"match sequence not": '''
match L("subject", P("a"), P("b"), P("c")):
    case [x, 1, *y]:
        pass
''',
"match mortal class": '''
match P("subject"):
    case NS.k():
        pass
''',
"match mortal class error": '''
match P("subject"):
    case NS.k(1, 2):
        pass
''',
"class": '''
class C:
    a = P("a")
    b = P("b")
    del a
C.b = None
''',
"class mortal bases": '''
class C(Fin("f"), P("b"), metaclass=ignore): pass
''',
"class mortal bases keyword": '''
class C(P("b"), metaclass=ignore, k=P("c"), l=P("d")): pass
''',
"decorated": '''
@M("d1")
@M("d2")
def f(a=P("default"), *, k=P("kw")): pass
''',
"function": '''
def f(a=P("a"), b=P("b"), *, k=P("k"), l=P("l")): pass
''',
"function with annotations": '''
z = P("z")
def f(a: P("aa") = P("a"), b=P("b"), *, k=P("k"), l=P("l")): return z
f = None
''',
"lambda": '''
(lambda a=P("a"), b=P("b"): 1)
''',
"closure": '''
a = P("a")
def inner():
    return a
b = P("b")
inner()
''',
"deleting": '''
a, b = M("a"), M("b")
del b, a
''',
"generator": '''
def numbers():
    a = M("a")
    yield M("b")
    b = M("c")
    yield 1
for x in numbers():
    log.append("-")
''',
"dropped generator": '''
def numbers():
    a = M("a")
    b = M("b")
    yield M("c")
g = numbers()
next(g)
g = None
''',
"generator raising": '''
def numbers():
    a = P("a")
    b = P("b")
    yield P("c")
    ignore(P("d"), P("e"), undefined)
for x in numbers(): pass
''',
"generator closed on stack": '''
def numbers():
    a = P("a")
    ignore(P("x"), P("y"), (yield P("c")))
g = numbers()
next(g)
g = None
''',
"yield from": '''
def inner():
    a = P("a")
    r = yield P("b")
    return P("c")
def outer():
    x = yield from inner()
    yield x
for v in outer(): pass
''',
"yield from it": '''
def outer():
    x = yield from It("i")
    yield x
for v in outer(): pass
''',
"yield from it closed": '''
def outer():
    z = P("z")
    x = yield from It("i")
    yield x
g = outer(); next(g); g.close()
''',
"yield from it thrown": '''
def outer():
    z = P("z")
    x = ignore(P("s"), (yield from It("i")))
    yield x
g = outer(); next(g); g.throw(ValueError)
''',
"send to": '''
def outer():
    while True:
        x = yield P("y")
g = outer(); next(g); g.send(P("s1")); g.send(P("s2")); g.close()
''',
"await": '''
class A(P):
    def __await__(self):
        yield P("aw")
        return P("awr")
async def co():
    z = P("z")
    return ignore(P("b"), await A("a"))
c = co(); c.send(None)
try: c.send(None)
except StopIteration: pass
''',
"async with": '''
class A(P):
    async def __aenter__(self): return P("in")
    async def __aexit__(self, *a): return P("out")
async def co():
    async with A("a") as x, A("b"):
        log.append("inside")
c = co()
try: c.send(None)
except StopIteration: pass
''',
"async for": '''
class A(P):
    n = 2
    def __aiter__(self): return self
    async def __anext__(self):
        self.n -= 1
        if self.n < 0: raise StopAsyncIteration
        return P("item")
async def co():
    async for x in A("a"):
        log.append("inside")
c = co()
try: c.send(None)
except StopIteration: pass
''',
"async for raise": '''
class A(P):
    n = 2
    def __aiter__(self): return self
    async def __anext__(self):
        self.n -= 1
        if self.n < 0: raise ValueError
        return P("item")
async def co():
    async for x in A("a"):
        log.append("inside")
c = co()
try: c.send(None)
except StopIteration: pass
''',
"async generator": '''
async def ag():
    a = P("a")
    yield P("b")
    yield P("c")
async def co():
    async for x in ag():
        log.append("inside")
c = co()
try: c.send(None)
except StopIteration: pass
''',
"except": '''
try:
    ignore(P("a"), P("b"), undefined)
except (NameError, TypeError) as e:
    log.append("h")
log.append("after")
''',
"except mortal": '''
try:
    raise Exc("e")
except Exc as e:
    x = P("x")
log.append("after")
''',
"except mortal class": '''
try:
    raise ValueError
except (mkexc("c1"), mkexc("c2"), ValueError):
    log.append("h")
''',
"except wrong": '''
try:
    raise ValueError
except (P("a"), P("b")):
    log.append("h")
''',
"except wrong one": '''
try:
    raise ValueError
except P("a"):
    log.append("h")
''',
"except star": '''
try:
    raise ExceptionGroup("", [ValueError(P("v")), TypeError(P("t"))])
except* ValueError as e:
    x = P("x")
except* TypeError:
    log.append("t")
log.append("after")
''',
"except star wrong": '''
try:
    raise ExceptionGroup("", [ValueError(P("v")), TypeError(P("t"))])
except* P("z"):
    pass
''',
"finally": '''
x = P("x")
try:
    ignore(P("a"), P("b"), undefined)
finally:
    y = P("y")
''',
"finally return": '''
x = P("x")
try:
    return P("r")
finally:
    y = P("y")
''',
"nested frames": '''
def inner(p):
    q = P("q")
    ignore(P("r"), undefined)
def middle(p):
    q = P("q2")
    ignore(P("r2"), inner(P("p2")))
middle(P("p1"))
''',
"nested frames caught": '''
def inner(p, q):
    r = P("r")
    raise ValueError
def middle(p, q):
    r = P("r2")
    try: inner(P("p2"), P("q2"))
    except ValueError: pass
    log.append("after")
middle(P("p1"), P("q1"))
''',
"frame freed after": '''
def inner(p, q):
    r = P("r")
    raise ValueError
try: inner(P("p2"), P("q2"))
except ValueError as e: k = e
log.append("after")
k = None
''',
"frame freed with locals cells": '''
def inner(p, q):
    r = P("r"); s = P("s"); t = P("t")
    def z(): p, r
    z2 = P("z2")
    ignore(P("a"), P("b"), undefined)
try: inner(P("p2"), P("q2"))
except NameError as e: k = e
log.append("after")
k = None
''',
"no traceback kept": '''
class G:
    def __getattr__(self, name): raise AttributeError(name)
def inner(p, q):
    r = P("r")
    return hasattr(G(), "z")
inner(P("p"), P("q"))
''',
"exec": '''
exec("a = P('a'); b = P('b')", {"P": P})
''',
"exec locals": '''
exec("a = P('a'); b = P('b')", {"P": P}, {"l": P("l")})
''',
"exec raise": '''
exec("a = P('a'); b = P('b'); P('c') + P('d')", {"P": P}, {"l": P("l")})
''',
"import from": '''
from os import nothing_there, path
''',
"import name": '''
x = P("x")
exec("import q", {"__builtins__": {"__import__": M("imp")}})
''',
"import fromlist": '''
x = P("x")
exec("from q import a", {"__builtins__": {"__import__": M("imp")}})
''',
"global store": '''
global GG
GG = P("1")
GG = P("2")
del GG
''',
"deref store": '''
v = P("1")
def f(): nonlocal v; v = P("3")
v = P("2")
f()
del v
''',
"super": '''
class B:
    def m(self, *a): pass
class C(B):
    def __init__(self, n): self.name = n
    def __del__(self): log.append(self.name)
    def m(self, *a):
        super().m(P("x"), P("y"))
        super().name2
C("c").m(P("q"))
''',
"super explicit": '''
class B:
    def m(self, *a): pass
class C(B):
    def __init__(self, n): self.name = n
    def __del__(self): log.append(self.name)
super(C, C("s")).m(P("a"))
super(C, C("s")).name
''',
"super mortal class": '''
def k():
    class B(metaclass=Meta):
        label = "B"
        def m(self, *a): pass
    class C(B):
        label = "C"
    return C
super(P("z"), P("y")).m
''',
"super shadow": '''
exec("super(P('a'), P('b')).m", {"super": M("sup"), "P": P})
''',
"super shadow call": '''
exec("def f():\\n super(P('a'), P('b')).m(P('c'))\\nf()", {"super": M("sup"), "P": P})
''',
"type params": '''
class X[T]: pass
def f[T](a=P("a"), *, b=P("b")): pass
''' if sys.version_info >= (3, 12) else "pass",
"template": '''
t"{P('a')}{P('b'):{Name('c')}} x {P('d')!r}"
''' if sys.version_info >= (3, 14) else "pass",
"template result": '''
t = t"{P('a')}{P('b'):{Name('c')}} x {P('d')!r}"
i = t.interpolations[1]
t = None
log.append("-")
i = None
''' if sys.version_info >= (3, 14) else "pass",
"inlined comprehension raising": '''
x = P("outer")
[(x, undefined) for x in [P("a"), P("b")] for y in It("i")]
''',
"inlined comprehension": '''
x = P("outer")
z = [x for x in [P("a"), P("b")] for y in It("i")]
log.append("-")
''',
"dictcomp in expression": '''
ignore(P("a"), {k: v for k, v in [(P("k"), P("v")), (P("k2"), P("v2"))]})
''',
"dictcomp unpack": '''
{**x for x in [D("d", {1: P("v")}), D("d2", {1: P("w")})]}
''' if sys.version_info >= (3, 15) else "pass",
"listcomp unpack": '''
[*x for x in [L("d", P("v")), L("d2", P("w")), P("n")]]
''' if sys.version_info >= (3, 15) else "pass",
"walrus": '''
ignore(x := P("a"), x := P("b"))
''',
"augmented attr": '''
class Z(P): pass
Z("o").name += Name("v")
''',
"augmented subscript": '''
M("o")[M("k")] += M("v")
D("o", {1: L("l")})[1] += T("t")
''',
"augmented slice": '''
M("o")[M("a"):M("b")] += M("v")
''',
"getattribute": '''
GA("a").x
GA("a").m(P("b"))
''',
"chain in": '''
if P("a") in L("b") in M("c"): pass
''',
}

run(BLOCKS.items())
