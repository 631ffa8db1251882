import gc
import weakref

gc.disable()


class Node:
    def __init__(self, name):
        self.name, self.links = name, []

    def __del__(self):
        print("del", self.name)


def ring(*names):
    nodes = [Node(n) for n in names]
    for a, b in zip(nodes, nodes[1:] + nodes[:1]):
        a.links.append(b)
    return weakref.ref(nodes[0])


r = ring("a")
print(r() is not None)
gc.collect()
print(r())


def exception_cycle():
    local = Node("held by a frame in a cycle")
    try:
        raise ValueError
    except ValueError as error:
        kept = error
    return weakref.ref(local)


r = exception_cycle()
print("alive" if r() else "dead")
gc.collect()
print("alive" if r() else "dead")


def generator_cycle():
    def gen():
        me = Node("in a generator that holds itself")
        yield
        yield g

    g = gen()
    next(g)
    return weakref.ref(g)


r = generator_cycle()
print("alive" if r() else "dead")
gc.collect()
print("alive" if r() else "dead")
events = []
gc.callbacks.append(lambda phase, info: events.append(phase))
gc.collect()
gc.callbacks.clear()
print(events)


class Closure:
    def __init__(self):
        self.me = lambda: self

    def __del__(self):
        print("closure del")


Closure()
print("before")
gc.collect()
print("after")
function = lambda: 0
function.self = function
r = weakref.ref(function)
del function
print(r() is not None)
gc.collect()
print(r())


def recursive():
    def inner(n):
        return inner(n - 1) if n else weakref.ref(inner)

    return inner(3)


r = recursive()
print(r() is not None)
gc.collect()
print(r())
