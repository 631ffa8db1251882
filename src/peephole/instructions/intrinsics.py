"""Instructions that call a function of the interpreter's own by its number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peephole.instructions.registry import family

if TYPE_CHECKING:
    from peephole.machine.intrinsics import print_expr

instruction = family("intrinsics")


@instruction("value --", versions="3.11")
def PRINT_EXPR(value: Any) -> None:
    """Hand the value of an interactive expression statement to sys.displayhook."""
    print_expr(value)


@instruction("value -- res", versions="3.12-")
def CALL_INTRINSIC_1(value: Any, frame: Any, operand: Any) -> Any:
    """Call the intrinsic function of one argument that oparg numbers."""
    return operand(value, frame)


@instruction("value2, value1 -- res", versions="3.12-")
def CALL_INTRINSIC_2(value2: Any, value1: Any, operand: Any) -> Any:
    """Call the intrinsic function of two arguments that oparg numbers."""
    return operand(value2, value1)
