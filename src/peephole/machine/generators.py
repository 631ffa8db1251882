"""Generators, coroutines, async generators: resumable frames behind the host's own objects.

A generator function's trampoline (see `generator_code`) is a generator itself.  Each time that it
goes on it calls the frame's `drive`, which runs the guest's code to where it waits next.
"""

from __future__ import annotations

from _weakref import ref
from types import CoroutineType, FunctionType, GeneratorType

from peephole.machine.audit import quietly
from peephole.machine.executable import (
    CLEANS_UP_THROWS,
    CO_OPTIMIZED,
    DIE_FIRST_TO_LAST,
    SEND_INPUTS,
)
from peephole.machine.frame import Frame, attach, prepare
from peephole.machine.generator_code import HAS_INDEX, NOT_IN_TRY, made_first
from peephole.machine.hiding import hidden, hide_all, visible_frame
from peephole.machine.husks import Mark, end_trampoline, mark_of
from peephole.machine.probes.versions import CLOSES_QUIETLY
from peephole.machine.settings import settings
from peephole.machine.thread import current_thread
from peephole.machine.values import NULL
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType
    from typing import Any

    from peephole.machine.executable import Executable
    from peephole.machine.thread import ThreadState

_YIELDED = 1
_RAISED = -1

#: how many slots below the yielded value the subiterator lies
_DELEGATE_BELOW = SEND_INPUTS - 1


class GeneratorFrame(Frame):
    """A guest frame that can be left and gone on with; its trampoline drives it."""

    __slots__ = ("__weakref__", "below", "sites")

    #: the depth of the generator that delegates to this one, 0 where none does
    below: int

    #: the trampoline's yield for each offset at which the frame can wait, inverted for a SEND;
    #: by the inverted offset for a SEND that has an index
    sites: dict[int, int]

    def drive(self, value: Any, thrown: bool = False) -> tuple[int, Any]:
        """Go on, with what was sent or thrown in, to where the frame waits or ends.

        Returns which of the trampoline's yields to wait at and the value to yield, or the iterator
        to delegate to; behind the yields are the ends: the frame has returned or raised the value.
        """
        thread = current_thread()
        try:
            attach(self, thread.frame)
            if self.depth <= self.below:
                self.depth = self.below + 1
                if self.depth > settings.limit:
                    raise RecursionError("maximum recursion depth exceeded")
            if thrown:
                value = self._throw(thread, value)
            else:
                if self.suspended:
                    self.r[self.ret], value = value, None
                    self.suspended = False
                    if thread.observer is not None:
                        thread.observer.resume(self)
                elif thread.observer is not None:
                    thread.observer.start(self)
                value = thread.evaluate(thread, self)
        except BaseException as exception:
            return self._end(thread, exception, raised=True)
        if not self.suspended:
            return self._end(thread, value, raised=False)
        site = self.sites[self.step.offset]
        if site < 0:  # a SEND
            return self._delegated(~site, value)
        return site, value

    def _throw(self, thread: ThreadState, exception: BaseException) -> Any:
        """Go on with an exception; where the trampoline delegates, the subiterator has ended."""
        traceback = exception.__traceback__
        if traceback is not None and traceback.tb_frame is self.trampoline:
            exception.__traceback__ = traceback.tb_next
        if thread.observer is not None:
            thread.observer.resume(self)
        if self.sites[self.step.offset] < 0:
            self.suspended = False
            exception = self._told(thread, exception)
            if CLEANS_UP_THROWS and isinstance(exception, StopIteration):
                self.r[self.ret] = exception.value
                return thread.evaluate(thread, self)
            return thread.evaluate(thread, self, exception)
        delegate = _delegate(self)
        if delegate is not None:
            outcome, value = _throw_into(delegate, exception)
            if outcome is _YIELDED:
                thread.frame = self.back
                self.back = None
                return value
            exception = value
        self.suspended = False
        if CLOSES_QUIETLY and type(exception) is GeneratorExit:
            self._let_die()
        exception = self._told(thread, exception)
        if delegate is not None and not CLEANS_UP_THROWS:
            return _leave_send_loop(thread, self, exception)
        return thread.evaluate(thread, self, exception)

    def _let_die(self) -> None:
        """Where close() only clears the frame, as outside of any try block, all that it has dies
        from the first variable to the top of the stack."""
        if self.step.resumed_by & NOT_IN_TRY:
            dying = self.r
            self.r = [NULL] * len(dying)
            dying.reverse()

    def _told(self, thread: ThreadState, exception: BaseException) -> BaseException:
        """Tell that an exception is thrown in, where somebody listens; what goes on is returned."""
        if settings.probing is None:
            return exception
        return settings.probing.thrown(thread, self, exception)  # type: ignore[no-any-return]

    def _delegated(self, site: int, value: Any) -> tuple[int, Any]:
        """Where the trampoline delegates, and to what, as the frame waits at a SEND."""
        if not CLEANS_UP_THROWS:
            return site, value
        slot = self.ret - _DELEGATE_BELOW
        if HAS_INDEX and self.r[slot + 1] is not NULL:
            site = ~self.sites[~self.step.offset]
        return site, self.r[slot]

    def _end(self, thread: ThreadState, value: Any, raised: bool) -> tuple[int, Any]:
        """The frame is done with: its variables die now."""
        mark = None if self.trampoline is None else mark_of(self.trampoline)
        if self.trampoline is not None:
            end_trampoline(self, self.trampoline, raised)
        thread.frame = self  # warnings that finalizers give are given here
        if mark is None or not mark.shown:
            if DIE_FIRST_TO_LAST:
                self.r.reverse()
            self.r = []
        thread.frame = self.back
        self.back = None
        self.trampoline = None
        return len(self.sites) + raised, value


def entry(executable: Executable, sites: dict[int, int], locals: Any = None) -> Callable[..., Any]:
    """What the trampoline calls as the generator first runs: it returns the driver."""
    first = made_first(executable.code)
    optimized = executable.code.co_flags & CO_OPTIMIZED

    def enter(probe: FunctionType, *arguments: Any) -> Callable[..., Any]:
        frame = GeneratorFrame()
        prepare(frame, executable, probe, [*arguments])
        frame.locals = frame.globals if locals is None and not optimized else locals
        frame.sites = sites
        if first:
            _go_behind(frame, first)
        frame.trampoline = quietly(visible_frame)
        frame.below = 0
        if frame.trampoline is not None:
            frame.trampoline.f_trace = Mark(frame, ref(frame))  # type: ignore[assignment]
            frame.below = _depth_of_delegator(frame.trampoline)
        return frame.drive

    enter.guest = executable  # type: ignore[attr-defined]
    return enter


def _depth_of_delegator(trampoline: FrameType) -> int:
    """The depth of the generator whose trampoline has called another's, 0 if none has.

    The machine sees no frame there: the trampolines delegate to each other themselves.
    """
    caller = trampoline.f_back
    mark = None if caller is None else mark_of(caller)
    frame = None if mark is None else mark.frame
    return 0 if frame is None or frame.trampoline is not caller else frame.depth


def _go_behind(frame: Frame, first: str) -> None:
    """Let a frame begin where its generator is made, with the iterator that was made first."""
    node = frame.node
    while node[4].opname != "RETURN_GENERATOR":
        node = node[3]
    frame.node = node
    base = frame.executable.base
    iterator = frame.r[0]
    if first == "GET_ITER":
        by_index = type(iterator) in (list, tuple)  # as the machine's own GET_ITER has it
        if not by_index and not hasattr(type(iterator), "__next__"):
            iterator = iter(iterator)  # what the host goes through by index, too
        frame.r[base + 1] = 0 if by_index else NULL
    frame.r[base] = iterator


def _delegate(frame: Frame) -> Any:
    """The subiterator that a suspended frame waits for, None where it waits at a plain yield.

    As `_PyGen_yf`: the instruction after the yield is RESUME, and its oparg tells.
    """
    if frame.step.resumed_by & 3 < 2:
        return None
    return frame.r[frame.ret - _DELEGATE_BELOW]


def _leave_send_loop(thread: ThreadState, frame: Frame, exception: BaseException) -> Any:
    """Where no CLEANUP_THROW does it: end the loop of SEND after the subiterator has ended.

    As 3.11's `_gen_throw`: the value of a StopIteration is what the loop leaves on the stack, any
    other exception is raised at the loop's last instruction.
    """
    if not isinstance(exception, StopIteration):
        return thread.evaluate(thread, frame, exception)
    send = frame.node
    while send[4].opname != "SEND":  # RESUME and the jump back, where they have not been left out
        send = send[3] if send[4].opname == "RESUME" else send[2]
    frame.r[frame.ret] = None
    frame.r[frame.ret - _DELEGATE_BELOW] = exception.value
    frame.node = send[2]
    return thread.evaluate(thread, frame)


def _throw_into(delegate: Any, exception: BaseException) -> tuple[int, Any]:
    """Throw into a subiterator (`_gen_throw`): (_YIELDED, value) or (_RAISED, what to raise)."""
    if isinstance(exception, GeneratorExit):
        try:
            _close(delegate)
        except BaseException as error:
            return _RAISED, error
        return _RAISED, exception
    try:
        method = delegate.throw
    except AttributeError:
        return _RAISED, exception
    try:
        return _YIELDED, method(exception)
    except BaseException as error:
        return _RAISED, error


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


hide_all(globals())
for _method in vars(GeneratorFrame).values():
    if isinstance(_method, FunctionType):
        hidden(_method)
