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

from peephole.machine.answers import ATTRIBUTES, DELETED, STORED
from peephole.machine.audit import tell
from peephole.machine.executable import Executable
from peephole.machine.frame import CallStep, no_function
from peephole.machine.functions import trampoline_of
from peephole.machine.generator_code import WAITS_BEHIND
from peephole.machine.hiding import hidden, hide_all
from peephole.machine.host_loops import settle
from peephole.machine.local_variables import f_locals_of
from peephole.machine.marks import Local, mark_of
from peephole.machine.probes.opcodes import opcodes
from peephole.machine.stack import call_native, callers, exposed
from peephole.machine.thread import all_threads, current_thread
from peephole.machine.trampolines import guest_behind
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from peephole.machine.frame import Frame
    from peephole.machine.marks import Mark

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
    if offset is None:
        return owner.f_lasti
    frame = mark.frame
    if WAITS_BEHIND and frame is not None and frame.is_generator and frame.suspended:
        return offset + 2  # YIELD_VALUE has no cache
    return offset


def _f_code(owner: FrameType, mark: Mark) -> CodeType:
    return mark.executable.code


def _f_trace(owner: FrameType, mark: Mark) -> Any:
    return None if mark.traced is None else mark.traced.function


def _f_trace_lines(owner: FrameType, mark: Mark) -> bool:
    return mark.traced is None or mark.traced.lines


def _f_trace_opcodes(owner: FrameType, mark: Mark) -> bool:
    return mark.traced is not None and mark.traced.opcodes


def _traced(mark: Mark) -> Local:
    """What tracing knows of a frame, from now on."""
    if mark.traced is None:
        mark.traced = Local()
    return mark.traced


def _set_f_trace(mark: Mark, value: Any) -> None:
    traced = _traced(mark)
    traced.function = value
    if value is not None and traced.opcodes:
        opcodes.begin(mark.executable)


def _set_f_trace_lines(mark: Mark, value: Any) -> None:
    if type(value) is not bool:
        raise TypeError("attribute value type must be bool")
    _traced(mark).lines = value


def _set_f_trace_opcodes(mark: Mark, value: Any) -> None:
    if type(value) is not bool:
        raise TypeError("attribute value type must be bool")
    traced = _traced(mark)
    traced.opcodes = value
    opcodes.allowed = opcodes.allowed or value
    if not value:
        opcodes.end(mark.executable)
    elif traced.function is not None:
        opcodes.begin(mark.executable)


def _set_f_lineno(mark: Mark, value: Any) -> None:
    from peephole.machine.probes.jumps import set_line

    set_line(mark, value)


@hidden
def _setter(name: str, store: Callable[[Mark, Any], None]) -> Callable[[Any, Any], None]:
    @hidden
    def set_attribute(owner: Any, value: Any) -> None:
        mark = mark_of(owner) if type(owner) is FrameType else None
        if mark is None:
            setattr(owner, name, value)
        else:
            store(mark, value)

    return set_attribute


def _delete_f_trace(owner: Any) -> None:
    mark = mark_of(owner) if type(owner) is FrameType else None
    if mark is None:
        del owner.f_trace
    elif mark.traced is not None:
        mark.traced.function = None


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
    if frame is None or (frame.is_generator and frame.suspended):
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
    "f_trace_lines": _answer("f_trace_lines", _f_trace_lines),
    "f_trace_opcodes": _answer("f_trace_opcodes", _f_trace_opcodes),
    "gi_code": _code("gi_code"),
}
STORED |= {
    "__code__": _set_code,
    "f_lineno": _setter("f_lineno", _set_f_lineno),
    "f_trace": _setter("f_trace", _set_f_trace),
    "f_trace_lines": _setter("f_trace_lines", _set_f_trace_lines),
    "f_trace_opcodes": _setter("f_trace_opcodes", _set_f_trace_opcodes),
}
DELETED["f_trace"] = _delete_f_trace
