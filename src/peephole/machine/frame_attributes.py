"""Attributes of frame objects and functions, as the guest sees them.

A frame object that stands for a guest frame knows where it was made, not where the guest frame is
by now.  So where guest code reads an attribute of such a name, the machine answers: for the frame
objects of its own frames from these, for everything else with what is there.  And it shows the
guest's code objects, not the trampolines'.
"""

from __future__ import annotations

import gc
from _weakref import getweakrefs
from types import CodeType, FrameType, FunctionType

from peephole.machine.answers import ATTRIBUTES, STORED
from peephole.machine.audit import tell
from peephole.machine.executable import Executable
from peephole.machine.frame import CallStep, no_function
from peephole.machine.functions import guest_behind, trampoline_of
from peephole.machine.hiding import hidden, hide_all
from peephole.machine.husks import mark_of
from peephole.machine.local_variables import f_locals_of
from peephole.machine.stack import call_native, callers, exposed, settle
from peephole.machine.thread import all_threads, current_thread
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from peephole.machine.frame import Frame
    from peephole.machine.husks import Mark

    #: takes the object whose attribute is read and the frame that reads it
    Answer = Callable[[Any, Frame], Any]


def _offset(mark: Mark) -> int | None:
    """The offset of the instruction that a frame is at, or ended at."""
    frame = mark.frame
    if frame is None:
        return mark.offset
    for _, thread in all_threads():
        settle(thread)
    offset: int = frame.step.offset
    return offset


def _f_lineno(owner: FrameType, mark: Mark) -> int | None:
    offset = _offset(mark)
    return owner.f_lineno if offset is None else mark.executable.positions(offset)[0]


def _f_lasti(owner: FrameType, mark: Mark) -> int:
    offset = _offset(mark)
    return owner.f_lasti if offset is None else offset


def _f_code(owner: FrameType, mark: Mark) -> CodeType:
    return mark.executable.code


def _f_trace(owner: FrameType, mark: Mark) -> Any:
    return None


def _f_locals(owner: FrameType, mark: Mark) -> Any:
    return owner.f_locals if mark.frame is None else f_locals_of(mark.frame)


def _f_back(owner: Any, frame: Frame) -> Any:
    if type(owner) is not FrameType:
        return owner.f_back
    mark = mark_of(owner)
    first: Frame | FrameType = owner
    if mark is not None:
        guest = mark.frame
        if guest is None:
            return mark.back
        if guest.trampoline is not owner:
            first = guest
    own = current_thread()
    for thread in (own, *[other for _, other in all_threads() if other is not own]):
        found = iter(callers(thread, first))
        if next(found, None) is not None:
            back = next(found, None)
            return back if back is None or type(back) is FrameType else exposed(thread, back)
    return owner.f_back


def _clear(owner: FrameType, mark: Mark) -> Any:
    frame = mark.frame
    if frame is None or (frame.trampoline is not None and frame.suspended):
        return owner.clear
    return _clear_running


def _clear_running() -> None:
    raise RuntimeError("cannot clear an executing frame")


def _code(name: str) -> Answer:
    """The guest's own code object, where there is a trampoline's."""

    @hidden
    def attribute(owner: Any, frame: Frame) -> Any:
        tell("object.__getattr__", owner, name)
        code = getattr(owner, name)
        return guest_behind(code) or code if type(code) is CodeType else code

    return attribute


def _set_code(owner: Any, value: Any) -> None:
    if type(owner) is FunctionType and type(value) is CodeType and guest_behind(value) is None:
        value = trampoline_of(Executable(value))
    thread = current_thread()
    settle(thread)
    frame = thread.frame
    assert frame is not None
    call_native(thread, frame, frame.step, setattr, [owner, "__code__", value])
    if type(owner) is FunctionType:
        _forget_calls(owner)


def _forget_calls(function: FunctionType) -> None:
    """Let the steps that called a function look at its code again: all share one reference."""
    for reference in getweakrefs(function):
        for step in gc.get_referrers(reference):
            if type(step) is CallStep:
                step.function = no_function


@hidden
def _answer(name: str, answer: Callable[[FrameType, Mark], Any]) -> Answer:
    @hidden
    def attribute(owner: Any, frame: Frame) -> Any:
        if type(owner) is FrameType:
            mark = mark_of(owner)
            if mark is not None:
                return answer(owner, mark)
        return getattr(owner, name)

    return attribute


hide_all(globals())

ATTRIBUTES |= {
    "__code__": _code("__code__"),
    "ag_code": _code("ag_code"),
    "clear": _answer("clear", _clear),
    "cr_code": _code("cr_code"),
    "f_back": _f_back,
    "f_code": _answer("f_code", _f_code),
    "f_lasti": _answer("f_lasti", _f_lasti),
    "f_lineno": _answer("f_lineno", _f_lineno),
    "f_locals": _answer("f_locals", _f_locals),
    "f_trace": _answer("f_trace", _f_trace),
    "gi_code": _code("gi_code"),
}
STORED["__code__"] = _set_code
