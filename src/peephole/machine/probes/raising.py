"""Exceptions on their way through frames with probes: what `peephole.machine.unwinding` does
where somebody listens, with the events of `error`, `exception_unwind` and `exit_unwind` of
Python/ceval.c."""

from __future__ import annotations

from peephole.machine.exceptions import set_handled
from peephole.machine.frame import Step
from peephole.machine.generator_code import NOT_IN_TRY, WAITS_BEHIND
from peephole.machine.hiding import hide_all
from peephole.machine.host_loops import variables_of
from peephole.machine.husks import add_traceback, last_offset, retire
from peephole.machine.probes.events import state_of, tell
from peephole.machine.probes.versions import (
    BEFORE,
    CLOSES_QUIETLY,
    LAST,
    RAISED_AT,
    RETURNS_AT_ONCE,
    WAITED_AT,
)
from peephole.machine.rows import rows
from peephole.machine.unwinding import clear_stack, clear_variables
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from peephole.machine.frame import Frame
    from peephole.machine.probes.events import State
    from peephole.machine.thread import ThreadState


def unwind_told(
    thread: ThreadState,
    frame: Frame,
    base: Frame,
    step: Step,
    exception: BaseException,
    again: bool,
    prepare: Callable[..., None],
) -> Frame | None:
    """Find who handles an exception and tell the listeners; `again`: it is raised by RERAISE.

    What a listener raises takes the exception's place.
    """
    state = state_of(thread)
    original = exception
    raising = step
    while True:
        frame.step = _raised_at(frame, step) if again else step
        has_failed = step is raising and step.opname != "RESUME"
        if RETURNS_AT_ONCE and state.leaving is frame:
            pass
        elif not state.busy:
            exception = _raised(thread, state, frame, step, exception, again, has_failed)
        elif not again:
            add_traceback(frame, step, exception)
        if step.handler is not None and state.leaving is not frame:
            thread.frame = frame
            prepare(frame, step, exception)
            following = frame.node[4]
            told = _tell("EXCEPTION_HANDLED", thread, state, frame, following, exception)
            if told is exception:
                return frame
            exception, step, again, raising = told, following, False, following
            continue
        left_at = _where_told(step, has_failed)
        frame.step = step = clear_stack(frame, step)
        if state.leaving is not frame:
            exception = _tell("PY_UNWIND", thread, state, frame, left_at, exception)
        else:
            state.leaving = None
        if frame.husk is not None:
            retire(frame, step)
        back = frame.back
        clear_variables(thread, frame)
        if frame is base or back is None:
            if isinstance(exception, StopIteration):
                state.ended = exception
            state.closed = None
            break
        frame = back
        step = frame.step
        again = False
    if exception is not original:
        assert thread.host is not None
        (thread.host,) = variables_of(thread.host, ("outer",))
        raise exception
    return None


def tell_thrown(thread: ThreadState, frame: Frame, exception: BaseException) -> BaseException:
    """Tell that an exception is thrown into a generator's frame; what goes on is returned."""
    back, thread.frame = thread.frame, frame
    state = state_of(thread)
    if WAITS_BEHIND and frame.executable.probed is not None and frame.step.opname == "YIELD_VALUE":
        resume = frame.executable.probed[frame.step.offset + 2][4]
        if CLOSES_QUIETLY and resume.oparg & NOT_IN_TRY and type(exception) is GeneratorExit:
            state.closed = frame
            return exception
        handler = frame.step.handler  # the exception is still looked up where the yield is
        frame.step = Step(resume.owner, resume.offset, resume.opname, resume.oparg, resume.sp)
        frame.step.handler = handler
    try:
        return _tell("PY_THROW", thread, state, frame, frame.step, exception)
    finally:
        thread.frame = back


def _raised_at(frame: Frame, step: Step) -> Step:
    """The instruction that the frame is at as RERAISE raises: where it was raised first."""
    nodes = frame.executable.probed
    offset = last_offset(frame, step)
    return step if nodes is None or offset not in nodes else nodes[offset][4]  # type: ignore[no-any-return]


def _raised(
    thread: ThreadState,
    state: State,
    frame: Frame,
    step: Step,
    exception: BaseException,
    again: bool,
    has_failed: bool,
) -> BaseException:
    if again:
        return _tell("RERAISE", thread, state, frame, step, exception)
    add_traceback(frame, step, exception)
    state.iterated.pop(frame, None)
    if frame in state.awaited:
        call, callable, first = state.awaited.pop(frame)
        exception = _tell("C_RAISE", thread, state, frame, call, exception, callable, first)
    return _tell("RAISE", thread, state, frame, _where_told(step, has_failed), exception)


def _where_told(step: Step, has_failed: bool) -> Step:
    """Where CPython says that an exception was raised, or a frame left by it."""
    place = RAISED_AT if has_failed else WAITED_AT
    offset = step.offset
    if place == BEFORE:
        offset -= 2
    elif place == LAST:
        offset += 2 * rows[step.owner.code.co_code[offset]].caches
    return Step(step.owner, offset, step.opname, step.oparg, step.sp)


def _tell(
    event: str,
    thread: ThreadState,
    state: State,
    frame: Frame,
    step: Step,
    exception: BaseException,
    *more: Any,
) -> BaseException:
    """Tell of an event; the exception that goes on is returned."""
    if state.busy or state.closed is frame:
        return exception
    set_handled(None)
    try:
        tell(event, thread, state, frame, step, *(more or (exception,)))
    except BaseException as raised:
        exception = raised
    set_handled(exception)
    return exception


hide_all(globals())
