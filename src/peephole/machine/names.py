"""Names, cells, namespaces: what the instructions of loads and stores do beyond a slot."""

from __future__ import annotations

import types

from peephole.machine import answers
from peephole.machine.hiding import hide_all
from peephole.machine.values import NULL
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CellType
    from typing import Any, NoReturn

    from peephole.machine.frame import Frame


#: what a cell without a value equals, and none with one
EMPTY_CELL = types.CellType()


def unbound_local(frame: Frame, slot: int) -> NoReturn:
    """Raise the error for a local variable without a value."""
    name = frame.executable.names[slot]
    message = f"cannot access local variable '{name}' where it is not associated with a value"
    raise UnboundLocalError(message)


def unbound_deref(frame: Frame, slot: int) -> NoReturn:
    """Raise the error for an empty cell."""
    if slot < frame.executable.first_free:
        unbound_local(frame, slot)
    name = frame.executable.names[slot]
    raise NameError(
        f"cannot access free variable '{name}' where it is not associated with a value"
        " in enclosing scope",
        name=name,
    )


def name_error(name: str) -> NoReturn:
    """Raise the error for a name that is nowhere."""
    raise NameError(f"name '{name}' is not defined", name=name)


def load_deref(cell: CellType, frame: Frame, slot: int) -> Any:
    """What a cell holds."""
    try:
        return cell.cell_contents
    except ValueError:
        pass
    unbound_deref(frame, slot)


def delete_deref(cell: CellType, frame: Frame, slot: int) -> None:
    """Empty a cell that holds something."""
    load_deref(cell, frame, slot)
    del cell.cell_contents


def load_class_deref(mapping: Any, cell: CellType, frame: Frame, slot: int) -> Any:
    """A free variable of a class body: the mapping's value, or else the cell's."""
    name = frame.executable.names[slot]
    value = _look_up(mapping, name)
    return load_deref(cell, frame, slot) if value is NULL else value


def _look_up(mapping: Any, name: str) -> Any:
    """The value of a name in a mapping, NULL where there is none."""
    if type(mapping) is dict:
        return mapping.get(name, NULL)
    try:
        return mapping[name]
    except KeyError:
        return NULL


def load_from_mapping(mapping: Any, frame: Frame, name: str) -> Any:
    """The value of a name in a mapping, or else in the globals and builtins."""
    value = _look_up(mapping, name)
    return load_global(frame, name) if value is NULL else value


def load_name(frame: Frame, name: str) -> Any:
    """The value of a name: namespace, globals, builtins."""
    mapping = frame.locals
    if mapping is None:
        raise SystemError(f"no locals when loading '{name}'")
    value = _look_up(mapping, name)
    if type(value) is LazyImport:
        return answers.imported(frame, mapping, name, value)
    return load_global(frame, name) if value is NULL else value


#: the type of what a lazy import is until its first use (3.15)
LazyImport: type | None = getattr(types, "LazyImportType", None)


def load_global(frame: Frame, name: str) -> Any:
    """The value of a global or builtin."""
    value = _look_up(frame.globals, name)
    if value is NULL:
        value = _look_up(frame.builtins, name)
        if value is NULL:
            name_error(name)
    elif type(value) is LazyImport:
        return answers.imported(frame, frame.globals, name, value)
    return value


def store_name(frame: Frame, name: str, value: Any) -> NoReturn:
    """Raise the error for STORE_NAME in a frame without a namespace."""
    raise SystemError(f"no locals found when storing '{name}'")


def delete_name(frame: Frame, name: str) -> None:
    """Delete a name of the namespace."""
    if frame.locals is None:
        raise SystemError(f"no locals when deleting '{name}'")
    try:
        del frame.locals[name]
    except KeyError:
        pass
    else:
        return
    name_error(name)


def delete_global(frame: Frame, name: str) -> None:
    """Delete a global."""
    if name not in frame.globals:
        name_error(name)
    del frame.globals[name]


def setup_annotations(frame: Frame) -> None:
    """Make sure that the namespace has __annotations__."""
    if frame.locals is None:
        raise SystemError("no locals found when setting up annotations")
    if _look_up(frame.locals, "__annotations__") is NULL:
        frame.locals["__annotations__"] = {}


def load_build_class(frame: Frame) -> Any:
    """builtins.__build_class__ of the frame."""
    value = _look_up(frame.builtins, "__build_class__")
    if value is NULL:
        raise NameError("__build_class__ not found", name="__build_class__")
    return value


hide_all(globals())
