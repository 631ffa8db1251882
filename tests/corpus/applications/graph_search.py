import heapq
from collections import defaultdict, deque


class Graph:
    def __init__(self, *edges):
        self.edges = defaultdict(dict)
        for a, b, weight in edges:
            self.edges[a][b] = self.edges[b][a] = weight

    def __contains__(self, node):
        return node in self.edges

    def breadth_first(self, start):
        queue, seen = deque([start]), {start}
        while queue:
            yield (node := queue.popleft())
            for near in sorted(self.edges[node]):
                if near not in seen:
                    seen.add(near)
                    queue.append(near)

    def depth_first(self, node, seen=None):
        seen = set() if seen is None else seen
        if node not in seen:
            seen.add(node)
            yield node
            for near in sorted(self.edges[node]):
                yield from self.depth_first(near, seen)

    def shortest(self, start, goal):
        heap, done = [(0, start, ())], set()
        while heap:
            cost, node, path = heapq.heappop(heap)
            if node in done:
                continue
            done.add(node)
            path = (*path, node)
            if node == goal:
                return cost, "-".join(path)
            for near, weight in self.edges[node].items():
                heapq.heappush(heap, (cost + weight, near, path))
        raise LookupError(f"no way from {start} to {goal}")


g = Graph(("a", "b", 4), ("a", "c", 1), ("c", "b", 2), ("b", "d", 5), ("c", "d", 8), ("x", "y", 1))
print(list(g.breadth_first("a")), list(g.depth_first("a")), g.shortest("a", "d"), "a" in g, "zz" in g)
try:
    g.shortest("a", "x")
except LookupError as error:
    print(error)


def topological(needs):
    state, order = {}, []

    def visit(node, path):
        match state.get(node):
            case "done":
                return
            case "open":
                raise ValueError("cycle " + " -> ".join([*path[path.index(node):], node]))
        state[node] = "open"
        for other in needs.get(node, ()):
            visit(other, [*path, node])
        state[node] = "done"
        order.append(node)

    for node in needs:
        visit(node, [])
    return order


print(topological({"app": ["lib", "log"], "lib": ["core"], "log": ["core"], "core": []}))
try:
    topological({"a": ["b"], "b": ["c"], "c": ["a"]})
except ValueError as error:
    print(error)


class Trie(dict):
    def __missing__(self, key):
        self[key] = value = type(self)()
        return value

    def add(self, word):
        node = self
        for c in word:
            node = node[c]
        node.end = True

    def words(self, prefix=""):
        if getattr(self, "end", False):
            yield prefix
        for c, child in sorted(self.items()):
            yield from child.words(prefix + c)


trie = Trie()
for word in "tea ten to inn in i".split():
    trie.add(word)
print(list(trie.words()), list(trie["t"].words("t")))
quicksort = lambda s: s and [*quicksort([x for x in s[1:] if x < s[0]]), s[0], *quicksort([x for x in s[1:] if x >= s[0]])]
print(quicksort([3, 1, 4, 1, 5, 9, 2, 6, 5, 3]), sorted("graph", key=lambda c: (-ord(c) % 3, c)))
