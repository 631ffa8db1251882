"""One version's instruction table, arranged by opcode for decoding."""

from __future__ import annotations

import sys
from itertools import compress
from operator import not_

from peephole import isa
from peephole.isa import operands as kinds

from .operands import reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from peephole.isa import Isa

    from .operands import Reading, Tables

    CacheInfo = tuple[tuple[str, int, bytes], ...]
    Head = tuple[int, str, int | None, object, str, CacheInfo]

_LITTLE_ENDIAN = sys.byteorder == "little"


# Operands that are nothing but an index, by the number of the sequence in Decoder.heads.
_SIMPLE = {kinds.NAME: 1, kinds.LOCAL: 2, kinds.DEREF: 2, kinds.FREE: 3}


class Decoder:
    """One version's table, arranged by opcode.

    - `names`: opname, specialized instructions included
    - `patterns`: the opcode followed by the opcodes of its inline cache while that is empty: zeros
    - `caches`: the entries of an empty inline cache
    - `has_oparg`, `readings`: whether there is an operand, what reads it (None: it is a number)
    - `simple`: for operands that are an index into names, which ones (see _SIMPLE)
    - `jump_mask`: for bytes.translate: 1 for what has a jump's operand
    - `jumps`: (scale, origin, text before the target): a jump's target is oparg * scale, counted
      from the beginning, or where there is an `origin`, from the jump's own offset + origin
    - `labelled`: whether dis writes a jump's target as a label, not as an offset
    - `cache_counts`: for bytes.translate: the code units of the inline cache
    - `prefix`: EXTENDED_ARG
    """

    def __init__(self, table: Isa) -> None:
        self.names = list(table.opname)
        for name, number in table.specialized.items():
            self.names[number] = name
        self.prefix = table.extended_arg
        self.patterns = [bytes((number,)) for number in range(256)]
        self.caches: list[CacheInfo] = [()] * 256
        self.has_oparg = [number >= table.have_argument for number in range(256)]
        self.readings: list[Reading | None] = [None] * 256
        self.needs_tables = [False] * 256
        self.simple = [0] * 256
        self.jumps: dict[int, tuple[int, int, str]] = {}
        for number, name in enumerate(self.names):
            base = table.deopt.get(name, name)
            if base in table.opmap:
                self._add(table, number, base)
        self.jump_mask = bytes(number in self.jumps for number in range(256))
        self.cache_counts = bytes(len(pattern) - 1 for pattern in self.patterns)
        self.labelled = any(text.endswith("L") for _, _, text in self.jumps.values())
        self.shared: dict[int, Head] = {}

    def _add(self, table: Isa, number: int, opname: str) -> None:
        entries = table.cache_format.get(opname, {}).items()
        self.caches[number] = tuple((name, units, bytes(2 * units)) for name, units in entries)
        self.patterns[number] += bytes(table.caches.get(opname, 0))
        self.has_oparg[number] = table.opmap[opname] in table.hasarg
        kind = table.operand[opname]
        if kind in kinds.DISTANCES or kind == kinds.JUMP_ABSOLUTE:
            scale = table.jump_unit * kinds.DISTANCES.get(kind, 1)
            origin = 0 if kind == kinds.JUMP_ABSOLUTE else 2 * len(self.patterns[number])
            text = table.operand_texts.get(opname, ("",))[0]
            self.jumps[number] = (scale, origin, text.removesuffix("{}"))
        else:
            self.readings[number], self.needs_tables[number] = reading(table, opname)
            self.simple[number] = _SIMPLE.get(kind, 0)

    def head(self, opcode: int, oparg: int, tables: Tables) -> Head:
        """What is known of an instruction without its place in the code.

        (opcode, opname, oparg, argval, argrepr, cache_info); a jump's target is not known here.
        """
        name = self.names[opcode]
        caches = self.caches[opcode]
        if not self.has_oparg[opcode]:
            return opcode, name, None, None, "", caches
        read = self.readings[opcode]
        if read is None:
            return opcode, name, oparg, oparg, "", caches
        value, text = read(tables, oparg)
        return opcode, name, oparg, value, text, caches

    def heads(self, units: list[int], tables: Tables) -> list[Head]:
        """The head of each code unit (16 bits in the host's byte order).

        The same instructions come again and again, in one code object and in all of them, so
        that only a third needs to be looked at; the others are found by loops in C.
        """
        shared = self.shared
        known = list(map(shared.get, units))
        missing = set(compress(units, map(not_, known)))
        if not missing:
            return known  # type: ignore[return-value]
        own: dict[int, Head] = {}
        names, caches, simple = self.names, self.caches, self.simple
        readings = self.readings
        sequences = (None, tables.names, tables.locals, tables.cells)
        for unit in missing:
            opcode, oparg = (unit & 255, unit >> 8) if _LITTLE_ENDIAN else (unit >> 8, unit & 255)
            sequence = sequences[simple[opcode]]
            if sequence and oparg < len(sequence):
                name = sequence[oparg]
                own[unit] = (opcode, names[opcode], oparg, name, name, caches[opcode])
            elif self.needs_tables[opcode]:
                value, text = readings[opcode](tables, oparg)  # type: ignore[misc]
                own[unit] = (opcode, names[opcode], oparg, value, text, caches[opcode])
            else:
                shared[unit] = own[unit] = self.head(opcode, oparg, tables)
        return list(map(own.get, units, known))  # type: ignore[arg-type]


_decoders: dict[str, Decoder] = {}


def decoder_of(version: str) -> Decoder:
    """The version's Decoder, made when it is first asked for."""
    found = _decoders.get(version)
    if found is None:
        found = _decoders[version] = Decoder(isa.table(version))
    return found
