"""Unpacking of iterables into several values."""

from __future__ import annotations

from peephole.machine.hiding import hidden, hide_all
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_unpackers: dict[tuple[int, int], Callable[[Any], Any]] = {}


def unpack_sequence(iterable: Any, count: int) -> list[Any]:
    """The `count` values of an iterable, last first."""
    values = _unpacker(count, -1)(iterable)
    values.reverse()
    return values  # type: ignore[no-any-return]


def unpack_ex(iterable: Any, before: int, after: int) -> tuple[list[Any], list[Any], list[Any]]:
    """(last `after` values, last first; the values between; first `before` values, last first)."""
    values = _unpacker(before, after)(iterable)
    first, rest, last = values[:before], values[before], values[before + 1 :]
    first.reverse()
    last.reverse()
    return last, rest, first


def _unpacker(before: int, after: int) -> Callable[[Any], Any]:
    """A native function that unpacks: its errors are the host's own."""
    unpacker = _unpackers.get((before, after))
    if unpacker is None:
        targets = [f"v{i}" for i in range(before)]
        if after >= 0:
            targets += ["*rest", *(f"w{i}" for i in range(after))]
        names = ", ".join(name.lstrip("*") for name in targets)
        source = f"def unpack(values):\n [{', '.join(targets)}] = values\n return [{names}]"
        namespace: dict[str, Any] = {}
        exec(source, namespace)
        unpacker = _unpackers[before, after] = hidden(namespace["unpack"])
    return unpacker


hide_all(globals())
