"""Pieces of the host's own bytecode, put together for code objects in the guest's clothes.

What differs between versions comes from the host: opcodes and caches from its table, the way to
write a call from what its compiler makes of one.
"""

from __future__ import annotations

from opcode import opmap
from types import FunctionType

from peephole import isa
from peephole.machine.hiding import hidden, hide_all
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType

_table = isa.table(isa.host_version())
_EXTENDED_ARG = _table.extended_arg

#: the conditional jump forward, by the names that versions have for it
JUMP_IF_FALSE = next(
    name for name in ("POP_JUMP_FORWARD_IF_FALSE", "POP_JUMP_IF_FALSE") if name in opmap
)


def instruction(opname: str, oparg: int = 0) -> bytes:
    """An instruction with its prefixes and (empty) inline caches."""
    prefixes = b"".join(
        bytes((_EXTENDED_ARG, oparg >> shift & 255)) for shift in (24, 16, 8) if oparg >> shift
    )
    caches = bytes(2 * _table.caches.get(opname, 0))
    return prefixes + bytes((opmap[opname], oparg & 255)) + caches


def instructions_of(code: CodeType) -> list[tuple[str, int]]:
    """The (opname, oparg) of a small code object's instructions, but the frame's own at the
    start (COPY_FREE_VARS, MAKE_CELL, RESUME)."""
    result = []
    units = code.co_code
    offset = 0
    while offset < len(units):
        opname = _table.opname[units[offset]]
        if opname not in ("COPY_FREE_VARS", "MAKE_CELL", "RESUME"):
            result.append((opname, units[offset + 1]))
        offset += 2 + 2 * _table.caches.get(opname, 0)
    return result


def forget_if(slot: int, constant: int) -> bytes:
    """Unbind a local variable if its value is a constant (by identity)."""
    unbind = instruction("DELETE_FAST", slot)
    return (
        instruction("LOAD_FAST", slot)
        + instruction("LOAD_CONST", constant)
        + instruction("IS_OP")
        + instruction(JUMP_IF_FALSE, len(unbind) // 2)
        + unbind
    )


def jump_over(start: bytes, size: int) -> bytes:
    """`start` and a jump to behind the first `size` bytes, so much that fits into them."""
    gap = size - len(start) - _JUMP_SIZE
    if gap < 0:
        return start
    high, middle, low = (gap // 2).to_bytes(3, "big")
    jump = bytes((_EXTENDED_ARG, high, _EXTENDED_ARG, middle, opmap["JUMP_FORWARD"], low))
    return start + jump + bytes((opmap["NOP"], 0)) * (gap // 2)


_JUMP_SIZE = 6


def code_units(code: CodeType) -> bytes:
    """The bytecode of a code object, which would keep what its `co_code` has once returned."""
    return code.co_code


class Assembler:
    """Instructions one behind the other, with jumps to labels."""

    def __init__(self, start: bytes) -> None:
        self.units = bytearray(start)
        #: the offset of each label
        self.places: dict[str, int] = {}
        self._jumps: list[tuple[int, int, str]] = []

    @property
    def offset(self) -> int:
        """Where the next instruction goes, in bytes."""
        return len(self.units)

    def emit(self, opname: str, oparg: int = 0) -> None:
        """Append an instruction."""
        self.units += instruction(opname, oparg)

    def label(self, name: str) -> None:
        """Name the next instruction."""
        self.places[name] = self.offset

    def jump(self, opname: str, label: str) -> None:
        """Append a jump, conditional or not, forward or backward as its name says."""
        at = self.offset
        self.units += bytes((_EXTENDED_ARG, 0, _EXTENDED_ARG, 0)) + instruction(opname)
        self._jumps.append((at, self.offset, label))

    def short_jump(self, opname: str, label: str) -> None:
        """Append a jump forward that has no prefixes."""
        at = self.offset
        self.units += instruction(opname)
        self._jumps.append((at, self.offset, label))

    def finish(self) -> bytes:
        """The bytecode with every jump's distance in it."""
        for at, end, label in self._jumps:
            distance = abs(self.places[label] - end) // 2
            if self.units[at] != _EXTENDED_ARG:
                self.units[at + 1] = distance
                continue
            high, middle, low = distance.to_bytes(3, "big")
            self.units[at + 1], self.units[at + 3], self.units[at + 5] = high, middle, low
        return bytes(self.units)


def exception_entry(start: int, end: int, target: int, depth: int) -> bytes:
    """An exception table of one entry; offsets in bytes.  (`peephole.code.exceptions` does it for
    all versions and takes longer to import.)"""
    numbers = (start // 2, (end - start) // 2, target // 2, depth << 1)
    table = bytearray().join(map(_digits, numbers))
    table[0] |= 128
    return bytes(table)


def _digits(number: int) -> bytearray:
    digits = bytearray((number & 63,))
    while number := number >> 6:
        digits.insert(0, 64 | number & 63)
    return digits


def loads_local(opname: str) -> bool:
    """Whether it is an instruction that pushes one local variable."""
    return opname.startswith("LOAD_FAST") and opname.count("LOAD_FAST") == 1


hide_all(globals())
for _function in vars(Assembler).values():
    if isinstance(_function, FunctionType):
        hidden(_function)
