"""Instructions that bind, rebind and delete variables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peephole.instructions.registry import family
from peephole.instructions.vocabulary import NULL

if TYPE_CHECKING:
    from types import CellType

    from peephole.machine.names import (
        delete_deref,
        delete_global,
        delete_name,
        setup_annotations,
        store_name,
        unbound_local,
    )

instruction = family("stores")


@instruction("value --")
def STORE_FAST(value: Any, r: list[Any], operand: int) -> None:
    """Bind a local variable."""
    r[operand] = value


@instruction("value1 -- value2", versions="3.13-")
def STORE_FAST_LOAD_FAST(value1: Any, r: list[Any], operand: Any) -> Any:
    """Bind the local oparg >> 4, then push the local oparg & 15."""
    r[operand[0]] = value1
    return r[operand[1]]


@instruction("value2, value1 --", versions="3.13-")
def STORE_FAST_STORE_FAST(value2: Any, value1: Any, r: list[Any], operand: Any) -> None:
    """Bind the local oparg >> 4 to the top, then the local oparg & 15 to the value below."""
    r[operand[0]] = value1
    r[operand[1]] = value2


@instruction("--")
def DELETE_FAST(r: list[Any], frame: Any, operand: int) -> None:
    """Unbind a local variable; UnboundLocalError where it has no value."""
    if r[operand] is NULL:
        unbound_local(frame, operand)
    r[operand] = NULL


@instruction("value --")
def STORE_DEREF(value: Any, r: list[Any], operand: int) -> None:
    """Put a value into a cell."""
    r[operand].cell_contents = value


@instruction("--")
def DELETE_DEREF(r: list[Any], frame: Any, operand: int) -> None:
    """Empty a cell; NameError or UnboundLocalError where it is empty."""
    delete_deref(r[operand], frame, operand)


@instruction("--")
def MAKE_CELL(r: list[Any], operand: int) -> None:
    """Make a cell for a local that closures use; an argument's value goes into it."""
    r[operand] = CellType() if r[operand] is NULL else CellType(r[operand])


@instruction("--")
def COPY_FREE_VARS(r: list[Any], frame: Any) -> None:
    """Copy the closure's cells into the frame (the machine does it as the frame is made)."""


@instruction("value --")
def STORE_GLOBAL(value: Any, frame: Any, operand: str) -> None:
    """Bind a global."""
    frame.globals[operand] = value


@instruction("--")
def DELETE_GLOBAL(frame: Any, operand: str) -> None:
    """Delete a global; NameError where there is none."""
    delete_global(frame, operand)


@instruction("value --")
def STORE_NAME(value: Any, frame: Any, operand: str) -> None:
    """Bind a name in the namespace of a module or class body."""
    if frame.locals is None:
        store_name(frame, operand, value)
    frame.locals[operand] = value


@instruction("--")
def DELETE_NAME(frame: Any, operand: str) -> None:
    """Delete a name of the namespace; NameError where there is none."""
    delete_name(frame, operand)


@instruction("--")
def SETUP_ANNOTATIONS(frame: Any) -> None:
    """Make sure that the namespace has __annotations__."""
    setup_annotations(frame)
