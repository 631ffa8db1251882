"""Jump arrows in the margin of a listing."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

# What a line consists of at one place: sums of these are a glyph's index.
_UP, _DOWN, _LEFT, _RIGHT = 1, 2, 4, 8

UNICODE = " ╵╷│╴╯╮┤╶╰╭├─┴┬┼"
ASCII = " |||-++|-++|-+++"
HEADS = {UNICODE: "▶", ASCII: ">"}

MOST_LANES = 7


class Arrow:
    """All jumps to one row, as one line with several tails, in a lane (0 is next to the code)."""

    __slots__ = ("first", "lane", "last", "rows", "target")

    def __init__(self, target: int, sources: Iterable[int]) -> None:
        self.target = target
        self.rows = frozenset({target, *sources})
        self.first = min(self.rows)
        self.last = max(self.rows)
        self.lane = 0


class Margin:
    """The arrows of a listing whose rows are numbered; `width` is the characters they take.

    Jumps for which all lanes are taken are not drawn.
    """

    def __init__(self, jumps: Iterable[tuple[int, int]], glyphs: str = UNICODE) -> None:
        """`jumps`: (row of the jump, row of its target)."""
        sources: dict[int, list[int]] = {}
        for row, target in jumps:
            sources.setdefault(target, []).append(row)
        self.glyphs = glyphs
        self.arrows = _in_lanes([Arrow(target, rows) for target, rows in sources.items()])
        self.lanes = 1 + max((arrow.lane for arrow in self.arrows), default=-1)
        self.width = self.lanes + 2 if self.lanes else 0
        self._by_row: dict[int, list[Arrow]] = {}
        for arrow in self.arrows:
            for row in range(arrow.first, arrow.last + 1):
                self._by_row.setdefault(row, []).append(arrow)

    def row(self, row: int) -> str:
        """The margin beside a row."""
        if not self.lanes:
            return ""
        cells = [0] * (self.lanes + 1)
        head = False
        for arrow in self._by_row.get(row, ()):
            place = self.lanes - 1 - arrow.lane
            cells[place] |= _UP * (row > arrow.first) | _DOWN * (row < arrow.last)
            if row in arrow.rows:
                cells[place] |= _RIGHT
                for between in range(place + 1, self.lanes + 1):
                    cells[between] |= _LEFT | _RIGHT
                head |= row == arrow.target
        text = "".join(map(self.glyphs.__getitem__, cells))
        return (text[:-1] + HEADS[self.glyphs] if head else text) + " "

    def between(self, row: int) -> str:
        """The margin of what stands between the row before `row` and `row`."""
        if not self.lanes:
            return ""
        cells = [0] * (self.lanes + 2)
        for arrow in self._by_row.get(row, ()):
            if arrow.first < row:
                cells[self.lanes - 1 - arrow.lane] = _UP | _DOWN
        return "".join(map(self.glyphs.__getitem__, cells))


def _in_lanes(arrows: list[Arrow]) -> list[Arrow]:
    """Give each arrow the lane nearest to the code that is free, the short ones first."""
    lanes: list[list[Arrow]] = []
    drawn = []
    for arrow in sorted(arrows, key=lambda arrow: (arrow.last - arrow.first, arrow.first)):
        free = (number for number, lane in enumerate(lanes) if _has_place(lane, arrow))
        arrow.lane = next(free, len(lanes))
        if arrow.lane == MOST_LANES:
            continue
        if arrow.lane == len(lanes):
            lanes.append([])
        lanes[arrow.lane].append(arrow)
        drawn.append(arrow)
    return drawn


def _has_place(lane: list[Arrow], arrow: Arrow) -> bool:
    return all(arrow.last < other.first or arrow.first > other.last for other in lane)
