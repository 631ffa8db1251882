"""Functions whose frames nobody sees.

CPython calls a frame *incomplete* until it has reached the `RESUME` instruction of its code
(`_PyFrame_IsIncomplete`, Include/internal/pycore_frame.h), and leaves incomplete frames out of
everything that walks the stack: tracebacks, `sys._getframe`, `warnings`, `inspect`, and the
events of `sys.settrace` and `sys.monitoring`.  A function whose code has no `RESUME` is
incomplete for as long as it runs.  (One leak: on 3.11 `sys.setprofile` sees it return.)
"""

from __future__ import annotations

import opcode
from types import CodeType, FunctionType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    F = TypeVar("F", bound=Callable[..., Any])

_GENERATORS = 0x20 | 0x80 | 0x200  # CO_GENERATOR, CO_COROUTINE, CO_ASYNC_GENERATOR

_RESUME = opcode.opmap["RESUME"]
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
    result = bytearray(units)
    offset = 0
    while offset < len(result):
        end = offset + 2 + 2 * _CACHES.get(result[offset], 0)
        if result[offset] == _RESUME:
            result[offset:end] = _FILLER + _NOP * ((end - offset) // 2 - 1)
        offset = end
    return bytes(result)


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
