"""What the garbage collector tells the guest: of the guest's objects, not of the machine's."""

from __future__ import annotations

import gc
from types import CodeType, FunctionType

from peephole.machine.executable import Executable
from peephole.machine.frame import Frame, Step
from peephole.machine.hiding import hide_all
from peephole.machine.kept_code import decoded
from peephole.machine.trampolines import guest_behind
from peephole.machine.translate.entries import SEGMENT
from peephole.machine.values import NULL
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from peephole.machine.thread import ThreadState

_OWN_MODULES = "peephole."
_NODE_LENGTH = 5
#: no frame has more slots
_MOST_SLOTS = 4096


def get_objects(
    thread: ThreadState, frame: Frame, step: Step, arguments: list[Any], keywords: dict[str, Any]
) -> Any:
    """gc.get_objects()."""
    return _of_the_guest(gc.get_objects(*arguments, **keywords), arguments, keywords)


def get_referrers(
    thread: ThreadState, frame: Frame, step: Step, arguments: list[Any], keywords: dict[str, Any]
) -> Any:
    """gc.get_referrers()."""
    given = tuple(arguments)
    found = gc.get_referrers(*given, **keywords)
    if any(type(value) is CodeType for value in given):
        found += _functions_of(given)
    return _of_the_guest([value for value in found if value is not given], arguments, keywords)


def _functions_of(codes: tuple[Any, ...]) -> list[FunctionType]:
    """The functions whose code the guest finds among these."""
    functions = [value for value in gc.get_objects() if type(value) is FunctionType]
    return [f for f in functions if any(guest_behind(f.__code__) is code for code in codes)]


def _of_the_guest(found: list[Any], *others: Any) -> list[Any]:
    """What is neither the machine's nor one of the others."""
    inner = _inside_executables(found)
    inner.update(map(id, others))
    return [value for value in found if id(value) not in inner and not _is_own(value)]


def _inside_executables(found: list[Any]) -> set[int]:
    """The ids of the containers that decoded code consists of, and of what keeps account of it."""
    inner = {id(reference) for reference in decoded}
    for value in found:
        if type(value) is Executable:
            inner.update(id(part) for part in gc.get_referents(value) if type(part) in _CONTAINERS)
    for value in found:
        if type(value) is FunctionType and value.__name__ == SEGMENT:
            inner.update((id(value), id(value.__globals__)))
    return inner


_CONTAINERS = frozenset({dict, list, tuple})


def _is_own(value: Any) -> bool:
    kind = type(value)
    if kind is list:
        if len(value) == _NODE_LENGTH and isinstance(value[-1], Step):
            return True
        return len(value) <= _MOST_SLOTS and any(item is NULL for item in value)
    return kind.__module__.startswith(_OWN_MODULES) if type(kind) is type else False


hide_all(globals())
