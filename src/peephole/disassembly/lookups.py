"""What the operands of a whole code object stand for, all at once.

An operand below 256 is found by its number in a sequence that its opcode chooses: a table of the
code object, or what the opcode means in every code object. So the two columns, argvals and
argreprs, are made by loops in C.
"""

from __future__ import annotations

from itertools import compress, count
from operator import getitem, itemgetter

from peephole.isa import operands as kinds

from .operands import affixes, representation, two_locals
from .source import NO_TABLES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from peephole.isa import Isa

    from .operands import Reading
    from .source import Source

    Sequences = list[Sequence[Any] | dict[int, Any]]
    # What flag bits mean, and the texts before and after the name that they choose.
    Around = list[tuple[int, str, str]]

# The sequences by number; those with flags below a name's index, and of what needs no tables,
# follow.
_NOTHING, _NUMBER, _NAMES, _LOCALS, _CELLS, _CONSTS, _PAIR, _FIRST = range(8)
_TABLES = {
    kinds.NAME: _NAMES,
    kinds.LOCAL: _LOCALS,
    kinds.DEREF: _LOCALS,
    kinds.FREE: _CELLS,
    kinds.CONST: _CONSTS,
    kinds.LOCAL_PAIR: _PAIR,
}
_NONES = (None,) * 256
_NUMBERS = tuple(range(256))
_NO_TEXTS = ("",) * 256


class _Meanings(dict[int, object]):
    """Argvals (part 0) or argreprs (part 1) of an operand without tables, read when asked for."""

    def __init__(self, read: Reading, part: int) -> None:
        self._read = read
        self._part = part

    def __missing__(self, oparg: int) -> object:
        found = self[oparg] = self._read(NO_TABLES, oparg)[self._part]
        return found


class Lookups:
    """What the operands of one version are looked up in, by opcode.

    `opnames`: the opcodes with an operand; `readings`: what reads them, and whether a code
    object's tables take part, as `reading` has it.
    """

    def __init__(
        self, table: Isa, opnames: dict[int, str], readings: dict[int, tuple[Reading | None, bool]]
    ) -> None:
        self._represent = representation(table.version)
        self._values: Sequences = []
        self._texts: Sequences = []
        self._flagged: list[tuple[int, int, Around]] = []
        self._known: dict[object, int] = {}
        numbers = bytearray(256)
        for opcode, opname in opnames.items():
            numbers[opcode] = self._choose(table, opname, *readings.get(opcode, (None, False)))
        self._numbers = bytes(numbers)

    def _choose(self, table: Isa, opname: str, read: Reading | None, own: bool) -> int:
        if read is None:
            return _NUMBER
        if not own:
            return self._new(opname, _Meanings(read, 0), _Meanings(read, 1))
        kind = table.operand[opname]
        if kind in _TABLES:
            return _TABLES[kind]
        texts = table.operand_texts.get(opname, ())
        number = self._new((kind, texts), (), ())
        chosen = affixes(kinds.NAMES[kind], texts)
        around = [(flags, *each) for flags, each in enumerate(chosen) if any(each)]
        if (number, len(chosen), around) not in self._flagged:
            self._flagged.append((number, len(chosen), around))
        return number

    def _new(self, key: object, values: Any, texts: Any) -> int:
        if key not in self._known:
            self._known[key] = _FIRST + len(self._values)
            self._values.append(values)
            self._texts.append(texts)
        return self._known[key]

    def columns(
        self, opcodes: bytes, opargs: list[int], source: Source
    ) -> tuple[list[Any], list[Any]]:
        """(argvals, argreprs) of instructions without their EXTENDED_ARGs and jumps.

        IndexError for an operand outside of its table, ValueError for an integer that is too long
        to be written in decimal.
        """
        consts, names, variables, cells = source[2:6]
        consts = consts[:256]
        written = tuple(map(self._represent, consts))
        values = [_NONES, _NUMBERS, names, variables, cells, consts, _NUMBERS, *self._values]
        texts = [_NO_TEXTS, _NO_TEXTS, names, variables, cells, written, _NO_TEXTS, *self._texts]
        numbers = opcodes.translate(self._numbers)
        for number, ways, around in self._flagged:
            if number in numbers:
                values[number], texts[number] = _flagged(names[: 256 // ways], ways, around)
        # One number more, as itemgetter gives no tuple for one alone.
        chosen = itemgetter(*numbers, 0)
        argvals = list(map(getitem, chosen(values), opargs))
        argreprs = list(map(getitem, chosen(texts), opargs))
        if _PAIR in numbers:
            for row in compress(count(), numbers.translate(_IS_PAIR)):
                argvals[row], argreprs[row] = two_locals(source, opargs[row])
        return argvals, argreprs


_IS_PAIR = bytes(number == _PAIR for number in range(256))


def _flagged(names: tuple[str, ...], ways: int, around: Around) -> tuple[list[str], list[str]]:
    """Names, and the texts that flags below their index choose, by oparg."""
    values = [""] * (ways * len(names))
    for flags in range(ways):
        values[flags::ways] = names
    texts = values.copy()
    for flags, before, after in around:
        texts[flags::ways] = _surrounded(before, names, after)
    return values, texts


def _surrounded(before: str, names: tuple[str, ...], after: str) -> list[str]:
    """The names with text around them; dis says nothing of an empty one, as in `from . import`."""
    if not after:
        # The most frequent case, with one text less to put together.
        return [before + name if name else "" for name in names]
    return [before + name + after if name else "" for name in names]
