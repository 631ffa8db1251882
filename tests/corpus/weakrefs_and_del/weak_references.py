import gc
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def method(self):
        return self.name

    def __repr__(self):
        return f"Thing({self.name})"


thing = Thing("t")
ref = weakref.ref(thing, lambda r: print("callback", r() is None))
proxy = weakref.proxy(thing)
method = weakref.WeakMethod(thing.method)
print(ref(), proxy.name, method()(), weakref.getweakrefcount(thing))
del thing
print(ref(), method())
try:
    proxy.name
except ReferenceError as error:
    print(error)
values, keys, members = weakref.WeakValueDictionary(), weakref.WeakKeyDictionary(), weakref.WeakSet()
a, b = Thing("a"), Thing("b")
values["a"], values["b"] = a, b
keys[a] = 1
members.add(a)
members.add(b)
print(dict(values), dict(keys), len(members))
del a
print(dict(values), dict(keys), len(members))
weakref.finalize(b, print, "finalized", "b")
b = None
print(len(values), len(members))


def function():
    local = Thing("local")
    r = weakref.ref(local)
    before = r() is not None
    del local
    return before, r()


print(function())


def in_call(thing):
    return weakref.ref(thing)


print(in_call(Thing("argument"))())
r = weakref.ref(lambda: 0)
print(r())


def outer():
    def inner():
        return 1

    return weakref.ref(inner), inner


r, inner = outer()
print(r() is inner)
del inner
print(r())


def frame_cycle():
    me = Thing("in a cycle")
    me.me = me
    return weakref.ref(me)


gc.disable()
r = frame_cycle()
print(r())
gc.collect()
print(r())


def caught():
    t = Thing("exception local")
    r = weakref.ref(t)
    try:
        raise ValueError(t)
    except ValueError as error:
        pass
    t = None
    return r


print(caught()())


def generator_local():
    t = Thing("gen")
    yield weakref.ref(t)
    yield


g = generator_local()
r = next(g)
print(r())
g.close()
print(r())
