"""The intrinsic functions of CALL_INTRINSIC_1 and CALL_INTRINSIC_2, by name."""

from __future__ import annotations

import sys

from peephole.machine.exceptions import prep_reraise_star
from peephole.machine.hiding import hidden, hide_all
from peephole.machine.host import native_instruction
from peephole.machine.importing import import_star
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from peephole.machine.frame import Frame


def print_expr(value: Any) -> None:
    """Hand a value to sys.displayhook."""
    try:
        hook = sys.displayhook
    except AttributeError:
        raise RuntimeError("lost sys.displayhook") from None
    hook(value)


def _print(value: Any, frame: Frame) -> None:
    print_expr(value)


def _stopiteration_error(exception: BaseException, frame: Frame) -> BaseException:
    """Make a RuntimeError of a StopIteration that would leave a generator (PEP 479)."""
    flags = frame.code.co_flags
    kind = "generator"
    if flags & 0x200:
        kind = "async generator"
    elif flags & 0x80:
        kind = "coroutine"
    if isinstance(exception, StopIteration):
        message = f"{kind} raised StopIteration"
    elif flags & 0x200 and isinstance(exception, StopAsyncIteration):
        message = f"{kind} raised StopAsyncIteration"
    else:
        return exception
    error = RuntimeError(message)
    error.__cause__ = exception
    error.__context__ = exception
    return error


def _import_star(module: Any, frame: Frame) -> None:
    import_star(module, frame)


#: those that look at the frame they run in; all others the host executes itself
_OF_THE_FRAME: dict[str, Callable[..., Any]] = {
    "INTRINSIC_PRINT": _print,
    "INTRINSIC_IMPORT_STAR": _import_star,
    "INTRINSIC_STOPITERATION_ERROR": _stopiteration_error,
}


def unary(name: str, number: int) -> Callable[[Any, Frame], Any]:
    """The intrinsic function of one argument (and the frame) that oparg `number` calls."""
    if name in _OF_THE_FRAME:
        return _OF_THE_FRAME[name]
    native = native_instruction("CALL_INTRINSIC_1", number, 1)
    return _hidden_unary(native)


def _hidden_unary(native: Callable[[Any], Any]) -> Callable[[Any, Frame], Any]:
    def call(value: Any, frame: Frame) -> Any:
        return native(value)

    return hidden(call)


def binary(name: str, number: int) -> Callable[[Any, Any], Any]:
    """The intrinsic function of two arguments that oparg `number` calls."""
    if name == "INTRINSIC_PREP_RERAISE_STAR":
        return prep_reraise_star
    return native_instruction("CALL_INTRINSIC_2", number, 2)


hide_all(globals())
