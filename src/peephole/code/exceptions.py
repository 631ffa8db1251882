"""Exception tables (3.11+).

An entry is four big-endian numbers in six-bit digits: start, size and target in code units, and
`depth << 1 | lasti`. Bit 6 of a byte says that another digit follows, bit 7 marks the first byte
of an entry. Source: Objects/exception_handling_notes.txt (InternalDocs/exception_handling.md) and
assemble_emit_exception_table_item() in Python/assemble.c.
"""

from __future__ import annotations

from collections import namedtuple

from peephole.errors import PeepholeError

from .errors import ExceptionTableError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import NamedTuple

    class ExceptionEntry(NamedTuple):
        """Instructions from `start` to `end` (bytes, exclusive) are handled at `target` (bytes).

        Before the handler runs the stack is cut to `depth` items, the offset of the instruction
        that raised is pushed if `lasti`, and then the exception.
        """

        start: int
        end: int
        target: int
        depth: int
        lasti: bool

else:
    ExceptionEntry = namedtuple("ExceptionEntry", "start end target depth lasti")

# CPython reads the numbers into a C int; six digits hold one.
_MAX_DIGITS = 6


def decode_exception_table(table: bytes) -> list[ExceptionEntry]:
    """The entries of a table; ExceptionTableError where it ends early or a number is too long.

    Every number is accepted, as CPython does: whether the offsets are in the code is the
    verifier's business.
    """
    entries = []
    position = 0
    while position < len(table):
        numbers = []
        for _ in range(4):
            number, position = _read_number(table, position)
            numbers.append(number)
        start, size, target, depth_lasti = numbers
        entries.append(
            ExceptionEntry(
                start * 2,
                (start + size) * 2,
                target * 2,
                depth_lasti >> 1,
                bool(depth_lasti & 1),
            )
        )
    return entries


def _read_number(table: bytes, position: int) -> tuple[int, int]:
    number = 0
    for digit in table[position : position + _MAX_DIGITS]:
        number = number << 6 | digit & 63
        position += 1
        if not digit & 64:
            return number, position
    if position == len(table):
        raise ExceptionTableError(position, "the exception table ends within an entry")
    raise ExceptionTableError(position, "a number in the exception table is too long")


def encode_exception_table(entries: Iterable[tuple[int, int, int, int, bool]]) -> bytes:
    """The bytes of a table of (start, end, target, depth, lasti), offsets in bytes.

    PeepholeError for an entry that ends before it starts or has a negative number.
    """
    table = bytearray()
    for start, end, target, depth, lasti in entries:
        first = len(table)
        if not 0 <= start <= end or target < 0 or depth < 0:
            raise PeepholeError(
                f"no exception table has an entry from {start} to {end}, to {target}, depth {depth}"
            )
        for number in (start // 2, (end - start) // 2, target // 2, depth << 1 | lasti):
            _write_number(table, number)
        table[first] |= 128
    return bytes(table)


def _write_number(table: bytearray, number: int) -> None:
    shift = 0
    while number >> shift + 6:
        shift += 6
    while shift:
        table.append(64 | number >> shift & 63)
        shift -= 6
    table.append(number & 63)
