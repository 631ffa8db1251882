"""One version's instruction table, arranged by opcode for decoding."""

from __future__ import annotations

from peephole import isa
from peephole.code.formats import format_of
from peephole.code.locations import MOST_UNITS
from peephole.isa import operands as kinds

from .lookups import Lookups
from .operands import reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from peephole.isa import Isa

    from .operands import Reading
    from .source import Source

    CacheInfo = tuple[tuple[str, int, bytes], ...]

JUMP, BARE = 1, 2


class Decoder:
    """One version's table, arranged by opcode.

    - `names`: opname, specialized instructions included
    - `patterns`: the opcode followed by the opcodes of its inline cache while that is empty: zeros
    - `caches`: the entries of an empty inline cache
    - `has_oparg`: whether there is an operand
    - `readings`: what reads it, as `reading` has it; `lookups`: what reads all at once
    - `jumps`: (scale, origin, from here, text before the target): a jump's target is
      oparg * scale + origin, counted from its own offset where `from here` is 1, else from 0
    - `labelled`: whether dis writes a jump's target as a label, not as an offset
    - `prefix`: EXTENDED_ARG
    - `line_starts`: the rule of Format.line_starts

    For bytes.translate of opcodes:

    - `lengths`: the size with the inline cache, in bytes
    - `entry_sizes`: the same in code units, 0 for EXTENDED_ARG; empty if the compiler lets
      instructions share entries of the location table
    - `marks`: JUMP where the operand is a jump's, BARE where there is none

    For bytes.replace of `entry_sizes`:

    - `joined_sizes`: (size after EXTENDED_ARG, size with it), the smaller ones first
    - `split_sizes`: (size as a number and as bytes, sizes of the parts, first size and zero): sizes
      of more code units than an entry has, and the entries that they are split into; without
      EXTENDED_ARG, and with it
    """

    def __init__(self, table: Isa) -> None:
        self.names = list(table.opname)
        for name, number in table.specialized.items():
            self.names[number] = name
        format = format_of(table.version)
        self.line_starts = format.line_starts
        self.prefix = table.extended_arg
        self.patterns = [bytes((number,)) for number in range(256)]
        self.caches: list[CacheInfo] = [()] * 256
        self.has_oparg = [number >= table.have_argument for number in range(256)]
        self.readings: dict[int, tuple[Reading | None, bool]] = {}
        self.jumps: dict[int, tuple[int, int, int, str]] = {}
        bases = [table.deopt.get(name, name) for name in self.names]
        for number, opname in enumerate(bases):
            if opname in table.opmap:
                self._add(table, number, opname)
        opnames = {number: bases[number] for number in range(256) if self.has_oparg[number]}
        self.lookups = Lookups(table, opnames, self.readings)
        self.lengths = bytes(2 * len(pattern) for pattern in self.patterns)
        has_entries = format.lines == "locations" and not format.joins_locations
        self._set_entry_sizes(list(map(len, self.patterns)) if has_entries else [])
        self.marks = bytes(
            JUMP if number in self.jumps else 0 if self.has_oparg[number] else BARE
            for number in range(256)
        )
        self.labelled = any(text.endswith("L") for *_, text in self.jumps.values())

    def _add(self, table: Isa, number: int, opname: str) -> None:
        entries = table.cache_format.get(opname, {}).items()
        self.caches[number] = tuple((name, units, bytes(2 * units)) for name, units in entries)
        self.patterns[number] += bytes(table.caches.get(opname, 0))
        self.has_oparg[number] = table.opmap[opname] in table.hasarg
        kind = table.operand[opname]
        if kind in kinds.PLACES:
            scale = table.jump_unit * kinds.DISTANCES.get(kind, 1)
            from_here = int(kind != kinds.JUMP_ABSOLUTE)
            origin = 2 * len(self.patterns[number]) if from_here else 0
            text = table.operand_texts.get(opname, ("",))[0]
            self.jumps[number] = (scale, origin, from_here, text.removesuffix("{}"))
        else:
            self.readings[number] = reading(table, opname)

    def _set_entry_sizes(self, sizes: list[int]) -> None:
        # With up to two of EXTENDED_ARG; three are for what no compiler writes.
        larger = sorted({size + prefixes for size in sizes for prefixes in range(3)})
        self.joined_sizes = [(bytes((0, size)), bytes((size + 1,))) for size in larger]
        self.split_sizes = _splits(sorted({*sizes})), _splits(larger)
        if sizes:
            sizes[self.prefix] = 0
        self.entry_sizes = bytes(sizes)

    def meaning(self, opcode: int, oparg: int, source: Source) -> tuple[int | None, object, str]:
        """(oparg, argval, argrepr) of one instruction; of a jump without its target."""
        if not self.has_oparg[opcode]:
            return None, None, ""
        read, _ = self.readings.get(opcode, (None, False))
        if read is None:
            return oparg, oparg, ""
        return oparg, *read(source, oparg)


def _splits(sizes: list[int]) -> list[tuple[int, bytes, bytes, bytes]]:
    return [
        (size, bytes((size,)), bytes((MOST_UNITS, size - MOST_UNITS)), bytes((MOST_UNITS, 0)))
        for size in sizes
        if size > MOST_UNITS
    ]


_decoders: dict[str, Decoder] = {}


def decoder_of(version: str) -> Decoder:
    """The version's Decoder, made when it is first asked for."""
    found = _decoders.get(version)
    if found is None:
        found = _decoders[version] = Decoder(isa.table(version))
    return found
