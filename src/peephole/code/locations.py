"""Location tables (3.11+): lines and columns of every instruction. PEP 657.

An entry starts with a byte `0x80 | form << 3 | units - 1` and covers 1 to 8 code units. The forms:
0-9 short (same line, column in two bytes' bits), 10-12 one line (0-2 lines on, two column bytes),
13 no columns (line delta), 14 long (all four), 15 none. Numbers are little-endian six-bit digits,
bit 6 says that another follows; signed ones have the sign in bit 0.
Source: Objects/locations.md (InternalDocs/code_objects.md) and Python/assemble.c.
"""

from __future__ import annotations

from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

from .errors import LineTableError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Step = tuple[int, int, int | None, int | None, int | None]

Location = tuple[int | None, int | None, int | None, int | None]
"""Line, end line, column and end column (columns in UTF-8 bytes); None where not known."""

_NO_ENTRY = "an entry of the location table expected"
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
    line = firstlineno
    for units, delta, lines, column, end_column in _steps(table):
        if lines is None:
            entries.append((units, _NOWHERE))
        else:
            line += delta
            entries.append((units, (line, line + lines, column, end_column)))
    return entries


def decode_positions(table: bytes, firstlineno: int) -> list[Location]:
    """The location of each code unit; errors as `decode_locations`."""
    positions: list[Location] = []
    line = firstlineno
    for units, delta, lines, column, end_column in _steps(table):
        if lines is None:
            positions += (_NOWHERE,) * units
        else:
            line += delta
            positions += ((line, line + lines, column, end_column),) * units
    return positions


def _steps(table: bytes) -> Iterable[Step]:
    """The entries as (code units, line delta, lines to the end line or None, column, end column).

    Few entries are different, so that what their bytes mean is kept: to cut the table into
    entries and to look them up takes no Python code.
    """
    try:
        return list(map(_known_steps.__getitem__, _entries(table)))
    except (LineTableError, IndexError):
        position = 0
        while position < len(table):
            _, position = _read_entry(table, position)
        raise


_find_entries: Callable[[bytes], list[bytes]] | None = None


def _entries(table: bytes) -> list[bytes]:
    """The table cut before every byte with bit 7."""
    global _find_entries
    if _find_entries is None:
        import re  # only reading needs it, and it is slow to import

        _find_entries = re.compile(rb"[\x80-\xff][\x00-\x7f]*|[\x00-\x7f]+").findall
    return _find_entries(table)


_MOST_KNOWN_STEPS = 1 << 16


class _KnownSteps(dict[bytes, "Step"]):
    def __missing__(self, entry: bytes) -> Step:
        step, end = _read_entry(entry, 0)
        if end != len(entry):
            raise LineTableError(end, _NO_ENTRY)
        if len(self) > _MOST_KNOWN_STEPS:
            self.clear()
        self[entry] = step
        return step


_known_steps = _KnownSteps()


def _read_entry(table: bytes, position: int) -> tuple[Step, int]:
    """The entry at `position`, and where it ends."""
    try:
        first = table[position]
        if first < 128:
            raise LineTableError(position, _NO_ENTRY)
        form = first >> 3 & 15
        units = (first & 7) + 1
        if form < _ONE_LINE:
            bits = table[position + 1]
            column = form << 3 | bits >> 4
            return (units, 0, 0, column, column + (bits & 15)), position + 2
        if form < _NO_COLUMNS:
            columns = (table[position + 1], table[position + 2])
            return (units, form - _ONE_LINE, 0, *columns), position + 3
        if form == _NONE:
            return (units, 0, None, None, None), position + 1
        signed, position = _read_number(table, position + 1)
        delta = -(signed >> 1) if signed & 1 else signed >> 1
        if form == _NO_COLUMNS:
            return (units, delta, 0, None, None), position
        lines, position = _read_number(table, position)
        column, position = _read_number(table, position)
        end_column, position = _read_number(table, position)
        return (units, delta, lines, _column(column), _column(end_column)), position
    except IndexError:
        raise LineTableError(len(table), "the location table ends within an entry") from None


def _read_number(table: bytes, position: int) -> tuple[int, int]:
    number = shift = 0
    while True:
        digit = table[position]
        if digit & 128:
            raise LineTableError(position, "an entry of the location table begins within another")
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
