"""Generators, coroutines, async generators: resumable frames behind the host's own objects.

A generator function's trampoline (see `functions`) is a generator itself.  Each time that it goes
on it calls the frame's `resume`, which runs the guest's code to its next yield; what the guest
yields, returns or raises comes back by `take`.  What is thrown into the generator goes to `throw`,
then `thrown` runs the frame with it.
"""

from __future__ import annotations

from types import CoroutineType, FunctionType, GeneratorType

from peephole.machine.executable import CLEANS_UP_THROWS, SEND_INPUTS
from peephole.machine.frame import Frame, attach, prepare
from peephole.machine.hiding import hide_all, visible_frame
from peephole.machine.husks import Mark, end_trampoline
from peephole.machine.thread import current_thread
from peephole.own_builtins import __builtins__ as __builtins__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType
    from typing import Any

    from peephole.machine.executable import Executable
    from peephole.machine.thread import ThreadState

_YIELDED = 1
_RETURNED = 0
_RAISED = -1

#: how many slots below the yielded value the subiterator lies
_DELEGATE_BELOW = SEND_INPUTS - 1


class GeneratorFrame(Frame):
    """A guest frame that can be left and gone on with; its trampoline drives it."""

    __slots__ = ("value",)

    #: what the frame last yielded, returned or raised, or what is being thrown into it
    value: Any

    def begin(self) -> int:
        """Run to the first yield; tell how it went."""
        thread = current_thread()
        try:
            attach(self, thread.frame)
            if thread.observer is not None:
                thread.observer.start(self)
            self.value = thread.evaluate(thread, self)
        except BaseException as exception:
            return self._end(_RAISED, exception)
        return _YIELDED if self.suspended else self._end(_RETURNED, self.value)

    def resume(self, sent: Any) -> int:
        """Run to the next yield with the value that was sent; tell how it went."""
        thread = current_thread()
        try:
            attach(self, thread.frame)
            self.r[self.ret] = sent
            self.suspended = False
            if thread.observer is not None:
                thread.observer.resume(self)
            self.value = thread.evaluate(thread, self)
        except BaseException as exception:
            return self._end(_RAISED, exception)
        return _YIELDED if self.suspended else self._end(_RETURNED, self.value)

    def take(self) -> Any:
        """What the frame yielded, returned or raised."""
        value = self.value
        self.value = None
        return value

    def throw(self, exception: BaseException) -> None:
        """Keep what was thrown into the trampoline, without the trampoline's traceback entry."""
        traceback = exception.__traceback__
        if traceback is not None and traceback.tb_frame is self.trampoline:
            exception.__traceback__ = traceback.tb_next
        self.value = exception

    def thrown(self) -> int:
        """Run to the next yield from the exception that was thrown in; tell how it went."""
        exception = self.take()
        thread = current_thread()
        try:
            attach(self, thread.frame)
            if thread.observer is not None:
                thread.observer.resume(self)
            delegate = _delegate(self)
            if delegate is not None:
                outcome, value = _throw_into(delegate, exception)
                if outcome is _YIELDED:
                    thread.frame = self.back
                    self.back = None
                    self.value = value
                    return _YIELDED
                exception = value
            self.suspended = False
            if delegate is not None and not CLEANS_UP_THROWS:
                self.value = _leave_send_loop(thread, self, exception)
            else:
                self.value = thread.evaluate(thread, self, exception)
        except BaseException as error:
            return self._end(_RAISED, error)
        return _YIELDED if self.suspended else self._end(_RETURNED, self.value)

    def _end(self, outcome: int, value: Any) -> int:
        """The frame is done with: its variables die now."""
        if self.trampoline is not None:
            end_trampoline(self, self.trampoline, outcome is _RAISED)
        self.r = []
        self.back = None
        self.trampoline = None
        self.value = value
        return outcome


def entry(executable: Executable) -> Callable[..., Any]:
    """What the trampoline calls as the generator first runs: it returns the frame."""

    def enter(probe: FunctionType, *arguments: Any) -> GeneratorFrame:
        frame = GeneratorFrame()
        prepare(frame, executable, probe, [*arguments])
        frame.trampoline = visible_frame()
        if frame.trampoline is not None:
            frame.trampoline.f_trace = Mark(frame)
        return frame

    return enter


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
