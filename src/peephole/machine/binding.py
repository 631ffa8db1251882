"""Binding of arguments to parameters (`initialize_locals` in Python/ceval.c).

What binds well is bound here; for what does not, a native function with the same signature is
called, whose TypeError is the host's own.
"""

from __future__ import annotations

from peephole.machine.functions import binder_of
from peephole.machine.hiding import hide_all
from peephole.machine.values import NULL
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FunctionType
    from typing import Any

    from peephole.machine.executable import Executable


def bound_arguments(
    executable: Executable,
    function: FunctionType,
    arguments: list[Any],
    keywords: dict[str, Any],
) -> list[Any]:
    """The values of the parameters, in the order of their slots; the list given may be used up."""
    signature = executable.signature
    given = len(arguments)
    count = signature.positional
    rest: tuple[Any, ...] = ()
    if given > count:
        if not signature.has_rest:
            return _natively(executable, function, arguments, keywords)
        rest = tuple(arguments[count:])
        values = arguments[:count]
    else:
        values = arguments[:]
    values += [NULL] * (signature.named - len(values))
    extra: dict[str, Any] = {}
    if keywords:
        slots = signature.slots
        for name, value in keywords.items():
            slot = slots.get(name) if type(name) is str else None
            if slot is None:
                if not signature.has_extra or type(name) is not str:
                    return _natively(executable, function, arguments, keywords)
                extra[name] = value
            elif values[slot] is NULL:
                values[slot] = value
            else:
                return _natively(executable, function, arguments, keywords)
    if given < count and not _fill_positional(values, given, count, function):
        return _natively(executable, function, arguments, keywords)
    if signature.named > count and not _fill_keyword_only(values, executable, function):
        return _natively(executable, function, arguments, keywords)
    if signature.has_rest:
        values.append(rest)
    if signature.has_extra:
        values.append(extra)
    return values


def _fill_positional(values: list[Any], given: int, count: int, function: FunctionType) -> bool:
    defaults = function.__defaults__ or ()
    first = count - len(defaults)
    for slot in range(given, count):
        if values[slot] is NULL:
            if slot < first:
                return False
            values[slot] = defaults[slot - first]
    return True


def _fill_keyword_only(values: list[Any], executable: Executable, function: FunctionType) -> bool:
    defaults = function.__kwdefaults__
    signature = executable.signature
    for slot in range(signature.positional, signature.named):
        if values[slot] is NULL:
            name = executable.names[slot]
            if defaults is None or name not in defaults:
                return False
            values[slot] = defaults[name]
    return True


def _natively(
    executable: Executable,
    function: FunctionType,
    arguments: list[Any],
    keywords: dict[str, Any],
) -> list[Any]:
    return binder_of(executable, function)(*arguments, **keywords)  # type: ignore[no-any-return]


hide_all(globals())
