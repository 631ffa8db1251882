"""Setting f_lineno: a trace function lets its frame go on at another line (`frame_setlineno` of
Objects/frameobject.c)."""

from __future__ import annotations

from peephole.machine.hiding import hide_all
from peephole.machine.probes.events import state_of
from peephole.machine.probes.stack_kinds import (
    EXCEPT,
    ITERATOR,
    LASTI,
    depth_of,
    is_compatible,
    stacks_of,
    top_of,
)
from peephole.machine.probes.unbound import bind_unbound
from peephole.machine.probes.versions import CALL_IS_DEFAULT, JUMPS_FROM_YIELD, UNBOUND_BECOME_NONE
from peephole.machine.thread import current_thread
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from peephole.machine.executable import Executable
    from peephole.machine.frame import Frame
    from peephole.machine.marks import Mark
    from peephole.machine.probes.events import State

_INT_MAX = 0x7FFFFFFF
_NEW_FRAME = "can't jump from the 'call' trace event of a new frame"


def set_line(mark: Mark, line: Any) -> None:
    """Let the frame behind a mark go on at a line, or at the first one after it that has code.

    ValueError where that cannot be done, with CPython's words.
    """
    thread = current_thread()
    state = state_of(thread)
    if type(line) is not int:
        raise ValueError("lineno must be an integer")
    frame = mark.frame
    if frame is None or not state.event:
        raise ValueError(
            _NEW_FRAME if CALL_IS_DEFAULT else "f_lineno can only be set in a trace function"
        )
    yields = state.event == "return" and frame.step.opname != "RETURN_VALUE" and _at_yield(frame)
    if state.event == "call" and (CALL_IS_DEFAULT or not frame.step.oparg & 3):
        raise ValueError(_NEW_FRAME)
    if state.event not in _MAY_JUMP and not yields:
        raise ValueError("can only jump from a 'line' trace event")
    if state.event == "line" and (mark.traced is None or mark.traced.function is None):
        raise ValueError("f_lineno can only be set by a trace function")
    if not -_INT_MAX <= line <= _INT_MAX:
        raise ValueError("lineno out of range")
    target, kept = _target(frame, line)
    if UNBOUND_BECOME_NONE:
        bind_unbound(thread, frame)
    _go_on_at(state, frame, target, kept, yields)


#: events of trace functions and of sys.monitoring at which a frame can be told to go on elsewhere
_MAY_JUMP = frozenset({"line", "LINE", "JUMP", "BRANCH", "BRANCH_LEFT", "BRANCH_RIGHT"})


def _at_yield(frame: Frame) -> bool:
    """Whether a frame tells of a yield."""
    return frame.step.opname in ("YIELD_VALUE", "RESUME")


def _go_on_at(state: State, frame: Frame, target: int, kept: int, yields: bool) -> None:
    nodes = frame.executable.probed
    assert nodes is not None
    r, base = frame.r, frame.executable.base
    for slot in range(frame.step.sp - 1, base + kept - 1, -1):
        if JUMPS_FROM_YIELD or not yields or slot != frame.step.sp - 1:
            r[slot] = None  # else the value is yet to be yielded
    state.landing = nodes[target]
    frame.step = nodes[target][4]


def _target(frame: Frame, line: int) -> tuple[int, int]:
    """The offset to go on at, and how many values stay on the stack."""
    executable = frame.executable
    if line < executable.code.co_firstlineno:
        raise ValueError(f"line {line} comes before the current code block")
    starts = _line_starts(executable)
    following = [start for _, start in starts if start >= line]
    if not following:
        raise ValueError(f"line {line} comes after the current code block")
    wanted = min(following)
    stacks = stacks_of(executable.code)
    now = stacks.get(frame.step.offset)
    best, depth, problem = -1, -1, "cannot find bytecode for specified line"
    unexplained = True
    for offset, start in starts:
        if start != wanted:
            continue
        there = stacks.get(offset)
        if now is not None and there is not None and is_compatible(now, there):
            if there > depth:
                best, depth = offset, there
        elif best < 0 and unexplained:
            if now is None:
                problem = "can't jump from within an exception handler"
            else:
                problem = _explanation(there)
                unexplained = False
    if best < 0:
        raise ValueError(problem)
    return best, depth_of(depth)


def _line_starts(executable: Executable) -> list[tuple[int, int]]:
    """The offsets where lines begin in the bytecode, and the lines (`marklines`)."""
    starts = []
    last = None
    for begin, _, line in executable.code.co_lines():
        if line is not None and line != last:
            starts.append((begin, line))
            last = line
    return starts


def _explanation(there: int | None) -> str:
    """Why code cannot go on with the stack where it is to go on (`explain_incompatible_stack`)."""
    if there is None:
        return "can't jump into an exception handler, or code may be unreachable"
    top = top_of(there)
    if top == EXCEPT:
        return "can't jump into an 'except' block as there's no exception"
    if top == LASTI:
        return "can't jump into a re-raising block without location"
    if top == ITERATOR:
        return "can't jump into the body of a for loop"
    return "incompatible stacks"


hide_all(globals())
