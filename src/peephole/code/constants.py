"""Constants that no host type can stand for exactly."""

from __future__ import annotations

import builtins

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


class OrderedFrozenSet(frozenset[object]):
    """A frozenset that remembers the order its elements were read in.

    A set's own order depends on the process that made it; the order in the file is kept so that
    writing gives the same bytes, and showing the same text, every time.
    """

    __slots__ = ("elements",)
    elements: tuple[object, ...]

    def __new__(cls, elements: Iterable[object] = ()) -> OrderedFrozenSet:
        ordered = tuple(elements)
        self = super().__new__(cls, ordered)
        self.elements = ordered
        return self

    def __iter__(self) -> Iterator[object]:
        return iter(self.elements)

    def __repr__(self) -> str:
        if not self.elements:
            return "frozenset()"
        return f"frozenset({{{', '.join(map(repr, self.elements))}}})"

    def __reduce__(self) -> tuple[type[OrderedFrozenSet], tuple[tuple[object, ...]]]:
        return (OrderedFrozenSet, (self.elements,))


class _FrozenDict:
    """Stands for 3.15's frozendict (PEP 814) on hosts that have none: read, shown and written."""

    __slots__ = ("_content",)
    _content: dict[object, object]

    def __init__(self, content: Mapping[object, object]) -> None:
        self._content = dict(content)

    def items(self) -> Iterable[tuple[object, object]]:
        return self._content.items()

    def __len__(self) -> int:
        return len(self._content)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _FrozenDict):
            return NotImplemented
        return self._content == other._content

    def __hash__(self) -> int:
        return hash(frozenset(self._content.items()))

    def __repr__(self) -> str:
        return f"frozendict({self._content!r})" if self._content else "frozendict()"


FrozenDict: type = getattr(builtins, "frozendict", _FrozenDict)


def constant_repr(value: object) -> str:
    """`repr` of a constant, which a huge integer in it must not make fail.

    Python refuses to write integers of more than 4,300 digits in decimal (a ValueError, see
    sys.set_int_max_str_digits); those are written in hexadecimal here.
    """
    try:
        return repr(value)
    except ValueError:
        return _careful_repr(value)


def _careful_repr(value: object) -> str:
    if isinstance(value, int):
        return hex(value)
    if isinstance(value, tuple):
        inside = ", ".join(map(constant_repr, value))
        return f"({inside},)" if len(value) == 1 else f"({inside})"
    if isinstance(value, frozenset):
        return f"frozenset({{{', '.join(map(constant_repr, value))}}})"
    if isinstance(value, slice):
        parts = (value.start, value.stop, value.step)
        return f"slice({', '.join(map(constant_repr, parts))})"
    return f"<{type(value).__name__}>"
