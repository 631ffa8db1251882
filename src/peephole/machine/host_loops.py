"""The host's frames of evaluation loops, and what they know of the guest frames that they run."""

from __future__ import annotations

from peephole.machine.frame import CallStep, EntryStep, Step
from peephole.machine.hiding import hide_all
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import Any

    from peephole.machine.frame import Frame
    from peephole.machine.thread import ThreadState


def settle(thread: ThreadState) -> None:
    """Let every guest frame know its instruction.

    A frame does where it called another or native Python code; while C code runs that has called
    back, only a variable of the evaluation loop knows.
    """
    loop = thread.host
    while loop is not None:
        loop = below(thread, loop)[0]


def variables_of(loop: FrameType, names: tuple[str, ...]) -> list[Any]:
    """Variables of the host's frame of an evaluation loop, None where there is none."""
    while True:
        values = loop.f_locals
        found = [values.get(name) for name in names]
        if type(values) is not dict:
            return found
        if "outer" in values:  # else a finalizer that ran meanwhile has cleared the dict
            values.clear()  # the frame object would keep all of it
            return found


def below(thread: ThreadState, loop: FrameType) -> tuple[FrameType | None, Frame]:
    """The host's frame of the evaluation loop below one, and the guest frame that this one was
    entered with; the frame that it executes knows its instruction then."""
    frame, step, base, outer = variables_of(loop, ("frame", "step", "base", "outer"))
    if step is None or frame is None:
        return outer, base
    if begins(frame, base, step):
        frame.step = goes_on_at(frame)
    elif type(step) is EntryStep:
        if not hasattr(frame, "step"):  # it calls itself and begins
            frame.step = goes_on_at(frame)
    elif step.owner is frame.executable:
        probing = thread.probing
        if probing is None or frame is not probing.told:
            frame.step = step
    return outer, base


def loops_of(thread: ThreadState) -> list[tuple[Frame, FrameType]]:
    """The frame that each evaluation loop of a thread was entered with, and the host's frame of
    the loop; the innermost first."""
    found = []
    loop = thread.host
    while loop is not None:
        outer, base = below(thread, loop)
        found.append((base, loop))
        loop = outer
    return found


def begins(frame: Frame, base: Frame, step: Step) -> bool:
    """Whether a loop that did `step` last has entered a frame with that, and nothing of it ran."""
    caller = frame.back
    if frame is base or caller is None or caller.executable is not step.owner:
        return False
    if step.owner is not frame.executable:
        return type(step) is EntryStep or caller.step is step
    # A function that calls itself: while it does, what it calls is on its stack.
    stack = frame.r[step.owner.base : step.sp]
    return type(step) is CallStep and caller.step is step and stack.count(None) == len(stack)


def goes_on_at(frame: Frame) -> Step:
    """The instruction that a frame goes on with, of which nothing has been done."""
    step = frame.node[4]
    found = Step(step.owner, step.offset, step.opname, step.oparg, step.sp)
    found.handler = step.handler
    return found


hide_all(globals())
