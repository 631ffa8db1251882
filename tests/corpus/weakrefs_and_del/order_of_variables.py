"""The order in which the variables of a frame die as it ends."""
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def f(p):
    a = D("a"); b = D("b"); c = D("c")
    p = D("p")
    return 1
f(0)
print("--")
def g():
    a = D("a"); b = D("b")
    raise KeyError
try: g()
except KeyError: pass
print("--")
def gen():
    a = D("a"); b = D("b")
    yield 1
    return
list(gen())
print("--")
x = gen(); next(x); x.close()
print("--")
def cells():
    a = D("a"); b = D("b"); c = D("c")
    def inner(): return b
    d = D("d")
    return 1
cells()
print("--")
def stackvals():
    a = D("a")
    for x in [D("s1"), D("s2")]:
        b = D("b")
        return 5
stackvals()
print('--')
def h(*args, **kw):
    z = D("z")
h(D("arg"), k=D("kw"))
print('--')
sorted([1], key=lambda v, a=0: f(v))
def viahost(v):
    a = D("a"); b = D("b")
    return v
sorted([1], key=viahost)
print('--')
async def co():
    a = D("a"); b = D("b")
try: co().send(None)
except StopIteration: pass
print('--')
def deep(n):
    a = D(f"a{n}"); b = D(f"b{n}")
    if n: deep(n-1)
    else: raise ValueError
try: deep(2)
except ValueError: pass
print('--')
class C:
    q = D("q"); r = D("r")
del C
