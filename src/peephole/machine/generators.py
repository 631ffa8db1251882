"""Generators, coroutines, async generators: resumable frames behind the host's own objects.

A generator function's trampoline (see `generator_code`) is a generator itself.  Each time that it
goes on it calls `drive` or `throw`, which run the guest's code to where it waits next.
"""

from __future__ import annotations

from types import CoroutineType, GeneratorType

from peephole.machine.audit import quietly
from peephole.machine.executable import CO_OPTIMIZED
from peephole.machine.frame import Frame, prepare
from peephole.machine.generator_code import HAS_INDEX, NOT_IN_TRY, RAISED, RETURNED
from peephole.machine.hiding import hide_all, visible_frame
from peephole.machine.husks import end_trampoline
from peephole.machine.marks import mark_of, mark_trampoline
from peephole.machine.probes.versions import CLOSES_QUIETLY
from peephole.machine.rows import CLEANS_UP_THROWS, DIE_FIRST_TO_LAST, SEND_INPUTS
from peephole.machine.settings import settings
from peephole.machine.thread import current_thread
from peephole.machine.trampolines import guest_behind
from peephole.machine.values import NULL
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterator
    from types import FrameType, FunctionType
    from typing import Any

    from peephole.machine.thread import ThreadState
    from peephole.machine.trampolines import GeneratorBody

_YIELDED = 1
_FAILED = -1

#: how many slots below the yielded value the subiterator lies
_DELEGATE_BELOW = SEND_INPUTS - 1


class GeneratorFrame(Frame):
    """A guest frame that can be left and gone on with; its trampoline drives it."""

    __slots__ = ("__weakref__", "delegator", "trampoline")

    is_generator = True
    trampoline: FrameType | None  # type: ignore[misc]
    #: the generator that was the first to delegate to this one
    delegator: GeneratorFrame | None


def enter(body: GeneratorBody, probe: FunctionType, *arguments: Any) -> GeneratorFrame:
    """What the trampoline calls as the generator first runs."""
    frame = GeneratorFrame()
    prepare(frame, body.executable, probe, [*arguments])
    if not body.executable.code.co_flags & CO_OPTIMIZED:
        frame.locals = frame.globals if body.locals is None else body.locals
    if body.first:
        _put_iterator(frame, body.first)
    frame.trampoline = frame.delegator = None
    return frame


def drive(frame: GeneratorFrame, value: Any) -> tuple[int, Any]:
    """Go on with what was sent, to where the frame waits or ends.

    Returns which of the trampoline's sites to wait at and the value to yield, or the iterator to
    delegate to; RETURNED or RAISED and the value where the frame has ended.
    """
    thread = current_thread()
    frame.back = thread.frame  # here, as 3.11 may take a signal where it calls
    try:
        _attach(frame, thread)
        if frame.suspended:
            frame.r[frame.ret], value = value, None
            frame.suspended = False
            if thread.observer is not None:
                thread.observer.resume(frame)
        elif thread.observer is not None:
            thread.observer.start(frame)
        value = thread.evaluate(thread, frame)
    except BaseException as exception:
        return _end(frame, thread, exception, RAISED)
    if not frame.suspended:
        return _end(frame, thread, value, RETURNED)
    site = frame.step.site
    if site < 0:  # a SEND
        return _delegated(frame, thread, ~site, value)
    return site, value


def throw(frame: GeneratorFrame, exception: BaseException) -> tuple[int, Any]:
    """Go on with an exception that was thrown in, as `drive` with a value."""
    thread = current_thread()
    frame.back = thread.frame  # here, as 3.11 may take a signal where it calls
    try:
        _attach(frame, thread)
        thrown = [exception]
        del exception
        value = _throw(frame, thread, thrown)
    except BaseException as raised:
        return _end(frame, thread, raised, RAISED)
    if not frame.suspended:
        return _end(frame, thread, value, RETURNED)
    site = frame.step.site
    if site < 0:
        return _delegated(frame, thread, ~site, value)
    return site, value


def _attach(frame: GeneratorFrame, thread: ThreadState) -> None:
    """Put the frame on top of the thread's guest frames, and of the generator that delegates."""
    delegator = thread.delegator
    if delegator is not None:
        thread.delegator = None
        if not frame.suspended:
            frame.delegator = delegator
    back = frame.back
    depth = 1 if back is None else back.depth + 1
    delegator = frame.delegator
    if delegator is not None and depth <= delegator.depth:
        depth = delegator.depth + 1
    frame.depth = depth
    if depth > settings.limit:
        raise RecursionError("maximum recursion depth exceeded")


def _throw(frame: GeneratorFrame, thread: ThreadState, thrown: list[BaseException]) -> Any:
    """Where the trampoline delegates, the subiterator has ended.

    `thrown` has the exception, and hands it on: it dies as soon as the guest has done with it.
    """
    _take_off(frame, thrown[0])
    if thread.observer is not None:
        thread.observer.resume(frame)
    if frame.step.site < 0:
        frame.suspended = False
        thrown[0] = _told(frame, thread, thrown[0])
        if CLEANS_UP_THROWS and isinstance(thrown[0], StopIteration):
            frame.r[frame.ret] = thrown.pop().value  # type: ignore[attr-defined]
            return thread.evaluate(thread, frame)
        return thread.evaluate(thread, frame, thrown)
    delegate = _delegate(frame)
    if delegate is not None:
        outcome, value = _throw_into(delegate, thrown[0])
        if outcome is _YIELDED:
            thread.frame = frame.back
            frame.back = None
            return value
        thrown[0], value = value, None
    frame.suspended = False
    if CLOSES_QUIETLY and type(thrown[0]) is GeneratorExit:
        _let_die(frame)
    thrown[0] = _told(frame, thread, thrown[0])
    if delegate is not None and not CLEANS_UP_THROWS:
        return _leave_send_loop(thread, frame, thrown)
    return thread.evaluate(thread, frame, thrown)


def _take_off(frame: GeneratorFrame, exception: BaseException) -> None:
    """Take the trampoline off a traceback, where the host has put it."""
    traceback = exception.__traceback__
    if traceback is not None and guest_behind(traceback.tb_frame.f_code) is frame.executable.code:
        exception.__traceback__ = traceback.tb_next


def _let_die(frame: GeneratorFrame) -> None:
    """Where close() only clears the frame, as outside of any try block, all that it has dies from
    the first variable to the top of the stack."""
    if frame.step.resumed_by & NOT_IN_TRY:
        dying = frame.r
        frame.r = [NULL] * len(dying)
        dying.reverse()


def _told(frame: GeneratorFrame, thread: ThreadState, exception: BaseException) -> BaseException:
    """Tell that an exception is thrown in, where somebody listens; what goes on is returned."""
    if settings.probing is None:
        return exception
    if frame.trampoline is None:
        trampoline = quietly(visible_frame)
        if trampoline is not None:
            quietly(mark_trampoline, frame, trampoline)
    return settings.probing.thrown(thread, frame, exception)  # type: ignore[no-any-return]


def _delegated(
    frame: GeneratorFrame, thread: ThreadState, site: int, value: Any
) -> tuple[int, Any]:
    """Where the trampoline delegates, and to what, as the frame waits at a SEND."""
    if CLEANS_UP_THROWS:
        slot = frame.ret - _DELEGATE_BELOW
        value = frame.r[slot]
        if HAS_INDEX and frame.r[slot + 1] is not NULL:
            site += 1
    if type(value) in _GENERATORS:  # it may begin now
        thread.delegator = frame
    return site, value


def _end(frame: GeneratorFrame, thread: ThreadState, value: Any, end: int) -> tuple[int, Any]:
    """The frame is done with: its variables die now."""
    trampoline = frame.trampoline
    mark = None
    if trampoline is not None:
        mark = mark_of(trampoline)
        end_trampoline(frame, trampoline, end is RAISED)
    thread.frame = frame  # warnings that finalizers give are given here
    if mark is None or not mark.shown:
        if DIE_FIRST_TO_LAST:
            frame.r.reverse()
        frame.r = []
    thread.frame = frame.back
    frame.back = frame.trampoline = frame.delegator = None
    return end, value


def _put_iterator(frame: Frame, first: str) -> None:
    """Put what was made before the generator onto the stack of its frame, which goes on there."""
    r, base = frame.r, frame.executable.base
    r[0], iterator = r[0]
    if first == "GET_ITER":
        by_index = type(iterator) in (list, tuple)  # as the machine's own GET_ITER has it
        if not by_index and not hasattr(type(iterator), "__next__"):
            iterator = iter(iterator)  # what the host goes through by index, too
        r[base + 1] = 0 if by_index else NULL
    r[base] = iterator


def _delegate(frame: Frame) -> Any:
    """The subiterator that a suspended frame waits for, None where it waits at a plain yield.

    As `_PyGen_yf`: the instruction after the yield is RESUME, and its oparg tells.
    """
    if frame.step.resumed_by & 3 < 2:
        return None
    return frame.r[frame.ret - _DELEGATE_BELOW]


def _leave_send_loop(thread: ThreadState, frame: Frame, thrown: list[BaseException]) -> Any:
    """Where no CLEANUP_THROW does it: end the loop of SEND after the subiterator has ended.

    As 3.11's `_gen_throw`: the value of a StopIteration is what the loop leaves on the stack, any
    other exception is raised at the loop's last instruction.
    """
    if not isinstance(thrown[0], StopIteration):
        return thread.evaluate(thread, frame, thrown)
    send = frame.node
    while send[4].opname != "SEND":  # RESUME and the jump back, where they have not been left out
        send = send[3] if send[4].opname == "RESUME" else send[2]
    frame.r[frame.ret] = None
    frame.r[frame.ret - _DELEGATE_BELOW] = thrown.pop().value  # type: ignore[attr-defined]
    frame.node = send[2]
    return thread.evaluate(thread, frame)


def _throw_into(delegate: Any, exception: BaseException) -> tuple[int, Any]:
    """Throw into a subiterator (`_gen_throw`): (_YIELDED, value) or (_FAILED, what to raise)."""
    if isinstance(exception, GeneratorExit):
        try:
            _close(delegate)
        except BaseException as error:
            return _FAILED, error
        return _FAILED, exception
    try:
        method = delegate.throw
    except AttributeError:
        return _FAILED, exception
    try:
        return _YIELDED, method(exception)
    except BaseException as error:
        return _FAILED, error


def _close(delegate: Any) -> None:
    """`gen_close_iter`."""
    if type(delegate) is GeneratorType or type(delegate) is CoroutineType:
        delegate.close()
        return
    try:
        method = delegate.close
    except AttributeError:
        return
    method()


def _kinds_of_asynchronous_iterators() -> Iterator[type]:
    """The types of what `__anext__` and `athrow` of an asynchronous generator return."""

    async def generate() -> AsyncGenerator[None]:
        yield

    generator = generate()
    for awaitable in (generator.__anext__(), generator.athrow(GeneratorExit)):
        yield type(awaitable)
        awaitable.close()


#: kinds of delegates that may be guest generators
_GENERATORS = frozenset({GeneratorType, CoroutineType, *_kinds_of_asynchronous_iterators()})

hide_all(globals())
