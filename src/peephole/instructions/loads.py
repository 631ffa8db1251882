"""Instructions that push constants and the values of variables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peephole.instructions.registry import family
from peephole.instructions.vocabulary import NULL

if TYPE_CHECKING:
    from peephole.machine.names import (
        EMPTY_CELL,
        LazyImport,
        load_class_deref,
        load_deref,
        load_from_mapping,
        load_global,
        load_name,
        unbound_local,
    )

instruction = family("loads")


@instruction("-- value")
def LOAD_CONST(operand: Any) -> Any:
    """Push a constant of co_consts."""
    return operand


@instruction("-- value", versions="3.14-")
def LOAD_SMALL_INT(operand: int) -> Any:
    """Push the int that the oparg is."""
    return operand


@instruction("-- value", versions="3.14-")
def LOAD_COMMON_CONSTANT(operand: Any) -> Any:
    """Push one of the interpreter's common constants (AssertionError, None, all ...)."""
    return operand


@instruction("-- value", versions="3.11-3.13")
def LOAD_ASSERTION_ERROR() -> Any:
    """Push AssertionError, whatever the name is bound to."""
    return AssertionError


@instruction("-- value", versions="3.11")
def LOAD_FAST(r: list[Any], frame: Any, operand: int) -> Any:
    """Push a local variable; UnboundLocalError where it has no value."""
    if r[operand] is NULL:
        unbound_local(frame, operand)
    return r[operand]


@instruction("-- value", versions="3.12-")
def LOAD_FAST(r: list[Any], operand: int) -> Any:
    """Push a local variable; the compiler knows that it is bound."""
    return r[operand]


@instruction("-- value", versions="3.14-")
def LOAD_FAST_BORROW(r: list[Any], operand: int) -> Any:
    """Push a local variable as a borrowed reference: the local outlives the use."""
    return r[operand]


@instruction("-- value", versions="3.12-")
def LOAD_FAST_CHECK(r: list[Any], frame: Any, operand: int) -> Any:
    """Push a local variable; UnboundLocalError where it has no value."""
    if r[operand] is NULL:
        unbound_local(frame, operand)
    return r[operand]


@instruction("-- value", versions="3.12-")
def LOAD_FAST_AND_CLEAR(r: list[Any], operand: int) -> Any:
    """Push a local variable (or NULL) and unbind it: an inlined comprehension saves its names."""
    value = r[operand]
    r[operand] = NULL
    return value


@instruction("-- value1, value2", versions="3.13-")
def LOAD_FAST_LOAD_FAST(r: list[Any], operand: Any) -> Any:
    """Push two local variables: oparg >> 4, then oparg & 15."""
    return r[operand[0]], r[operand[1]]


@instruction("-- value1, value2", versions="3.14-")
def LOAD_FAST_BORROW_LOAD_FAST_BORROW(r: list[Any], operand: Any) -> Any:
    """Push two local variables as borrowed references: oparg >> 4, then oparg & 15."""
    return r[operand[0]], r[operand[1]]


@instruction("-- value", versions="3.11-3.12")
def LOAD_CLOSURE(r: list[Any], operand: int) -> Any:
    """Push the cell of a local or free variable."""
    return r[operand]


@instruction("-- value")
def LOAD_DEREF(r: list[Any], frame: Any, operand: int) -> Any:
    """Push the value that a cell holds; NameError or UnboundLocalError where it is empty."""
    if r[operand] == EMPTY_CELL:  # no value is asked: an empty cell equals none that has one
        load_deref(r[operand], frame, operand)
    return r[operand].cell_contents


@instruction("-- value", versions="3.11")
def LOAD_CLASSDEREF(frame: Any, r: list[Any], operand: int) -> Any:
    """Push a free variable in a class body: the class namespace first, then the cell."""
    return load_class_deref(frame.locals, r[operand], frame, operand)


@instruction("mapping -- value", versions="3.12-")
def LOAD_FROM_DICT_OR_DEREF(mapping: Any, frame: Any, r: list[Any], operand: int) -> Any:
    """Look a free variable up in a mapping first, then in its cell."""
    return load_class_deref(mapping, r[operand], frame, operand)


@instruction("mapping -- value", versions="3.12-")
def LOAD_FROM_DICT_OR_GLOBALS(mapping: Any, frame: Any, operand: str) -> Any:
    """Look a name up in a mapping first, then in the globals and the builtins."""
    return load_from_mapping(mapping, frame, operand)


@instruction("-- value")
def LOAD_NAME(frame: Any, operand: str) -> Any:
    """Push the value of a name: namespace, globals, builtins, in that order."""
    return load_name(frame, operand)


@instruction("-- null[oparg & 1], value", versions="3.11-3.12", select=("oparg & 1", (0, 1)))
def LOAD_GLOBAL(frame: Any, operand: str) -> Any:
    """Push a global or builtin; with the low bit of oparg set, NULL goes below it."""
    if operand in frame.globals:
        return NULL, frame.globals[operand]
    if operand in frame.builtins:
        return NULL, frame.builtins[operand]
    return NULL, load_global(frame, operand)


@instruction("-- value, null[oparg & 1]", versions="3.13-", select=("oparg & 1", (0, 1)))
def LOAD_GLOBAL(frame: Any, operand: str) -> Any:
    """Push a global or builtin; with the low bit of oparg set, NULL goes above it."""
    if operand in frame.globals:
        return frame.globals[operand], NULL
    if operand in frame.builtins:
        return frame.builtins[operand], NULL
    return load_global(frame, operand), NULL


@instruction("-- value, null[oparg & 1]", versions="3.15-", select=("oparg & 1", (0, 1)))
def LOAD_GLOBAL_CHECKED(frame: Any, operand: str) -> Any:
    """LOAD_GLOBAL once there are lazy imports: the first use of one imports it."""
    if operand in frame.globals:
        value = frame.globals[operand]
        if type(value) is not LazyImport:
            return value, NULL
    return load_global(frame, operand), NULL


@instruction("-- locals", versions="3.12-")
def LOAD_LOCALS(frame: Any) -> Any:
    """Push the namespace of a class body or of a module."""
    return frame.locals
