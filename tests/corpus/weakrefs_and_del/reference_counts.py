import sys


def fresh():
    return object()


def count(value):
    return sys.getrefcount(value)


class Node:
    pass


node = Node()
before = sys.getrefcount(node)
other = node
print(sys.getrefcount(node) - before)
box = [node, node]
print(sys.getrefcount(node) - before)
del other, box
print(sys.getrefcount(node) - before)


def hold(n):
    return sys.getrefcount(n) - before > 0


hold(node)
print(sys.getrefcount(node) - before)
try:
    raise ValueError(node)
except ValueError:
    pass
print(sys.getrefcount(node) - before)
g = (node for _ in range(2))
next(g)
g.close()
del g
print(sys.getrefcount(node) - before)
f = lambda default=node: default
f()
del f
print(sys.getrefcount(node) - before)
items = [node for _ in range(10)]
print(sys.getrefcount(node) - before)
items = None
print(sys.getrefcount(node) - before)
import gc

print(gc.is_tracked(node), isinstance(gc.collect(), int))


# PEP 683: what is immortal has always the same count
if sys.version_info >= (3, 12):
    print({sys.getrefcount(thing) == sys.getrefcount(None) for thing in (None, 1, True, ..., -5)})
