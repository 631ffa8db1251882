"""One version's instruction table, arranged by opcode for decoding."""

from __future__ import annotations

import re
import sys

from peephole import isa
from peephole.isa import operands as kinds

from .operands import affixes, reading, representation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from peephole.isa import Isa

    from .operands import Reading, Tables

    CacheInfo = tuple[tuple[str, int, bytes], ...]
    Head = tuple[int, str, int | None, object, str, CacheInfo]

_LITTLE_ENDIAN = sys.byteorder == "little"


# Operands that are an index, by the number of the sequence in Decoder.heads.
_SEQUENCES = {
    kinds.NAME: 1,
    kinds.LOCAL: 2,
    kinds.DEREF: 2,
    kinds.FREE: 3,
    kinds.CONST: 4,
    **{kind: 5 for kind, bits in kinds.NAMES.items() if bits},
}
_CONSTANTS, _FLAGGED = 4, 5


class Decoder:
    """One version's table, arranged by opcode.

    - `names`: opname, specialized instructions included
    - `patterns`: the opcode followed by the opcodes of its inline cache while that is empty: zeros
    - `caches`: the entries of an empty inline cache
    - `has_oparg`, `readings`: whether there is an operand, what reads it (None: it is a number)
    - `sequences`: for operands that are an index, what into (see _SEQUENCES)
    - `flagged`: for those with flags below the index: (flag bits, affixes by flags)
    - `find_jumps`: the matches, in a string of opcodes, of what has a jump's operand
    - `jumps`: (scale, origin, from here, text before the target): a jump's target is
      oparg * scale + origin, counted from its own offset where `from here` is 1, else from 0
    - `labelled`: whether dis writes a jump's target as a label, not as an offset
    - `cache_counts`: for bytes.translate: the code units of the inline cache
    - `prefix`: EXTENDED_ARG
    - `represent`: what writes constants
    - `shared`: the heads of code units that mean the same in every code object
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
        self.sequences = [0] * 256
        self.flagged: dict[int, tuple[int, list[list[str]]]] = {}
        self.jumps: dict[int, tuple[int, int, int, str]] = {}
        for number, name in enumerate(self.names):
            base = table.deopt.get(name, name)
            if base in table.opmap:
                self._add(table, number, base)
        jumps = b"".join([re.escape(bytes((number,))) for number in sorted(self.jumps)])
        self.find_jumps = re.compile(b"[" + jumps + b"]").finditer
        self.cache_counts = bytes(len(pattern) - 1 for pattern in self.patterns)
        self.labelled = any(text.endswith("L") for *_, text in self.jumps.values())
        self.represent = representation(table.version)
        self.shared: dict[int, Head] = {}

    def _add(self, table: Isa, number: int, opname: str) -> None:
        entries = table.cache_format.get(opname, {}).items()
        self.caches[number] = tuple((name, units, bytes(2 * units)) for name, units in entries)
        self.patterns[number] += bytes(table.caches.get(opname, 0))
        self.has_oparg[number] = table.opmap[opname] in table.hasarg
        kind = table.operand[opname]
        if kind in kinds.DISTANCES or kind == kinds.JUMP_ABSOLUTE:
            scale = table.jump_unit * kinds.DISTANCES.get(kind, 1)
            from_here = int(kind != kinds.JUMP_ABSOLUTE)
            origin = 2 * len(self.patterns[number]) if from_here else 0
            text = table.operand_texts.get(opname, ("",))[0]
            self.jumps[number] = (scale, origin, from_here, text.removesuffix("{}"))
        else:
            self.readings[number], self.needs_tables[number] = reading(table, opname)
            if self.needs_tables[number]:
                self.sequences[number] = _SEQUENCES.get(kind, 0)
            if self.sequences[number] == _FLAGGED:
                bits = kinds.NAMES[kind]
                self.flagged[number] = bits, affixes(bits, table.operand_texts.get(opname, ()))

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
        missing = set(units).difference(shared)
        if not missing:
            return list(map(shared.__getitem__, units))
        own: dict[int, Head] = {}
        opnames, caches, sequences = self.names, self.caches, self.sequences
        names = tables.names
        every: tuple[Any, ...] = (None, names, tables.locals, tables.cells)
        for unit in missing:
            opcode, oparg = (unit & 255, unit >> 8) if _LITTLE_ENDIAN else (unit >> 8, unit & 255)
            number = sequences[opcode]
            value: Any
            try:
                if number == _FLAGGED:
                    bits, texts = self.flagged[opcode]
                    value = name = names[oparg >> bits]
                    before, after = texts[oparg & (1 << bits) - 1]
                    text = before + name + after if name else ""
                elif number == _CONSTANTS:
                    value = tables.consts[oparg]
                    text = self.represent(value)
                elif number:
                    value = text = every[number][oparg]
                elif self.needs_tables[opcode]:
                    value, text = self.readings[opcode](tables, oparg)  # type: ignore[misc]
                else:
                    shared[unit] = self.head(opcode, oparg, tables)
                    continue
            except (IndexError, ValueError):
                # Out of the table, or an integer with too many digits for `repr`.
                own[unit] = self.head(opcode, oparg, tables)
                continue
            own[unit] = (opcode, opnames[opcode], oparg, value, text, caches[opcode])
        return list(map(own.get, units, map(shared.get, units)))  # type: ignore[arg-type]


_decoders: dict[str, Decoder] = {}


def decoder_of(version: str) -> Decoder:
    """The version's Decoder, made when it is first asked for."""
    found = _decoders.get(version)
    if found is None:
        found = _decoders[version] = Decoder(isa.table(version))
    return found
