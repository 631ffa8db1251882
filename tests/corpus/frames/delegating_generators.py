import sys
def names():
    f=sys._getframe(1); out=[]
    while f: out.append((f.f_code.co_name,f.f_lineno)); f=f.f_back
    return out
def f():
    print(names())
    try:
        yield 1
    except Exception: pass
    print(names())
    yield 2
def g():
    yield from f()
def h():
    yield from g()
def go(gen):
    print(next(gen)); print(gen.throw(RuntimeError)); print(list(gen))
go(h())
async def a(): print(names()); return [n for n in [names()]]
async def b(): return await a()
async def c(): return await b()
try: c().send(None)
except StopIteration as e: print(e.value)
