"""gc.get_referrers and gc.get_objects: of the program's objects only."""

import gc


class Node:
    def __init__(self, name):
        self.name = name


def referrers(node):
    return sorted(type(value).__name__ for value in gc.get_referrers(node))


def local_only():
    node = Node("local")
    return referrers(node)


kept = [Node("in a list"), {"key": Node("in a dict")}, (Node("in a tuple"),)]
print(local_only(), referrers(kept[0]), referrers(kept[1]["key"]), referrers(kept[2][0]))
print(gc.get_referrers(kept[0]) == [kept], gc.get_referrers(), [type(v).__name__ for v in gc.get_referrers(kept, kept)])


def cell():
    node = Node("in a cell")
    return (lambda: node), node


def closure():
    function, node = cell()
    return referrers(node)


print(closure())


def generator():
    node = Node("in a generator")
    yield node
    yield 1


running = generator()
node = next(running)


class Finalized:
    def __del__(self):
        print(gc.get_referrers(self), [v for v in gc.get_objects() if v is self] == [self])


def dies():
    value = Finalized()
    value.itself = value


dies()
gc.collect()
mine = [value for value in gc.get_objects() if type(value) is Node]
print(sorted(node.name for node in mine))
print({type(v).__module__.partition(".")[0] for v in gc.get_objects()} & {"peephole"})
for arguments in ((0,), (1,), (None,)):
    print(type(gc.get_objects(*arguments)).__name__)
try:
    gc.get_objects(9)
except ValueError as error:
    print(error)
