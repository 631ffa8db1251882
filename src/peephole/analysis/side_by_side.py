"""One code object as several versions compile it, in columns: line by line of the source."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter

from peephole.code import CodeObject

from .alignment import aligned
from .flow import Flow
from .listing import Line, Signs, Span, title
from .values import squeeze

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from peephole.disassembly import Instruction

_NARROWEST = 26  # characters that a column takes, however many there are
_LEAST_MEANING = 6


class _Column:
    """One version's code object: its instructions in the groups that belong to one line."""

    def __init__(self, code: CodeObject | None, source: Sequence[str]) -> None:
        self.code = code
        self.source = source
        self.groups: list[tuple[int | None, list[Instruction]]] = []
        if code is None:
            return
        self.flow = Flow(code)
        for line, group in groupby(self.flow.instructions, attrgetter("line")):
            self.groups.append((line, list(group)))
        self.offset_width = len(str(len(code.code)))
        blocks = self.flow.graph.blocks
        self.label_width = max(len(self._label(block.start)) for block in blocks) if blocks else 0

    def text(self, line: int | None) -> str:
        """What stands in a line of the source, "" if that is not at hand."""
        if line is None or not 0 < line <= len(self.source):
            return ""
        return self.source[line - 1].strip()

    def head(self, width: int) -> str:
        """The version, and the size of the code where there is room for that."""
        if self.code is None:
            return ""
        text = f"Python {self.code.version}"
        count = sum(len(group) for _, group in self.groups)
        for fact in (f": {count} instructions", f", stack {self.code.stacksize}"):
            if len(text + fact) <= width:
                text += fact
        return text

    def cell(self, instruction: Instruction, width: int) -> list[tuple[str, str]]:
        """The texts and styles of an instruction in `width` characters."""
        label = self._label(instruction.offset)
        before = f"{label:{self.label_width}} {instruction.offset:>{self.offset_width}} "
        room = width - len(before)
        meaning = self.flow.operand(instruction)
        opname = instruction.opname[: room - 1 - min(len(meaning), _LEAST_MEANING)]
        meaning = squeeze(meaning, room - len(opname) - 1)
        return [(before, "offset"), (opname, "opname"), (f" {meaning}", "meaning")]

    def _label(self, offset: int) -> str:
        block = self.flow.graph.block_at(offset)
        if block is None or len(self.flow.graph.blocks) == 1:
            return ""
        return block.name + "!" * block.is_handler


def side_by_side(
    codes: Sequence[CodeObject | None],
    sources: Sequence[Sequence[str]],
    width: int,
    signs: Signs,
) -> Iterator[Line]:
    """The lines that show what several versions make of the same code, None where one has none.

    `sources`: the lines of each one's file; `width`: characters to a line, more if the columns
    need them.
    """
    columns = [_Column(code, source) for code, source in zip(codes, sources, strict=True)]
    same = all(source == sources[0] for source in sources)
    between = f" {signs.bar} "
    each = max((width - len(between) * (len(columns) - 1)) // len(columns), _NARROWEST)
    yield title(next(code for code in codes if code is not None), width, signs)
    yield _joined([[(column.head(each), "note")] for column in columns], each, between)
    keys = [
        [line if same else (column.text(line) or line) for line, _ in column.groups]
        for column in columns
    ]
    for row in aligned(keys):
        here = [
            (None, []) if index is None else column.groups[index]
            for column, index in zip(columns, row, strict=True)
        ]
        groups = [group for _, group in here]
        number = next(number for number, index in enumerate(row) if index is not None)
        yield _source_line(here[number][0], columns[number], width)
        for places in aligned([[item.opname for item in group] for group in groups]):
            yield _row(columns, groups, places, each, between)


def _row(
    columns: Sequence[_Column],
    groups: Sequence[Sequence[Instruction]],
    places: Sequence[int | None],
    width: int,
    between: str,
) -> Line:
    """A line of instructions; what the column to the left has, too, is not emphasized."""
    cells: list[list[tuple[str, str]]] = []
    left = None
    for column, group, place in zip(columns, groups, places, strict=True):
        if place is None:
            cells.append([])
            left = None
            continue
        cell = column.cell(group[place], width)
        same = (group[place].opname, cell[-1][0])
        if same == left:
            cell = [(text, "offset" if style == "opname" else style) for text, style in cell]
        left = same
        cells.append(cell)
    return _joined(cells, width, between)


def _joined(cells: Sequence[Sequence[tuple[str, str]]], width: int, between: str) -> Line:
    line: Line = []
    for number, cell in enumerate(cells):
        if number:
            line.append(Span(between, "bar"))
        line += [Span(text, style) for text, style in cell]
        line.append(Span(" " * (width - sum(len(text) for text, _ in cell))))
    return line


def _source_line(line: int | None, column: _Column, width: int) -> Line:
    number = f"{'--' if line is None else line:>4}  "
    text = column.text(line).expandtabs(4)
    room = width - len(number)
    if len(text) > room:
        text = text[: room - 3] + "..."
    return [Span(number, "line"), Span(text, "source")]
