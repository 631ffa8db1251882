"""Constants that no host type can stand for exactly."""

from __future__ import annotations

import builtins
from bisect import bisect_right
from operator import itemgetter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


class _InOrder:
    """A set whose elements come in the order they were read in: `elements`, repeated ones too.

    A set's own order depends on the process that made it; the order in the file is kept so that
    writing gives the same bytes, and showing the same text, every time.
    """

    __slots__ = ()
    elements: tuple[object, ...]

    def __iter__(self) -> Iterator[object]:
        return iter(self.elements)

    def __repr__(self) -> str:
        return set_repr(self, map(repr, self.elements))

    def __reduce__(self) -> tuple[type[_InOrder], tuple[tuple[object, ...]]]:
        return (type(self), (self.elements,))


class OrderedFrozenSet(_InOrder, frozenset[object]):
    """A frozenset that remembers the order its elements were read in."""

    __slots__ = ("elements",)

    def __new__(cls, elements: Iterable[object] = ()) -> OrderedFrozenSet:
        ordered = tuple(elements)
        self = super().__new__(cls, ordered)
        self.elements = ordered
        return self


class OrderedSet(_InOrder, set[object]):
    """A set that remembers the order its elements were read in, while it has just these.

    No compiler makes a constant of one, but marshal can write it.
    """

    __slots__ = ("_read",)
    _read: tuple[object, ...]

    def __init__(self, elements: Iterable[object] = ()) -> None:
        self._read = tuple(elements)
        super().__init__(self._read)

    @property
    def elements(self) -> tuple[object, ...]:  # type: ignore[override]
        """The elements in the order of the file; in any order once the set was changed."""
        return self._read if self == set(self._read) else tuple(set.__iter__(self))


def set_repr(value: object, elements: Iterable[str]) -> str:
    """`repr` of a set or frozenset from those of its elements."""
    inside = ", ".join(elements)
    if isinstance(value, frozenset):
        return f"frozenset({{{inside}}})" if inside else "frozenset()"
    return f"{{{inside}}}" if inside else "set()"


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


def constant_repr(value: object, version: str | None = None) -> str:
    """`repr` of a constant as a version ("3.13") writes it; the running interpreter by default.

    Versions differ in which characters they print, as each knows another version of Unicode, and
    escape the others. Python refuses to write integers of more than 4,300 digits in decimal (a
    ValueError, see sys.set_int_max_str_digits); those are hexadecimal here.
    """
    try:
        text = repr(value)
    except ValueError:
        return _careful_repr(value, version)
    if version is None or (text.isascii() and "\\u" not in text and "\\U" not in text):
        return text
    return _careful_repr(value, version)


def _careful_repr(value: object, version: str | None) -> str:
    if isinstance(value, str):
        return _text_repr(value, version) if version else repr(value)
    if isinstance(value, tuple):
        inside = ", ".join([constant_repr(element, version) for element in value])
        return f"({inside},)" if len(value) == 1 else f"({inside})"
    if isinstance(value, (set, frozenset)):
        return set_repr(value, [constant_repr(element, version) for element in value])
    if isinstance(value, slice):
        parts = (value.start, value.stop, value.step)
        return f"slice({', '.join([constant_repr(part, version) for part in parts])})"
    try:
        return repr(value)
    except ValueError:
        return hex(value) if isinstance(value, int) else f"<{type(value).__name__}>"


_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}


def _text_repr(text: str, version: str) -> str:
    """`repr` of a string in a version. Source: unicode_repr() in Objects/unicodeobject.c."""
    quote = '"' if "'" in text and '"' not in text else "'"
    pieces = []
    for character in text:
        point = ord(character)
        if character == quote:
            pieces.append("\\" + quote)
        elif character in _ESCAPES:
            pieces.append(_ESCAPES[character])
        elif is_printable(character, version):
            pieces.append(character)
        elif point < 0x100:
            pieces.append(f"\\x{point:02x}")
        else:
            pieces.append(f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}")
    return f"{quote}{''.join(pieces)}{quote}"


_since: list[tuple[int, int, str]] = []


def is_printable(character: str, version: str) -> bool:
    """What str.isprintable() says of a character in a version."""
    if not _since:
        from .printable import PRINTABLE_SINCE

        for since, (_, ranges) in PRINTABLE_SINCE.items():
            _since.extend((first, last, since) for first, last in ranges)
        _since.sort()
    point = ord(character)
    place = bisect_right(_since, point, key=itemgetter(0)) - 1
    if place >= 0 and point <= _since[place][1]:
        return _minor(_since[place][2]) <= _minor(version)
    return character.isprintable()


def _minor(version: str) -> int:
    return int(version.partition(".")[2])
