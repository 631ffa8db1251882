"""Where the guest is when a signal, or another thread, raises an exception in it."""

from __future__ import annotations

from opcode import opmap

from peephole.machine.decoder import exception_entries
from peephole.machine.frame import EntryStep, Step
from peephole.machine.hiding import hide_all
from peephole.machine.host_loops import begins, goes_on_at
from peephole.machine.translate.entries import content
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from peephole.machine.frame import Frame, Node

#: instructions at which CPython looks for signals
_TAKES_SIGNALS = ("JUMP_BACKWARD", "RESUME")
_RETURNS = ("RETURN_VALUE", "RETURN_CONST")


def where_taken(frame: Frame, base: Frame, step: Step) -> Step:
    """The instruction that CPython would raise at what a signal handler raises, where the loop
    that was entered with `base` did `step` last and is to go on with `frame`.

    It takes signals as it jumps back, calls, or begins a frame; the machine after any instruction,
    also after one that has entered or left a frame.
    """
    if step.owner is not frame.executable or step.opname in _RETURNS or begins(frame, base, step):
        return goes_on_at(frame)
    if type(step) is EntryStep:
        step = getattr(frame, "step", None) or goes_on_at(frame)
    if step.opname.startswith("CALL") or step.opname in _TAKES_SIGNALS:
        return step
    units = step.owner.code.co_code
    jump = opmap["JUMP_BACKWARD"]
    for offset in range(step.offset, len(units), 2):
        if units[offset] == jump:
            taken = Step(step.owner, offset, "JUMP_BACKWARD", units[offset + 1], step.sp)
            taken.handler = _handler_at(step, offset)
            return taken
    return step


def _handler_at(step: Step, offset: int) -> tuple[Node, int, bool] | None:
    """The handler of an offset: other instructions in its range of the exception table have it."""
    ranges = exception_entries(step.owner.code.co_exceptiontable)
    around = [(start, end) for start, end, _, _, _ in ranges if start <= offset < end]
    if not around or step.owner.entry is None:
        return None
    [(start, end)] = around
    found = [other.handler for other in _steps(step.owner.entry) if start <= other.offset < end]
    return found[0] if found else None


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
