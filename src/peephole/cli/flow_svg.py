"""Control-flow graphs as SVG: blocks with their instructions, edges by kind, loops, depths."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple
from xml.sax.saxutils import escape

from peephole.analysis.blocks import EXCEPTION, FALLTHROUGH, KINDS, TAKEN, Block, Edge
from peephole.analysis.flow import Flow
from peephole.analysis.values import squeeze
from peephole.code import CodeObject

from .flow_layout import GAP_Y, Box, Layout

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .flow_layout import Point

_CHARACTER = 6.65  # the width of a character of the font, with a little room
_TITLE_CHARACTER = 9.1
_ROW = 15.0
_HEAD = 20.0
_PADDING = 8.0
_MARGIN = 24.0
_TITLE = 34.0
_LONGEST_ROW = 64
_MOST_ROWS = 60

# The way that code usually goes is drawn straight, if need be at the cost of the others.
_NEARNESS = {FALLTHROUGH: 3.0, TAKEN: 1.5, EXCEPTION: 0.4}

_LIGHT = {
    ".paper": "fill: #ffffff",
    "text": "fill: #1f2937",
    ".dim": "fill: #6b7280",
    ".meaning": "fill: #047857",
    ".source": "fill: #1d4ed8",
    ".block": "fill: #f9fafb; stroke: #9ca3af",
    ".head": "fill: #e5e7eb",
    ".handler": "fill: #fecaca",
    ".loop": "fill: #d97706",
    "path.fallthrough": "stroke: #6b7280",
    "path.taken": "stroke: #2563eb",
    "path.exception": "stroke: #dc2626",
    "polygon.fallthrough": "fill: #6b7280",
    "polygon.taken": "fill: #2563eb",
    "polygon.exception": "fill: #dc2626",
}
_DARK = {
    ".paper": "fill: #111827",
    "text": "fill: #e5e7eb",
    ".dim": "fill: #9ca3af",
    ".meaning": "fill: #34d399",
    ".source": "fill: #93c5fd",
    ".block": "fill: #1f2937; stroke: #4b5563",
    ".head": "fill: #374151",
    ".handler": "fill: #5b2129",
    ".loop": "fill: #f59e0b",
    "path.fallthrough": "stroke: #9ca3af",
    "path.taken": "stroke: #60a5fa",
    "path.exception": "stroke: #f87171",
    "polygon.fallthrough": "fill: #9ca3af",
    "polygon.taken": "fill: #60a5fa",
    "polygon.exception": "fill: #f87171",
}
# Plain rules, not variables: many viewers of SVG know no more of CSS.
_SHAPES = """
text { font: 11px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; white-space: pre }
.title { font-size: 15px; font-weight: bold }
.name { font-weight: bold }
.place { font-size: 11px; font-weight: normal }
.unreachable { stroke-dasharray: 4 3 }
.edge, .key { fill: none; stroke-width: 1.4 }
path.exception { stroke-dasharray: 5 4; stroke-width: 1.1 }
"""


def _style() -> str:
    light, dark = (
        "\n".join(f"{name} {{ {rule} }}" for name, rule in rules.items())
        for rules in (_LIGHT, _DARK)
    )
    return f"{_SHAPES}{light}\n@media (prefers-color-scheme: dark) {{\n{dark}\n}}\n"


class _Row(NamedTuple):
    """A line of a block: an instruction, or a line of the source, which has only a text."""

    offset: str
    text: str
    meaning: str = ""
    hover: str = ""
    is_source: bool = False

    @property
    def length(self) -> int:
        """In characters."""
        return len(f"{self.offset}  {self.text} {self.meaning}")


def flow_svg(codes: Sequence[CodeObject], source: Sequence[str] = ()) -> str:
    """One drawing of the control flow of code objects, one below the other.

    `source`: the lines of their file, if they are at hand.
    """
    parts: list[str] = []
    top, width = _MARGIN, 0.0
    for code in codes:
        drawing = _Drawing(code, source)
        parts.append(f'<g transform="translate({_MARGIN} {top:.1f})">')
        parts += drawing.parts()
        parts.append("</g>")
        top += drawing.height + _MARGIN
        width = max(width, drawing.width)
    size = f'width="{width + 2 * _MARGIN:.0f}" height="{top:.0f}"'
    box = f'viewBox="0 0 {width + 2 * _MARGIN:.0f} {top:.0f}"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" {size} {box}>',
            f"<style>{_style()}</style>",
            "<defs>",
            *(_marker(kind) for kind in KINDS),
            "</defs>",
            '<rect class="paper" width="100%" height="100%"/>',
            *parts,
            "</svg>",
        ]
    )


def _marker(kind: str) -> str:
    return (
        f'<marker id="{kind}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" '
        f'markerHeight="7" orient="auto"><polygon class="{kind}" points="0,0.8 8,4 0,7.2"/>'
        "</marker>"
    )


class _Drawing:
    """The drawing of one code object, its upper left corner at 0, 0."""

    def __init__(self, code: CodeObject, source: Sequence[str]) -> None:
        self.flow = Flow(code)
        self.source = source
        blocks = self.flow.graph.blocks
        self.rows = {block.index: self._rows(block) for block in blocks}
        self.edges = _drawn_edges(self.flow.graph.edges)
        pairs = list(dict.fromkeys((edge.source, edge.target) for edge in self.edges))
        weights: dict[tuple[int, int], float] = {}
        for edge in self.edges:
            pair = edge.source, edge.target
            weights[pair] = max(weights.get(pair, 0.0), _NEARNESS[edge.kind])
        self.layout = Layout([self._size(block) for block in blocks], pairs, weights)
        # A self-loop is drawn beside its block.
        self.width = self.layout.width + (_MARGIN if any(a == b for a, b in pairs) else 0)
        self.height = self.layout.height + _TITLE
        title = len(code.qualname) * _TITLE_CHARACTER + len(_place(code)) * _CHARACTER
        self.title_width = title + 3 * _CHARACTER
        self.width = max(self.width, self.title_width + (_LEGEND if self.edges else 0))
        self.ports = _Ports(self.layout, self.edges)

    def parts(self) -> Iterator[str]:
        code = self.flow.code
        yield (
            f'<text class="title" y="12">{_text(code.qualname)} '
            f'<tspan class="dim place">{_text(_place(code))}</tspan></text>'
        )
        yield from _legend(self.title_width) if self.edges else ()
        yield f'<g transform="translate(0 {_TITLE})">'
        # Exceptions below, so that the way that code usually goes is never covered.
        for edge in sorted(self.edges, key=lambda edge: -KINDS.index(edge.kind)):
            yield self._edge(edge)
        for block in self.flow.graph.blocks:
            yield from self._block(block, self.layout.boxes[block.index])
        yield "</g>"

    # --- blocks -----------------------------------------------------------------------------

    def _rows(self, block: Block) -> list[_Row]:
        """The instructions, and before those of another line than the last that line."""
        rows = []
        last = None
        for each in block.instructions[:_MOST_ROWS]:
            text = self._source(each.line) if each.line != last else ""
            last = each.line
            if text:
                rows.append(_Row(f"{each.line:>5}", squeeze(text, _LONGEST_ROW), is_source=True))
            stack = self.flow.picture.before(each.offset)
            meaning = squeeze(self.flow.operand(each), max(_LONGEST_ROW - len(each.opname), 12))
            hover = f"line {each.line}" if each.line is not None else "no line"
            if stack is not None:
                hover += f"; stack: {' | '.join(stack) or 'empty'}"
            rows.append(_Row(f"{each.offset:>5}", each.opname, meaning, hover))
        hidden = len(block.instructions) - _MOST_ROWS
        if hidden > 0:
            rows.append(_Row("", f"... {hidden} more"))
        return rows

    def _source(self, line: int | None) -> str:
        if line is None or not 0 < line <= len(self.source):
            return ""
        return self.source[line - 1].strip().expandtabs(4)

    def _size(self, block: Block) -> Point:
        rows = self.rows[block.index]
        head = len(block.name) + len(", ".join(self.flow.facts(block))) + 4
        widest = max(head, *(row.length for row in rows))
        return (
            widest * _CHARACTER + 2 * _PADDING,
            _HEAD + len(rows) * _ROW + _PADDING,
        )

    def _block(self, block: Block, box: Box) -> Iterator[str]:
        flow = self.flow
        left = box.x - box.width / 2
        unreachable = "" if block.index in flow.reachable else " unreachable"
        yield f'<g transform="translate({left:.1f} {box.y:.1f})">'
        size = f'width="{box.width:.1f}" height="{box.height:.1f}"'
        yield f'<rect class="block{unreachable}" {size} rx="5"/>'
        head = "handler" if block.is_handler else "head"
        yield f'<path class="{head}" d="{_head_shape(box.width)}"/>'
        for bar in range(flow.loops.get(block.index, 0)):
            yield (
                f'<rect class="loop" x="{-5 - 5 * bar}" y="4" width="3" '
                f'height="{box.height - 8:.1f}" rx="1.5"/>'
            )
        facts = ", ".join(flow.facts(block))
        yield f'<text class="name" x="{_PADDING}" y="14">{block.name}</text>'
        yield (
            f'<text class="dim" x="{box.width - _PADDING:.1f}" y="14" '
            f'text-anchor="end">{_text(facts)}</text>'
        )
        for number, row in enumerate(self.rows[block.index]):
            y = _HEAD + (number + 0.9) * _ROW
            yield f'<text x="{_PADDING}" y="{y:.1f}">{_row_content(row)}</text>'
        yield "</g>"

    # --- edges ------------------------------------------------------------------------------

    def _edge(self, edge: Edge) -> str:
        layout = self.layout
        source, target = layout.boxes[edge.source], layout.boxes[edge.target]
        begin, end = self.ports.of(edge)
        if edge.source == edge.target:
            right = source.x + source.width / 2
            low, high = source.bottom - 12, source.y + 12
            path = f"M {right:.1f} {low:.1f} C {right + 26:.1f} {low:.1f} {right + 26:.1f} "
            path += f"{high:.1f} {right + 2:.1f} {high:.1f}"
        else:
            up = (edge.source, edge.target) in layout.backward
            start = (begin, source.y if up else source.bottom)
            stop = (end, target.bottom if up else target.y)
            path = _curve([start, *layout.ways.get((edge.source, edge.target), []), stop])
        hover = f"B{edge.source} to B{edge.target}: {edge.kind}"
        return (
            f'<path class="edge {edge.kind}" d="{path}" '
            f'marker-end="url(#{edge.kind})"><title>{hover}</title></path>'
        )


def _place(code: CodeObject) -> str:
    return f"{code.filename}:{code.firstlineno}, Python {code.version}"


def _row_content(row: _Row) -> str:
    if row.is_source:
        return f'<tspan class="source">{_text(row.offset)}  {_text(row.text)}</tspan>'
    return (
        f'<title>{_text(row.hover)}</title><tspan class="dim">{row.offset}</tspan>  '
        f'{_text(row.text)} <tspan class="meaning">{_text(row.meaning)}</tspan>'
    )


def _legend(left: float) -> Iterator[str]:
    """What the colours of the edges mean."""
    for kind in KINDS:
        yield f'<path class="key {kind}" d="M {left:.1f} 8 h 22" marker-end="url(#{kind})"/>'
        yield f'<text class="dim" x="{left + 28:.1f}" y="12">{kind}</text>'
        left += 28 + len(kind) * _CHARACTER + 16


_LEGEND = sum(len(kind) * _CHARACTER + 44 for kind in KINDS)


def _drawn_edges(edges: Sequence[Edge]) -> list[Edge]:
    """The edges, each kind once between two blocks."""
    return list(dict.fromkeys(edges))


class _Ports:
    """Where on a block's side each edge begins and ends: side by side, so that none cross."""

    def __init__(self, layout: Layout, edges: Sequence[Edge]) -> None:
        self._layout = layout
        self._places: dict[tuple[Edge, bool], float] = {}
        sides: dict[tuple[int, bool], list[tuple[Edge, bool]]] = {}
        for edge in edges:
            up = (edge.source, edge.target) in layout.backward
            sides.setdefault((edge.source, not up), []).append((edge, True))
            sides.setdefault((edge.target, up), []).append((edge, False))
        for (index, _), ends in sides.items():
            box = layout.boxes[index]
            ends.sort(key=lambda end: (self._beyond(*end), KINDS.index(end[0].kind)))
            step = min(box.width / (len(ends) + 1), 36.0)
            first = box.x - step * (len(ends) - 1) / 2
            for number, end in enumerate(ends):
                self._places[end] = first + number * step

    def of(self, edge: Edge) -> Point:
        """The horizontal places of the edge's beginning and end."""
        return self._places[edge, True], self._places[edge, False]

    def _beyond(self, edge: Edge, leaves: bool) -> float:
        """Where the edge comes from or goes to next, seen from the block's side."""
        way = self._layout.ways.get((edge.source, edge.target))
        if way:
            return way[0][0] if leaves else way[-1][0]
        return self._layout.boxes[edge.target if leaves else edge.source].x


def _curve(points: list[Point]) -> str:
    """A way through points that leaves and enters each of them vertically."""
    path = f"M {points[0][0]:.1f} {points[0][1]:.1f}"
    for (x, y), (next_x, next_y) in pairwise(points):
        if x == next_x:
            path += f" L {next_x:.1f} {next_y:.1f}"
            continue
        bend = max(abs(next_y - y) / 2, GAP_Y / 2) * (1 if next_y >= y else -1)
        path += f" C {x:.1f} {y + bend:.1f} {next_x:.1f} {next_y - bend:.1f} "
        path += f"{next_x:.1f} {next_y:.1f}"
    return path


def _head_shape(width: float) -> str:
    """The upper part of a block, with its round corners."""
    return f"M 0.5 {_HEAD} V 5 Q 0.5 0.5 5 0.5 H {width - 5:.1f} Q {width - 0.5:.1f} 0.5 " + (
        f"{width - 0.5:.1f} 5 V {_HEAD} Z"
    )


def _text(text: str) -> str:
    """Text as XML can hold it: without control characters."""
    shown = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)
    return escape(shown)
