"""Adding many items at once to lists and dicts, for displays and calls with stars."""

from __future__ import annotations

from peephole.machine import host
from peephole.machine.hiding import hide_all
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn


#: for instructions that call one of their operands `set`
Set = set


def list_extend(target: list[Any], iterable: Any) -> None:
    """Extend a list with an iterable after a star."""
    if type(iterable) is list or type(iterable) is tuple:
        target.extend(iterable)
    else:
        target.extend([*iterable])


def not_a_set(target: Any) -> NoReturn:
    """Raise the error for SET_ADD: a program has put something else where the compiler keeps a
    module's conditional annotations."""
    raise TypeError(f"'{type(target).__name__}' object is not a set")


def dict_update(target: dict[Any, Any], mapping: Any) -> None:
    """Update a dict with a mapping after two stars."""
    if type(mapping) is dict:
        target.update(mapping)
    else:
        target.update({**mapping})


def dict_merge(callable: Any, target: dict[str, Any], mapping: Any) -> None:
    """Add keyword arguments after two stars to those that a call has already."""
    if type(mapping) is not dict:
        mapping = _keywords(callable, mapping)
    # (adding one dict to another hashes nothing again)
    if target and len(target | mapping) != len(target) + len(mapping):
        host.fail_with(host.call_with_two_mappings, callable, target, mapping)
    target.update(mapping)


def _keywords(callable: Any, mapping: Any) -> dict[str, Any]:
    """A mapping after two stars as a dict (`dict_merge` of Objects/dictobject.c)."""
    if not hasattr(mapping, "keys"):
        host.fail_with(host.call_with_double_star, callable, mapping)
    if isinstance(mapping, dict) and type(mapping).__iter__ is dict.__iter__:
        return dict(mapping)
    keys = mapping.keys()
    if not hasattr(type(keys), "__iter__") and not hasattr(type(keys), "__getitem__"):
        host.fail_with(host.call_with_double_star, callable, mapping)
    found: dict[str, Any] = {}
    for key in [*keys]:
        value = mapping[key]
        if key in found:
            host.fail_with(host.call_with_two_mappings, callable, {key: value}, {key: value})
        found[key] = value
    return found


hide_all(globals())
