"""Exceptions on their way: traceback entries, handlers, frames left.

The rules are those of `exception_unwind` in Python/ceval.c and Objects/exception_handling_notes.
"""

from __future__ import annotations

from sys import gettrace

from peephole.machine.failed_calls import operands_of_call
from peephole.machine.frame import CallStep, EntryStep, SecondHalf, Step
from peephole.machine.hiding import hide_all
from peephole.machine.host_tracing import end_host_tracing
from peephole.machine.husks import add_traceback, last_offset, retire
from peephole.machine.interruptions import goes_on, where_taken
from peephole.machine.rows import DIE_FIRST_TO_LAST, FAILING
from peephole.machine.settings import settings
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from peephole.machine.frame import Frame
    from peephole.machine.thread import ThreadState

__all__ = ["retire", "unwind", "unwind_observed"]


def unwind(
    thread: ThreadState, frame: Frame, base: Frame, step: Step, exception: BaseException
) -> Frame | None:
    """Find who handles an exception raised at `step`: the frame to go on in, None beyond `base`."""
    thread.quiet = False  # where the host's stack has overflown as the loop was entered
    if gettrace() is not None:
        end_host_tracing()
    add_entry = not _is_reraised(thread, exception)
    if thread.taken is not None and exception is thread.taken[0]:
        step = thread.taken[1]
        thread.taken = None
    elif exception is thread.interrupted or (
        type(exception) is KeyboardInterrupt and exception.__traceback__ is None
    ):
        thread.interrupted = thread.handler_traceback = None
        if goes_on(thread, frame, base, step, exception):
            return frame
        step = where_taken(frame, base, step)
    elif step.owner is not frame.executable:  # an exception that another thread has set
        step = where_taken(frame, base, step)
    elif type(step) is EntryStep:
        step = frame.step
    if type(step) is SecondHalf:
        step = step.where_raised(frame)
    elif step.opname in FAILING or type(step) is CallStep:
        clear_operands(frame, step)
    if settings.probing is not None:
        return settings.probing.unwind(  # type: ignore[no-any-return]
            thread, frame, base, step, exception, not add_entry, _prepare
        )
    while True:
        if add_entry:
            add_traceback(frame, step, exception)
        if step.handler is not None:
            thread.frame = frame
            _prepare(frame, step, exception)
            if thread.pending is not None:
                frame.node = thread.pending.go_on_in(frame.node)
            return frame
        back = frame.back
        leave(thread, frame, step)
        if frame is base or back is None:
            return None
        frame = back
        step = frame.step
        add_entry = True


def unwind_observed(
    thread: ThreadState, frame: Frame, base: Frame, step: Step | None, exception: BaseException
) -> Frame | None:
    """`unwind`, telling the observer; `step` is None where the frame knows it."""
    observer = thread.observer
    thread.quiet = False
    if step is None:
        step = frame.step
    elif step.owner is not frame.executable:
        step = where_taken(frame, frame, step)
    again = _is_reraised(thread, exception)
    frame.sp = step.sp
    if again:
        observer.reraised(frame, exception, step)
    else:
        observer.raised(frame, exception, step)
    if type(step) is SecondHalf:
        step = step.where_raised(frame)
    elif step.opname in FAILING or type(step) is CallStep:
        clear_operands(frame, step)
    add_entry = not again
    while True:
        if add_entry:
            add_traceback(frame, step, exception)
        if step.handler is not None:
            thread.frame = frame
            _prepare(frame, step, exception)
            frame.sp = frame.node[4].sp
            observer.handled(frame, exception, frame.node[4])
            return frame
        observer.unwind(frame, exception)
        back = frame.back
        leave(thread, frame, step)
        if frame is base or back is None:
            return None
        frame = back
        step = frame.step
        add_entry = True


def clear_operands(frame: Frame, step: Step) -> None:
    """Let the operands of an instruction that has raised die first where CPython does so."""
    r = frame.r
    slots = operands_of_call(frame, step) if type(step) is CallStep else None
    if slots is None:
        offsets = FAILING.get(step.opname, ())
        if callable(offsets):
            offsets = offsets(step.oparg)
        slots = [step.sp + offset for offset in offsets]
    for slot in slots:
        r[slot] = None


def leave(thread: ThreadState, frame: Frame, step: Step) -> None:
    """An exception leaves a frame: its stack dies, from the top down, and then its variables."""
    if frame.husk is not None:
        retire(frame, step)
    frame.step = clear_stack(frame, step)  # behind it: what died may have set another
    clear_variables(thread, frame)


def clear_stack(frame: Frame, step: Step) -> Step:
    """Let a frame's stack die, from the top down; where the frame was left is returned."""
    if step.opname == "RERAISE" and step.oparg:  # what tells where it was raised dies now
        step = Step(step.owner, last_offset(frame, step), step.opname, 0, step.sp)
    del frame.r[frame.executable.base :]
    return step


def clear_variables(thread: ThreadState, frame: Frame) -> None:
    """A frame is left, and its variables die; a generator's later."""
    thread.frame = frame.back
    if not frame.is_generator:
        r = frame.r
        if DIE_FIRST_TO_LAST:
            r.reverse()
        r.clear()


def _is_reraised(thread: ThreadState, exception: BaseException) -> bool:
    """Whether RERAISE or a bare raise sent the exception."""
    again = thread.reraised
    if again is None:
        return False
    thread.reraised = None
    return again is exception


def _prepare(frame: Frame, step: Step, exception: BaseException) -> None:
    """Put on the stack what the handler finds there, and go on at the handler."""
    assert step.handler is not None
    node, slot, lasti = step.handler
    r = frame.r
    last = last_offset(frame, step) // 2 if lasti else 0
    for i in range(len(r) - 1, slot - 1, -1):  # as values are popped
        r[i] = None
    if lasti:
        r[slot] = last
        slot += 1
    r[slot] = exception
    frame.node = node


hide_all(globals())
