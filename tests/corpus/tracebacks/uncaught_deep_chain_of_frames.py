# status: 1
class Node:
    def __init__(self, children=(), value=None):
        self.children = children
        self.value = value

    @property
    def total(self):
        return self.value + sum(child.total for child in self.children)


def build():
    return Node([Node([Node(value=1), Node(value="x")], 2)], 3)


report = lambda tree: {"total": tree.total}
print(list(map(report, [build()])))
