"""Where the guest is when a signal, or another thread, raises an exception in it."""

from __future__ import annotations

from peephole.isa import operands
from peephole.machine.assembling import code_units
from peephole.machine.frame import DoneStep, EntryStep, Step
from peephole.machine.handlers import range_at
from peephole.machine.hiding import hide_all
from peephole.machine.host_loops import begins, goes_on_at, variables_of
from peephole.machine.pending import beginning, put_off, takes_signals
from peephole.machine.rows import ATOMIC_LEAVES, RETURNS, TAKES_SIGNALS, rows
from peephole.machine.settings import settings
from peephole.machine.translate.entries import content
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from peephole.machine.frame import Frame
    from peephole.machine.thread import ThreadState


def goes_on(
    thread: ThreadState, frame: Frame, base: Frame, step: Step, exception: BaseException
) -> bool:
    """Whether the guest can go on until it takes signals, where the loop that was entered with
    `base` did `step` last; `frame.node` leads to where `exception` is raised then."""
    if settings.probing is not None:
        return False
    op, node = variables_of(thread.host, ("op", "node"))  # type: ignore[arg-type]
    if type(node) is not list or begins(frame, base, step):
        return False
    if type(step) is EntryStep and type(getattr(frame, "step", None)) is DoneStep:
        node = frame.node
    elif content(node)[4] is not step:  # else nothing has been done of what is next
        if step.owner is not frame.executable:
            if node is not frame.node:  # else a frame has returned to this one
                return False
        elif op not in ATOMIC_LEAVES:  # it may not be done
            return False
    thread.late = exception
    frame.node = put_off(thread, node)
    return True


def where_taken(frame: Frame, base: Frame, step: Step) -> Step:
    """The instruction that CPython would raise at what a signal handler raises, where the loop
    that was entered with `base` did `step` last and is to go on with `frame`.

    It takes signals as it jumps back, calls, or begins a frame; the machine after any instruction,
    also after one that has entered or left a frame.
    """
    if begins(frame, base, step):
        return beginning(frame.executable, goes_on_at(frame))
    if step.owner is not frame.executable or step.opname in RETURNS:
        return goes_on_at(frame)
    if type(step) is EntryStep:
        step = getattr(frame, "step", None) or goes_on_at(frame)
    if takes_signals(step):
        return step
    around = range_at(step.owner, step.offset)
    units = code_units(step.owner.code)
    for offset in range(step.offset, len(units), 2):
        row = rows.get(units[offset])
        if row is not None and row.kind == operands.JUMP_BACKWARD and row.name in TAKES_SIGNALS:
            if range_at(step.owner, offset) == around:
                taken = Step(step.owner, offset, row.name, units[offset + 1], step.sp)
                taken.handler = step.handler
                return taken
            break
    return step


hide_all(globals())
