"""Line tables of every version: which source line an instruction belongs to.

- 3.8, 3.9 `co_lnotab`: pairs of (bytes, signed lines) to advance. Objects/lnotab_notes.txt.
- 3.10 `co_linetable`: the same pairs, but each is a range of bytes and its line relative to the
  range before; -128 for none. PEP 626, Objects/lnotab_notes.txt.
- 3.11+: see locations.py.
"""

from __future__ import annotations

from itertools import chain, repeat

from .errors import LineTableError
from .formats import format_of
from .locations import Location, decode_entries, decode_locations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .objects import CodeObject

    LineRange = tuple[int, int, int | None]

_LEAST_LINES, _MOST_LINES = -128, 127


def code_lines(code: CodeObject) -> list[LineRange]:
    """What co_lines() gives for a code object: (start, end, line), offsets in bytes."""
    format = format_of(code.version)
    if format.lines == "lnotab":
        return decode_lnotab(code.linetable, code.firstlineno, len(code.code))
    if format.lines == "ranges":
        return decode_line_ranges(code.linetable, code.firstlineno)
    entries = decode_locations(code.linetable, code.firstlineno)
    return location_lines(entries, format.merges_lines)


def line_starts(code: CodeObject) -> list[tuple[int, int | None]]:
    """What the version's dis.findlinestarts() gives for a code object."""
    return starts_of_lines(code_lines(code), format_of(code.version).line_starts)


def starts_of_lines(lines: Iterable[LineRange], rule: str) -> list[tuple[int, int | None]]:
    """The (offset, line) at which a line begins, by the rule of Format.line_starts."""
    starts: list[tuple[int, int | None]] = []
    last: int | None = -1
    for start, _, line in lines:
        if line != last and (line is not None or rule == "ranges"):
            last = line
            starts.append((start, line))
    return starts


def code_positions(code: CodeObject) -> list[Location]:
    """What co_positions() gives, one a code unit; lines alone up to 3.10."""
    locations, counts = code_locations(code)
    return list(chain.from_iterable(map(repeat, locations, counts)))


def code_locations(code: CodeObject) -> tuple[Iterable[Location], Sequence[int]]:
    """`code_positions`, but each location once, and of how many code units it is."""
    if format_of(code.version).lines == "locations":
        return decode_entries(code.linetable, code.firstlineno)
    locations: list[Location] = []
    counts = []
    for start, end, line in code_lines(code):
        locations.append((line, None, None, None))
        # A table may go on beyond the end of the code.
        counts.append((min(end, len(code.code)) - start) // 2)
    return locations, counts


def location_lines(entries: Iterable[tuple[int, Location]], merge: bool) -> list[LineRange]:
    """The line ranges of a location table; with `merge`, neighbours of one line are joined."""
    lines: list[LineRange] = []
    start = end = 0
    last: int | None = -1
    for units, (line, _, _, _) in entries:
        if end > start and (line != last or not merge):
            lines.append((start, end, last))
            start = end
        last = line
        end += units * 2
    if end > start:
        lines.append((start, end, last))
    return lines


def decode_lnotab(table: bytes, firstlineno: int, code_size: int) -> list[LineRange]:
    """The ranges of a 3.8 or 3.9 co_lnotab; the last one ends with the code (`code_size` bytes)."""
    _check_pairs(table)
    lines: list[LineRange] = []
    start = 0
    line = firstlineno
    for size, delta in _pairs(table):
        if size:
            lines.append((start, min(start + size, code_size), line))
            start += size
            if start >= code_size:
                return lines
        line += delta - 256 if delta >= 128 else delta
    lines.append((start, code_size, line))
    return lines


def lnotab_steps(table: bytes) -> list[tuple[int, int]]:
    """The (bytes, lines) that a lnotab advances, entries that one step was split into joined.

    `encode_lnotab` gives back the same bytes. Steps of no bytes are kept: the optimizer of 3.8 and
    3.9 leaves some where it removes instructions.
    """
    _check_pairs(table)
    pairs = [(size, delta - 256 if delta >= 128 else delta) for size, delta in _pairs(table)]
    pairs.reverse()
    steps: list[tuple[int, int]] = []
    while pairs:
        size, lines = _join_bytes(pairs)
        steps.append((size, _join_lines(pairs, lines)))
    return steps


def _pairs(table: bytes) -> Iterable[tuple[int, int]]:
    return zip(table[::2], table[1::2], strict=True)


def _join_bytes(pairs: list[tuple[int, int]]) -> tuple[int, int]:
    """Take the next step off the end of `pairs`; (255, 0) entries only add to its bytes."""
    full = 0
    while full < len(pairs) and pairs[-1 - full] == (255, 0):
        full += 1
    if full and full < len(pairs):
        size, lines = pairs[-1 - full]
        if size < 255 and full * 255 + size > 255:
            del pairs[-1 - full :]
            return full * 255 + size, lines
    return pairs.pop()


def _join_lines(pairs: list[tuple[int, int]], lines: int) -> int:
    """Take the entries that only add to a step of as many `lines` as an entry can hold."""
    if lines not in (_MOST_LINES, _LEAST_LINES):
        return lines
    full = 0
    while full < len(pairs) and pairs[-1 - full] == (0, lines):
        full += 1
    if full == len(pairs):
        return lines
    size, rest = pairs[-1 - full]
    total = lines * (full + 1) + rest
    if size or not 0 <= rest / lines < 1 or _LEAST_LINES <= total <= _MOST_LINES:
        return lines
    del pairs[-1 - full :]
    return total


def encode_lnotab(steps: Iterable[tuple[int, int]]) -> bytes:
    """The co_lnotab (3.8, 3.9) of steps of (bytes, lines).

    An entry holds at most 255 bytes and -128 to 127 lines; a greater step becomes several.
    Source: assemble_lnotab() in Python/compile.c of 3.9.
    """
    table = bytearray()
    for size, lines in steps:
        if size > 255:
            table += b"\xff\x00" * (size // 255)
            size %= 255
        if not _LEAST_LINES <= lines <= _MOST_LINES:
            bound = _LEAST_LINES if lines < 0 else _MOST_LINES
            full = lines // bound
            table += bytes((size, bound & 255)) + bytes((0, bound & 255)) * (full - 1)
            size = 0
            lines -= full * bound
        table += bytes((size, lines & 255))
    return bytes(table)


def decode_line_ranges(table: bytes, firstlineno: int) -> list[LineRange]:
    """The ranges of a 3.10 co_linetable that are not empty."""
    _check_pairs(table)
    lines: list[LineRange] = []
    start = 0
    line = firstlineno
    for size, delta in _pairs(table):
        if delta == 128:
            current = None
        else:
            line += delta - 256 if delta > 128 else delta
            current = line
        if size:
            lines.append((start, start + size, current))
            start += size
    return lines


def encode_line_ranges(lines: Iterable[LineRange], firstlineno: int) -> bytes:
    """The 3.10 co_linetable of ranges of (start, end, line).

    Source: assemble_line_range() in Python/compile.c of 3.10.
    """
    table = bytearray()
    line = firstlineno
    for start, end, current in lines:
        size = end - start
        if current is None:
            while size > 254:
                table += bytes((254, 128))
                size -= 254
            table += bytes((size, 128))
            continue
        delta = current - line
        line = current
        while not -127 <= delta <= 127:
            step = -127 if delta < 0 else 127
            table += bytes((0, step & 255))
            delta -= step
        while size > 254:
            table += bytes((254, delta & 255))
            delta = 0
            size -= 254
        table += bytes((size, delta & 255))
    return bytes(table)


def _check_pairs(table: bytes) -> None:
    if len(table) % 2:
        raise LineTableError(len(table), "the line table ends within an entry")
