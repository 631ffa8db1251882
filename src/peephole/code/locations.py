"""Location tables (3.11+): lines and columns of every instruction. PEP 657.

An entry starts with a byte `0x80 | form << 3 | units - 1` and covers 1 to 8 code units. The forms:
0-9 short (same line, column in two bytes' bits), 10-12 one line (0-2 lines on, two column bytes),
13 no columns (line delta), 14 long (all four), 15 none. Numbers are little-endian six-bit digits,
bit 6 says that another follows; signed ones have the sign in bit 0.
Source: Objects/locations.md (InternalDocs/code_objects.md) and Python/assemble.c.
"""

from __future__ import annotations

from .errors import LineTableError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

Location = tuple[int | None, int | None, int | None, int | None]
"""Line, end line, column and end column (columns in UTF-8 bytes); None where not known."""

_NOWHERE: Location = (None, None, None, None)
_ONE_LINE = 10
_NO_COLUMNS = 13
_LONG = 14
_NONE = 15
_MAX_UNITS = 8
# CPython reads the numbers into a C int; six digits hold one.
_MAX_SHIFT = 30


def decode_locations(table: bytes, firstlineno: int) -> list[tuple[int, Location]]:
    """The entries of a table: (code units, location), in order of the code.

    LineTableError if an entry does not start with bit 7, is cut off, or has too long a number.
    """
    entries: list[tuple[int, Location]] = []
    append = entries.append
    line = firstlineno
    position = 0
    size = len(table)
    try:
        while position < size:
            first = table[position]
            if first < 128:
                raise LineTableError(position, "an entry of the location table expected")
            form = first >> 3 & 15
            units = (first & 7) + 1
            if form < _ONE_LINE:
                bits = table[position + 1]
                column = form << 3 | bits >> 4
                append((units, (line, line, column, column + (bits & 15))))
                position += 2
            elif form < _NO_COLUMNS:
                line += form - _ONE_LINE
                append((units, (line, line, table[position + 1], table[position + 2])))
                position += 3
            elif form == _NONE:
                append((units, _NOWHERE))
                position += 1
            else:
                delta, position = _read_number(table, position + 1)
                line += -(delta >> 1) if delta & 1 else delta >> 1
                if form == _NO_COLUMNS:
                    append((units, (line, line, None, None)))
                    continue
                more, position = _read_number(table, position)
                column, position = _read_number(table, position)
                end_column, position = _read_number(table, position)
                append((units, (line, line + more, _column(column), _column(end_column))))
    except IndexError:
        raise LineTableError(size, "the location table ends within an entry") from None
    return entries


def _read_number(table: bytes, position: int) -> tuple[int, int]:
    number = shift = 0
    while True:
        digit = table[position]
        position += 1
        number |= (digit & 63) << shift
        if not digit & 64:
            return number, position
        shift += 6
        if shift > _MAX_SHIFT:
            raise LineTableError(position, "a number in the location table is too long")


def _column(number: int) -> int | None:
    return number - 1 if number else None


def encode_locations(entries: Iterable[tuple[int, Location]], firstlineno: int) -> bytes:
    """The table of (code units, location) entries, each in the shortest form that holds it.

    Source: write_location_info_entry() in Python/assemble.c.
    """
    table = bytearray()
    line = firstlineno
    for units, location in entries:
        while units > _MAX_UNITS:
            line = _write_entry(table, _MAX_UNITS, location, line)
            units -= _MAX_UNITS
        line = _write_entry(table, units, location, line)
    return bytes(table)


def _write_entry(table: bytearray, units: int, location: Location, last_line: int) -> int:
    """Append an entry; return the line that the next one counts from."""
    line, end_line, column, end_column = location
    if line is None:
        table.append(128 | _NONE << 3 | units - 1)
        return last_line
    delta = line - last_line
    signed = -delta << 1 | 1 if delta < 0 else delta << 1
    if column is None or end_column is None:
        if end_line is None or end_line == line:
            table.append(128 | _NO_COLUMNS << 3 | units - 1)
            _write_number(table, signed)
            return line
    elif end_line == line:
        if delta == 0 and column < 80 and 0 <= end_column - column < 16:
            table.append(128 | column >> 3 << 3 | units - 1)
            table.append((column & 7) << 4 | end_column - column)
            return line
        if 0 <= delta < 3 and column < 128 and end_column < 128:
            table.append(128 | _ONE_LINE + delta << 3 | units - 1)
            table += bytes((column, end_column))
            return line
    table.append(128 | _LONG << 3 | units - 1)
    _write_number(table, signed)
    _write_number(table, 0 if end_line is None else end_line - line)
    _write_number(table, 0 if column is None else column + 1)
    _write_number(table, 0 if end_column is None else end_column + 1)
    return line


def _write_number(table: bytearray, number: int) -> None:
    while number >= 64:
        table.append(64 | number & 63)
        number >>= 6
    table.append(number)
