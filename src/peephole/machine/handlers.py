"""The handlers of offsets at which there are no nodes."""

from __future__ import annotations

from peephole.machine.decoder import exception_entries
from peephole.machine.frame import Step
from peephole.machine.hiding import hide_all
from peephole.machine.translate.entries import content
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from peephole.machine.executable import Executable
    from peephole.machine.frame import Node


def range_at(owner: Executable, offset: int) -> tuple[int, int] | None:
    """The range of the exception table that an offset lies in."""
    entries = exception_entries(owner.code.co_exceptiontable)
    found = [(start, end) for start, end, _, _, _ in entries if start <= offset < end]
    return found[0] if found else None


def handler_at(owner: Executable, offset: int) -> tuple[Node, int, bool] | None:
    """The handler of an offset: other instructions in its range of the exception table have it."""
    found = range_at(owner, offset)
    if found is None or owner.entry is None:
        return None
    start, end = found
    steps = _steps(owner.entry)
    return next((step.handler for step in steps if start <= step.offset < end), None)


def _steps(first: Node) -> list[Step]:
    """The steps of all nodes that can be come to."""
    seen: dict[int, Node] = {}
    work = [first]
    while work:
        node = content(work.pop())
        if id(node) in seen:
            continue
        seen[id(node)] = node
        step = node[4]
        ways = (node[2], node[3], step.handler and step.handler[0])
        work += [way for way in ways if type(way) is list]
    return [node[4] for node in seen.values()]


hide_all(globals())
