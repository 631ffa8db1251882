"""The tables beside the bytecode: lines and locations of operations, and exception handlers."""

from __future__ import annotations

from itertools import pairwise

from peephole.code.exceptions import encode_exception_table
from peephole.code.formats import Format
from peephole.code.lines import encode_line_ranges, encode_lnotab
from peephole.code.locations import encode_locations

from .encoding import AssemblyError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from peephole.code.locations import Location

    from .layout import Layout
    from .operation import TryRegion

_NOWHERE: Location = (None, None, None, None)


def line_table(
    format: Format, firstlineno: int, positions: Sequence[Location], offsets: Sequence[int]
) -> bytes:
    """The line or location table of operations, as the version's compiler writes it.

    `offsets`: where each begins (bytes), and where the last one ends.
    """
    if format.lines == "locations":
        entries = _runs(positions, offsets, format.joins_locations)
        return encode_locations(
            [((end - start) // 2, location) for start, end, location in entries], firstlineno
        )
    lines = [location[0] for location in positions]
    if format.lines == "ranges":
        return encode_line_ranges(_runs(lines, offsets, True), firstlineno)
    return encode_lnotab(_steps(lines, offsets, firstlineno))


def _runs(
    values: Sequence[Any], offsets: Sequence[int], join: bool
) -> Iterator[tuple[int, int, Any]]:
    """(start, end, value) of neighbours with one value, or of each by itself."""
    if not join:
        yield from zip(offsets, offsets[1:], values, strict=False)
        return
    start = 0
    last = None
    first = True
    for offset, value in zip(offsets, values, strict=False):
        if first:
            first, last = False, value
        elif value != last:
            yield start, offset, last
            start, last = offset, value
    if not first:
        yield start, offsets[-1], last


def _steps(
    lines: Sequence[int | None], offsets: Sequence[int], firstlineno: int
) -> Iterator[tuple[int, int]]:
    """What a lnotab advances, bytes and lines; source: assemble_lnotab() in Python/compile.c."""
    at, last = 0, firstlineno
    for offset, line in zip(offsets, lines, strict=False):
        if line is not None and line != last:
            yield offset - at, line - last
            at, last = offset, line


def inherited(positions: list[Location | None]) -> list[Location]:
    """Positions where those left out are those of the operation before."""
    if None not in positions:
        return positions  # type: ignore[return-value]
    last = next((each for each in positions if each is not None), _NOWHERE)
    found = []
    for each in positions:
        if each is not None:
            last = each
        found.append(last)
    return found


def exception_spans(layout: Layout, regions: Iterable[TryRegion]) -> list[tuple[int, int, int]]:
    """(first operation, operation behind the last, index in `regions`), apart and in order.

    Where regions overlap the earlier one in `regions` holds.
    """
    bounds = []
    for region in regions:
        start = layout.place(region.start, "an exception region")
        end = layout.place(region.end, "an exception region")
        layout.place(region.handler, "an exception region")
        if start > end:
            raise AssemblyError(f"{region!r} ends before it starts")
        bounds.append((start, end))
    spans = [(start, end, index) for index, (start, end) in enumerate(bounds) if start < end]
    in_order = sorted(spans)
    if all(left[1] <= right[0] for left, right in pairwise(in_order)):
        return in_order
    holder: dict[int, int] = {}
    for start, end, index in reversed(spans):
        holder.update(dict.fromkeys(range(start, end), index))
    joined: list[tuple[int, int, int]] = []
    for place in sorted(holder):
        index = holder[place]
        if joined and joined[-1][1:] == (place, index):
            joined[-1] = (joined[-1][0], place + 1, index)
        else:
            joined.append((place, place + 1, index))
    return joined


def exception_table(
    layout: Layout,
    regions: Sequence[TryRegion],
    spans: Iterable[tuple[int, int, int]],
    depths: Sequence[int],
) -> bytes:
    """The exception table (3.11+) of what `exception_spans` gave; `depths`: of each region."""
    offsets = layout.offsets
    return encode_exception_table(
        (
            offsets[start],
            offsets[end],
            offsets[layout.index[regions[index].handler]],
            depths[index],
            regions[index].lasti,
        )
        for start, end, index in spans
    )
