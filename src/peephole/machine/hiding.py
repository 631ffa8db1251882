"""Functions whose frames nobody sees.

CPython calls a frame *incomplete* until it has reached the `RESUME` instruction of its code
(`_PyFrame_IsIncomplete`, Include/internal/pycore_frame.h), and leaves incomplete frames out of
everything that walks the stack: tracebacks, `sys._getframe`, `warnings`, `inspect`, and the
events of `sys.settrace` and `sys.monitoring`.  A function whose code has no `RESUME` is
incomplete for as long as it runs.  (One leak: on 3.11 `sys.setprofile` sees it return.)
"""

from __future__ import annotations

import opcode
import sys
from types import CodeType, FunctionType

from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType
    from typing import Any, TypeVar

    F = TypeVar("F", bound=Callable[..., Any])

_GENERATORS = 0x20 | 0x80 | 0x200  # CO_GENERATOR, CO_COROUTINE, CO_ASYNC_GENERATOR

#: the frame object of the function that calls it
own_frame = sys._getframe

_RESUME = opcode.opmap["RESUME"]
_EXTENDED_ARG = opcode.opmap["EXTENDED_ARG"]
_NOP = bytes((opcode.opmap["NOP"], 0))
# Where code is specialized only after RESUME or JUMP_BACKWARD has counted (3.11), a jump to the
# next instruction counts in the place of RESUME.
_COUNTS_WARMUP = "JUMP_BACKWARD_QUICK" in getattr(opcode, "_specialized_instructions", ())
_FILLER = bytes((opcode.opmap["JUMP_BACKWARD"], 0)) if _COUNTS_WARMUP else _NOP
_CACHES: dict[int, int] = {}  # inline cache entries, in code units, by opcode


def _fill_caches() -> None:
    entries = opcode._inline_cache_entries  # type: ignore[attr-defined]
    if hasattr(entries, "items"):  # by name
        _CACHES.update((opcode.opmap[name], n) for name, n in entries.items() if n)
    else:  # by number
        _CACHES.update((number, n) for number, n in enumerate(entries) if n)


_fill_caches()


def hidden(function: F) -> F:
    """Make every frame of `function` invisible, for good; return the same function.

    Plain functions written inside it (comprehensions of 3.11, lambdas) are hidden with it.
    A hidden function takes no signals while it runs and is not counted as a line of anything,
    so it should do little but call on.  Raises ValueError for a generator function or a
    coroutine function: a generator's frame is never incomplete.
    """
    assert isinstance(function, FunctionType)
    if function.__code__.co_flags & _GENERATORS:
        raise ValueError(f"{function.__qualname__}() is a generator: its frames cannot be hidden")
    function.__code__ = hidden_code(function.__code__)
    return function


def hidden_code(code: CodeType) -> CodeType:
    """Return `code` without its `RESUME` (and so all code objects within that are functions)."""
    if code.co_flags & _GENERATORS:
        return code
    consts = tuple(hidden_code(c) if isinstance(c, CodeType) else c for c in code.co_consts)
    return code.replace(co_code=_without_resume(code.co_code), co_consts=consts)


def _without_resume(units: bytes) -> bytes:
    """The code of a function that is no generator: it has one `RESUME`, near its start."""
    result = bytearray(units)
    offset = 0
    while offset < len(result):
        end = offset + 2 + 2 * _CACHES.get(result[offset], 0)
        if result[offset] == _RESUME:
            result[offset:end] = _FILLER + _NOP * ((end - offset) // 2 - 1)
            break
        offset = end
    return bytes(result)


def windowed(function: F) -> F:
    """Make `function` invisible but for the line that uses `own_frame`; return the function.

    See `with_window`.  Where it last jumps back it looks at no signals: nothing is tried there.
    """
    assert isinstance(function, FunctionType)
    code = function.__code__
    code = code.replace(co_code=_without_last_check(code.co_code))
    function.__code__ = with_window(code, _line_of_global(code, "own_frame"))
    return function


def _without_last_check(units: bytes) -> bytes:
    """Let the last JUMP_BACKWARD be one that does not look at signals."""
    jump = opcode.opmap["JUMP_BACKWARD"]
    last = offset = extended = argument = 0
    while offset < len(units):
        oparg = units[offset + 1] | extended
        if units[offset] == jump:
            last, argument = offset, oparg
        extended = oparg << 8 if units[offset] == _EXTENDED_ARG else 0
        offset += 2 + 2 * _CACHES.get(units[offset], 0)
    caches = _CACHES.get(jump, 0)
    argument -= caches  # it has none itself
    result = bytearray(units)
    result[last : last + 2 + 2 * caches] = (
        bytes((opcode.opmap["JUMP_BACKWARD_NO_INTERRUPT"], argument & 0xFF)) + _NOP * caches
    )
    while last and units[last - 2] == _EXTENDED_ARG:
        last -= 2
        argument >>= 8
        result[last + 1] = argument & 0xFF
    return bytes(result)


def with_window(code: CodeType, line: int | None) -> CodeType:
    """Return `code` invisible but for one line of its source, which must be without jumps.

    A frame is complete behind the first `RESUME` of its code, wherever that stands.  So what the
    line does is moved to the end, behind a `RESUME` that nothing executes.
    """
    units = bytearray(hidden_code(code).co_code)
    where = [i for i, position in enumerate(code.co_positions()) if position[0] == line]
    start, end = 2 * where[0], 2 * where[-1] + 2
    resume = bytes((_RESUME, 0)) + bytes(2 * _CACHES.get(_RESUME, 0))
    tail = resume + units[start:end]
    there = _jump("JUMP_FORWARD", len(units) + len(resume) - start - _JUMP_SIZE)
    back = _jump("JUMP_BACKWARD_NO_INTERRUPT", len(units) + len(tail) + _JUMP_SIZE - end)
    if len(where) * 2 != end - start or end - start < len(there):
        raise ValueError(f"{code.co_qualname}: line {line} cannot be moved")
    units[start:end] = there + _NOP * ((end - start - len(there)) // 2)
    return code.replace(co_code=bytes(units + tail + back))


_JUMP_SIZE = 6


def _jump(opname: str, distance: int) -> bytes:
    """A jump over `distance` bytes, from behind its own `_JUMP_SIZE` bytes."""
    high, middle, low = (distance // 2).to_bytes(3, "big")
    return bytes((_EXTENDED_ARG, high, _EXTENDED_ARG, middle, opcode.opmap[opname], low))


def _line_of_global(code: CodeType, name: str) -> int | None:
    """The line of the first instruction that loads a global of that name."""
    extended = 0
    for i in range(0, len(code.co_code), 2):
        opcode_, oparg = code.co_code[i], code.co_code[i + 1] | extended
        extended = oparg << 8 if opcode_ == _EXTENDED_ARG else 0
        if opcode_ == opcode.opmap["LOAD_GLOBAL"] and code.co_names[oparg >> 1] == name:
            return list(code.co_positions())[i // 2][0]
    raise ValueError(f"{code.co_qualname} does not use {name}")


@hidden
def visible_frame() -> FrameType | None:
    """The innermost visible frame, for hidden functions to call."""
    frame: FrameType | None = sys._getframe()
    if frame is not None and frame.f_code is visible_frame.__code__:  # some hosts show it to itself
        frame = frame.f_back
    return frame


def hide_all(names: dict[str, Any]) -> None:
    """Hide every plain function and method that a module (its `globals()`) has defined."""
    for value in list(names.values()):
        if getattr(value, "__module__", None) != names["__name__"]:
            continue
        if isinstance(value, FunctionType):
            value.__code__ = hidden_code(value.__code__)
        elif isinstance(value, type):
            for method in vars(value).values():
                if isinstance(method, FunctionType):
                    method.__code__ = hidden_code(method.__code__)
