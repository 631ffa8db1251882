"""Entries: nodes that count how often the loop begins at them, until they are translated."""

from __future__ import annotations

from importlib import import_module

from peephole import isa
from peephole.machine.audit import quietly
from peephole.machine.frame import EntryStep, Step
from peephole.machine.hiding import hide_all
from peephole.machine.settings import settings
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FunctionType
    from typing import Any

    from peephole.machine.executable import Executable
    from peephole.machine.frame import Node

_decoding = import_module(f"peephole.machine.decoding.v{isa.host_version().replace('.', '_')}")
RUN: int = _decoding.RUN
WARM: int = _decoding.WARM
_ENTRIES = frozenset({RUN, WARM})

#: the name of the functions that are written
SEGMENT = "segment"


class Entry:
    """What an entry's node has as its operand until it is translated."""

    __slots__ = ("count", "node")

    def __init__(self, node: Node, count: int) -> None:
        self.count = count
        self.node = node

    def translate(self) -> Node:
        """Write the segment that begins here; return the node at which to go on."""
        try:
            return self._translate()
        except BaseException as exception:
            assert go_on is not None
            self.count = 1  # next time
            return go_on(content(self.node), exception)

    def _translate(self) -> Node:
        assert segment is not None
        node = self.node
        if node[0] != WARM:  # another thread was faster
            return node
        hearing = settings.hearing
        function, behind = quietly(segment, node, hearing)
        if function is None:
            node[:] = node[1]
            _watch_all(behind)
            return node
        if hearing is None:
            node[4] = EntryStep(node[1][4])
        node[2] = function
        node[0] = RUN
        _watch_all(behind)
        return node


class Warming:
    """What a node that warms code up has as its operand while the code is cold.

    The loop takes it for an `Entry` that it counts for the last time.
    """

    __slots__ = ("_entry", "count", "executable", "node")

    def __init__(self, node: Node, executable: Executable, entry: Node | None) -> None:
        self.count = 1
        self.node = node
        self.executable = executable
        #: where the code begins, where its nodes are to lead past those that only warm it up
        self._entry = entry

    def translate(self) -> Node:
        """Count; return the node at which to go on."""
        self.count = 1
        try:
            return self._count()
        except BaseException as exception:
            assert go_on is not None
            return go_on(content(self.node), exception)

    def _count(self) -> Node:
        node, executable = self.node, self.executable
        if node[2] is not self:  # the code has got warm in another thread
            return node
        plain: Node = node[1]
        if executable.cold:
            executable.cold -= 1
        if not executable.cold:
            if self._entry is not None:
                _lead_past_warming(self._entry)
                if executable.entry is not None:
                    executable.entry = behind_warming(executable.entry)
            node[:] = plain
            if executable.entry is node and settings.translate_after:
                watch(node)
        return plain


def _lead_past_warming(entry: Node) -> None:
    seen: set[int] = set()
    work: list[Any] = [entry]
    while work:
        node = work.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        plain = content(node)
        for i in (2, 3):
            following = plain[i]
            if type(following) is list and following and isinstance(following[-1], Step):
                plain[i] = behind_warming(following)
                work.append(plain[i])
        node[3] = plain[3]
        if plain[4].handler is not None:
            work.append(plain[4].handler[0])


def behind_warming(node: Node) -> Node:
    """The node behind those that only warm code up."""
    first = node
    seen: set[int] = set()
    while type(node[2]) is Warming and id(node) not in seen:
        seen.add(id(node))
        plain = node[1]
        node = plain[2] if type(plain[2]) is list else plain[3]
    return first if id(node) in seen else node


#: what writes segments: set by the module that does, which needs this one
segment: Callable[[Node, Any], tuple[FunctionType | None, list[Node]]] | None = None

#: where to go on at a node behind what a signal has raised meanwhile; else it is raised
go_on: Callable[[Node, BaseException], Node] | None = None

#: what is behind a segment is translated after as many times fewer
_SOONER = 3


def watch(node: Node, sooner: int = 1) -> None:
    """Make a node an entry, if it is none yet."""
    count = settings.translate_after // sooner or 1
    if node[0] not in _ENTRIES:
        plain = list(node)
        node[:] = [WARM, plain, Entry(node, count), plain[3], plain[4]]


def _watch_all(behind: list[Node]) -> None:
    for following in behind:
        watch(following, _SOONER)


def content(node: Node) -> Node:
    """The node as it was decoded, for an entry."""
    plain: Node = node[1] if node[0] in _ENTRIES else node
    return plain


def undo(node: list[Any]) -> None:
    """Take a segment away, if the list is a node that has one."""
    if len(node) == 5 and node[0] == RUN and getattr(node[2], "__name__", "") == SEGMENT:
        node[:] = node[1]


hide_all(globals())
