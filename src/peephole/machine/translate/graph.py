"""What the translator has to know of decoded code: ways on, loops, where branches meet again."""

from __future__ import annotations

from peephole.machine.hiding import hide_all
from peephole.machine.translate.entries import Warming, content
from peephole.machine.translate.forms import ends_of, template_of
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from peephole.machine.frame import Node


class Graph:
    """The nodes from an entry on, by identity, as far as they can be translated."""

    __slots__ = ("_after", "following", "heads", "nodes", "order")

    def __init__(self, entry: Node, most: int) -> None:
        #: by identity
        self.nodes: dict[int, Node] = {}
        #: the ways on from each, also out of the graph
        self.following: dict[int, list[Node]] = {}
        #: those that are jumped back to
        self.heads: set[int] = set()
        #: in reverse postorder
        self.order: list[int] = []
        self._find(entry, most)
        self._after = self._meeting_points()

    def _find(self, entry: Node, most: int) -> None:
        state: dict[int, int] = {}
        stack: list[tuple[Node, int]] = [(entry, 0)]
        while stack:
            node, i = stack.pop()
            key = id(node)
            if i == 0:
                if key in state:
                    continue
                following = self._ways_on(node)
                if following is None or len(self.nodes) >= most:
                    state[key] = 2
                    continue
                state[key] = 1
                self.nodes[key] = node
                self.following[key] = following
            following = self.following[key]
            if i < len(following):
                stack.append((node, i + 1))
                successor = following[i]
                if state.get(id(successor)) == 1:
                    self.heads.add(id(successor))
                elif id(successor) not in state:
                    stack.append((successor, 0))
            else:
                state[key] = 2
                self.order.append(key)
        self.order.reverse()

    def _ways_on(self, node: Node) -> list[Node] | None:
        if type(node[2]) is Warming:
            return None
        plain = content(node)
        template = template_of(plain)
        if template is None:
            return None
        ends = ends_of(template[5])
        ways = []
        if "out" in ends and plain[3] is not None:
            ways.append(plain[3])
        if "jump" in ends:
            ways.append(plain[2])
        return ways

    def _meeting_points(self) -> dict[int, int | None]:
        """The immediate postdominator of every node, None where there is none.

        The algorithm of Cooper, Harvey and Kennedy on the reversed graph.
        """
        end = -1
        after: dict[int, int | None] = {}
        changed = True
        while changed:
            changed = False
            for key in reversed(self.order):
                found: int | None = None
                ways = self.following[key]
                candidates = [id(w) if id(w) in self.nodes else end for w in ways] or [end]
                for candidate in candidates:
                    if candidate != end and candidate not in after:
                        continue
                    found = candidate if found is None else self._meet(after, found, candidate)
                if found is not None and after.get(key) != found:
                    after[key] = found
                    changed = True
        return {key: None if value in (end, None) else value for key, value in after.items()}

    def _meet(self, after: dict[int, int | None], a: int, b: int) -> int:
        seen = set()
        current: int | None = a
        while current is not None and current not in seen:
            seen.add(current)
            if current == -1:
                break
            current = after.get(current, -1)
        current = b
        visited = set()
        while current is not None and current not in seen and current not in visited:
            visited.add(current)
            current = after.get(current, -1)
        return current if current in seen and current is not None else -1

    def meeting_point(self, node: Node) -> Node | None:
        """Where all ways on from a node come together again, None where they do not."""
        key = self._after.get(id(node))
        return None if key is None else self.nodes[key]

    def behind_loop(self, head: Node) -> Node | None:
        """The first node that all ways out of a loop come to, None where there is none."""
        body = self._loop(id(head))
        node = self.meeting_point(head)
        seen = set()
        while node is not None and id(node) in body and id(node) not in seen:
            seen.add(id(node))
            node = self.meeting_point(node)
        return None if node is None or id(node) in body else node

    def _loop(self, head: int) -> set[int]:
        """The nodes from which a loop's head can be come back to without leaving it."""
        before: dict[int, list[int]] = {}
        for key, ways in self.following.items():
            for way in ways:
                before.setdefault(id(way), []).append(key)
        reached = self._reached_from(head)
        body = {head}
        work = [key for key in before.get(head, ()) if key in reached]
        while work:
            key = work.pop()
            if key not in body:
                body.add(key)
                work += [k for k in before.get(key, ()) if k in reached]
        return body

    def _reached_from(self, head: int) -> set[int]:
        reached = {head}
        work = [head]
        while work:
            for way in self.following[work.pop()]:
                if id(way) in self.nodes and id(way) not in reached:
                    reached.add(id(way))
                    work.append(id(way))
        return reached


hide_all(globals())
