"""Husks: real frame objects of the host that stand for guest frames.

Tracebacks and everything else that holds frames know only the host's, and the machine's own are
hidden.  So where a guest frame must be held, a small function in its clothes runs and leaves its
frame object.  What that cannot tell by itself (CPython computes a frame's line from where it
stopped) is in its `f_trace`, for the guest's own look at it: see `frame_attributes`.
"""

from __future__ import annotations

import ctypes
import sys
from types import CellType, FunctionType, TracebackType

from peephole.machine import answers
from peephole.machine.audit import quietly
from peephole.machine.clothes import husk_code, is_caller
from peephole.machine.frame import EntryStep
from peephole.machine.hiding import hide_all, visible_frame
from peephole.machine.host_loops import variables_of
from peephole.machine.marks import Mark, mark_of, trampoline_frame
from peephole.machine.settings import settings
from peephole.machine.thread import current_thread
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType, FrameType
    from typing import Any

    from peephole.machine.executable import Executable
    from peephole.machine.frame import Frame, Step


def husk_of(frame: Frame) -> FrameType:
    """The host's frame object that stands for a guest frame; its code has the guest's lines."""
    husk = trampoline_frame(frame) or frame.husk
    if husk is None:
        husk = frame.husk = leave_husk(frame, None)
        husk.f_trace = Mark(frame)
    return husk


def leave_husk(frame: Frame, offset: int | None, call: Callable[[], Any] = sys._getframe) -> Any:
    """Call something from a husk of a guest frame; return what it returns.

    `offset` tells at which instruction the husk stands, where that matters.
    """
    if settings.audited:
        return quietly(_leave_husk, frame, offset, call)
    return _leave_husk(frame, offset, call)


def _leave_husk(frame: Frame, offset: int | None, call: Callable[[], Any]) -> Any:
    code = _code_at(frame.executable, offset)
    if frame.locals is not None and frame.locals is not frame.globals:
        return _called_in_namespace(code, frame, call)
    function = FunctionType(code, frame.globals, None, None, (CellType(call),))
    if code.co_argcount:
        function.__defaults__ = (None,) * code.co_argcount
    if code.co_kwonlyargcount:
        first = code.co_argcount
        names = code.co_varnames[first : first + code.co_kwonlyargcount]
        function.__kwdefaults__ = dict.fromkeys(names)
    return function()


def _called_in_namespace(code: CodeType, frame: Frame, call: Callable[[], Any]) -> Any:
    """Run a husk's code with a namespace that is not the globals."""
    if call is sys._getframe:
        call = visible_frame
    result = None

    def keep() -> None:
        nonlocal result
        result = call()

    exec(code, frame.globals, frame.locals, closure=(CellType(keep),))
    return result


_MOST_CODES = 8


def _code_at(executable: Executable, offset: int | None) -> CodeType:
    codes: dict[int | None, CodeType] = executable.husk_code  # type: ignore[assignment, unused-ignore]
    if codes is None:
        codes = executable.husk_code = {}  # type: ignore[assignment, unused-ignore]
    code = codes.get(offset)
    if code is None:
        if len(codes) > _MOST_CODES:
            codes.clear()
        code = codes[offset] = husk_code(executable, offset)
    return code


def add_traceback(frame: Frame, step: Step, exception: BaseException) -> None:
    """Put the guest frame, at an instruction, on top of an exception's traceback."""
    below = exception.__traceback__
    while below is not None and is_caller(below.tb_frame.f_code):
        below = below.tb_next
    line = frame.executable.positions(step.offset)[0]
    exception.__traceback__ = TracebackType(
        below, husk_of(frame), step.offset, -1 if line is None else line
    )


def retire(frame: Frame, step: Step | None = None) -> None:
    """A frame ends (at `step`): the frame object that outlives it takes over its local variables.

    From here on nothing leads from the frame to its husk: what the husk holds dies with the last
    reference to the husk.
    """
    husk = frame.husk
    if husk is None:
        return
    frame.husk = None
    if _references(husk) <= _REFERENCES:
        return
    mark = mark_of(husk)
    if mark is not None:
        mark.end(last_offset(frame, step or _step_of_loop(frame)))
        if frame.function is None:
            mark.back = answers.caller_of_entered(frame)
        elif frame.back is not None:
            mark.back = husk_of(frame.back)
    if frame.locals is None:
        values = frame.executable.fast_locals(frame) | frame.executable.cells_of(frame)
        if WRITES_THROUGH and mark is not None and mark.locals:
            values.update(mark.locals)
        give_locals(husk, values)


def end_trampoline(frame: Frame, trampoline: FrameType, raised: bool) -> None:
    """A generator's frame ends: what holds its trampoline's frame object keeps seeing the guest."""
    mark = mark_of(trampoline)
    if mark is not None:
        step = getattr(frame, "step", None)  # it has none where it could not even begin
        mark.end(last_offset(frame, step) if raised and step is not None else None)
    if raised and sys.getrefcount(trampoline) > _REFERENCES + 1:
        values = frame.executable.fast_locals(frame)
        if WRITES_THROUGH:  # in the place of a cell that it never made the host expects one
            cells = frame.executable.cells_of(frame)
            values |= {name: cells[name] for name in trampoline.f_code.co_cellvars if name in cells}
        give_locals(trampoline, values, keep=True)


def last_offset(frame: Frame, step: Step) -> int:
    """Where a frame has ended: RERAISE may say that it was somewhere else."""
    if step.opname == "RERAISE" and step.oparg:
        lasti = frame.r[step.sp - 1 - step.oparg]
        if type(lasti) is int:
            return 2 * lasti
    return step.offset


def _step_of_loop(frame: Frame) -> Step:
    """The instruction that the evaluation loop is at, if it is one of the frame's."""
    host = current_thread().host
    if host is not None:
        step: Step | None
        (step,) = variables_of(host, ("step",))
        if step is not None and step.owner is frame.executable and type(step) is not EntryStep:
            return step
    return frame.step  # type: ignore[no-any-return]


def forget_unused(frame: Frame) -> Mark | None:
    """Drop a husk that nobody else holds: it may stand at an old line.

    What another husk of the frame is to be marked with is returned, if anything is known by now.
    """
    husk = frame.husk
    if husk is None:
        return None
    frame.husk = None
    mark = mark_of(husk)
    known = mark is not None and bool(mark.locals or mark.traced)
    if _references(husk) > _REFERENCES or (known and settings.probing is not None):
        frame.husk = husk
        return None
    return mark if known else None


def _references(husk: Any) -> int:
    return sys.getrefcount(husk)


def _references_of_one() -> int:
    """What `_references` tells in `retire` of an object that only one variable of it holds."""
    husk = object()
    return _references(husk)


def give_locals(husk: FrameType, values: dict[str, Any], keep: bool = False) -> None:
    """Set the local variables of a frame object, or some of them."""
    shown = husk.f_locals
    if WRITES_THROUGH:
        for name, value in values.items():
            shown[name] = value
    else:
        if not keep:
            shown.clear()
        shown.update(values)
        _locals_to_fast(husk, 1)
        if keep:  # the frame has them now, until it is cleared
            for name in values:
                shown.pop(name, None)
        else:
            shown.clear()


#: whether what is written to f_locals is written to the frame (PEP 667)
WRITES_THROUGH = type((lambda: sys._getframe().f_locals)()) is not dict

if not WRITES_THROUGH:
    _locals_to_fast = ctypes.pythonapi.PyFrame_LocalsToFast
    _locals_to_fast.argtypes = [ctypes.py_object, ctypes.c_int]
    _locals_to_fast.restype = None

hide_all(globals())
_REFERENCES = _references_of_one()
