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
    import types
    from collections.abc import Callable, Iterable

Location = tuple[int | None, int | None, int | None, int | None]
"""Line, end line, column and end column (columns in UTF-8 bytes); None where not known."""

_NO_ENTRY = "an entry of the location table expected"
_NOWHERE: Location = (None, None, None, None)
_ONE_LINE = 10
_NO_COLUMNS = 13
_LONG = 14
_NONE = 15
MOST_UNITS = 8
"""The code units that an entry can cover."""
# CPython reads the numbers into a C int; six digits hold one.
_MAX_SHIFT = 30


def decode_locations(table: bytes, firstlineno: int) -> list[tuple[int, Location]]:
    """The entries of a table: (code units, location), in order of the code.

    LineTableError if an entry does not start with bit 7, is cut off, or has too long a number.
    """
    locations, counts = decode_entries(table, firstlineno)
    return list(zip(counts, locations, strict=True))


def decode_entries(table: bytes, firstlineno: int) -> tuple[Iterable[Location], bytes]:
    """The entries of a table in two columns: locations, to be taken once, and code units.

    Errors as `decode_locations`.
    """
    if 0 <= firstlineno < _MOST_LINES and len(table) < _MOST_BYTES and _is_plain(table):
        return interpreted_entries(table, firstlineno)
    return _read_entries(table, firstlineno)


# --- well-formed tables, read by the interpreter, which does it several times faster

# So many entries of at most 2047 lines each do not lead out of a C int.
_MOST_BYTES = 1 << 19
_MOST_LINES = 1 << 30
_NUMBER = rb"[\x40-\x7f]?[\x00-\x3f]"
_PLAIN_TABLE = b"".join(
    (
        rb"(?:[\x80-\xcf][\x00-\x7f]",  # short
        rb"|[\xd0-\xe7][\x00-\x7f]{2}",  # one line
        rb"|[\xe8-\xef]" + _NUMBER,  # no columns
        rb"|[\xf0-\xf7]" + _NUMBER * 4,  # long
        rb"|[\xf8-\xff])*+",  # none
    )
)
_DIGITS = bytes(range(128))
_TO_UNITS = bytes([(byte & MOST_UNITS - 1) + 1 for byte in range(256)])
_TO_ONE_UNIT = bytes([byte & -MOST_UNITS if byte & 128 else byte for byte in range(256)])

_matches_plain: Callable[[bytes], object] | None = None


def _is_plain(table: bytes) -> bool:
    """Whether a table is well-formed and has no number of more than two digits."""
    global _matches_plain
    if _matches_plain is None:
        import re  # only reading needs it, and it is slow to import

        _matches_plain = re.compile(_PLAIN_TABLE).fullmatch
    return _matches_plain(table) is not None


def interpreted_entries(table: bytes, firstlineno: int) -> tuple[Iterable[Location], bytes]:
    """`decode_entries` of a table that the running interpreter can be trusted with.

    It reads the table of a code object that has one code unit for each entry.
    """
    firsts = table.translate(None, _DIGITS)
    if not firsts or not _KEEPS_COLUMNS:
        return _read_entries(table, firstlineno)
    bearer = _bearer(len(firsts), table.translate(_TO_ONE_UNIT), firstlineno)
    return bearer.co_positions(), firsts.translate(_TO_UNITS)


def _bearer(units: int, table: bytes, firstlineno: int) -> types.CodeType:
    """A code object that has nothing but so many code units and a location table."""
    return _code(
        0, 0, 0, 0, 1, 0, bytes(2 * units), (), (), (), "", "", "", firstlineno, table, b"", (), ()
    )


_code: type[types.CodeType] = type((lambda: None).__code__)
# Not so with -X no_debug_ranges.
_KEEPS_COLUMNS = _bearer(1, b"\x80\x01", 1).co_linetable == b"\x80\x01"


# --- where lines start, without reading the numbers


def _line_kind(byte: int) -> str:
    """What a byte of a table says of the line.

    Of an entry's first byte: s the same line, n one further on, L a line told by the number that
    follows, z none. Of a digit: 0 that the number is zero, ? that the next digit says so.
    """
    if byte < 128:
        return "0" if byte < 2 else "?" if byte in (64, 65) else "1"
    form = byte >> 3 & 15
    if form <= _ONE_LINE:
        return "s"
    return "n" if form < _NO_COLUMNS else "L" if form < _NONE else "z"


_LINE_KINDS = "".join(map(_line_kind, range(256))).encode()
_DIGIT_KINDS = b"01?"
_UNTOLD = ord("?")
_CHANGES = bytes(byte in b"nL" for byte in range(256))


def line_starts(table: bytes) -> list[bool] | None:
    """Whether each entry of a well-formed table has another line than those before it.

    An entry without a line has not. None if the first digits of the numbers do not tell.
    """
    kinds = table.translate(_LINE_KINDS)
    if _UNTOLD in kinds and b"L?" in kinds:
        return None
    changes = kinds.replace(b"L0", b"s").translate(_CHANGES, _DIGIT_KINDS)
    starts: list[bool] = memoryview(changes).cast("?").tolist()  # type: ignore[assignment]
    first = 0
    if kinds[:1] == b"z":
        entries = kinds.translate(None, _DIGIT_KINDS)
        first = len(entries) - len(entries.lstrip(b"z"))
    if first < len(starts):
        starts[first] = True
    return starts


# --- any table


def _read_entries(table: bytes, firstlineno: int) -> tuple[list[Location], bytes]:
    locations: list[Location] = []
    counts = bytearray()
    line = firstlineno
    position = 0
    while position < len(table):
        (units, delta, lines, column, end_column), position = _read_entry(table, position)
        counts.append(units)
        if lines is None:
            locations.append(_NOWHERE)
        else:
            line += delta
            locations.append((line, line + lines, column, end_column))
    return locations, bytes(counts)


def _read_entry(
    table: bytes, position: int
) -> tuple[tuple[int, int, int | None, int | None, int | None], int]:
    """The entry at `position`, and where it ends.

    (code units, line delta, lines to the end line or None, column, end column)
    """
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
        while units > MOST_UNITS:
            line = _write_entry(table, MOST_UNITS, location, line)
            units -= MOST_UNITS
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
