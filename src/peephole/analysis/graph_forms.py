"""The control flow of a code object as JSON, as Graphviz's language, and as lines of text."""

from __future__ import annotations

from peephole.code import CodeObject

from .blocks import EXCEPTION, FALLTHROUGH, TAKEN, Block
from .flow import Flow
from .listing import Line, Signs, Span, heading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any


def graph_json(code: CodeObject) -> dict[str, Any]:
    """The blocks, edges and loops of a code object, as a dict for json.dumps."""
    flow = Flow(code)
    return {
        "python": code.version,
        "qualname": code.qualname,
        "filename": code.filename,
        "firstlineno": code.firstlineno,
        "blocks": [_block_json(flow, block) for block in flow.graph.blocks],
        "loops": [
            {"header": f"B{loop.header}", "blocks": [f"B{index}" for index in sorted(loop.blocks)]}
            for loop in flow.all_loops
        ],
    }


def _block_json(flow: Flow, block: Block) -> dict[str, Any]:
    return {
        "name": block.name,
        "start": block.start,
        "end": block.end,
        "offsets": [each.offset for each in block.instructions],
        "depth": flow.depth(block),
        "reachable": block.index in flow.reachable,
        "is_handler": block.is_handler,
        "loop_depth": flow.loops.get(block.index, 0),
        "edges": [{"target": f"B{edge.target}", "kind": edge.kind} for edge in block.edges],
    }


# --- Graphviz -------------------------------------------------------------------------------

_DOT_EDGES = {
    FALLTHROUGH: 'color="#6b7280"',
    TAKEN: 'color="#2563eb"',
    EXCEPTION: 'color="#dc2626", style=dashed',
}


def graph_dot(codes: Sequence[CodeObject]) -> str:
    """The control flow of code objects in Graphviz's language, each a cluster of its own."""
    lines = [
        "digraph {",
        '  node [shape=box, fontname="monospace", fontsize=10, style=filled, fillcolor=white];',
    ]
    for number, code in enumerate(codes):
        flow = Flow(code)
        lines.append(f"  subgraph cluster{number} {{")
        lines.append(f'    label="{_dot_escaped(code.qualname)}";')
        for block in flow.graph.blocks:
            rows = [f"{block.name} ({', '.join(flow.facts(block))})"]
            rows += [
                f"{each.offset:>4} {each.opname} {flow.operand(each)}".rstrip()
                for each in block.instructions
            ]
            label = "".join(_dot_escaped(row) + "\\l" for row in rows)
            lines.append(f'    c{number}_{block.name} [label="{label}"];')
        lines += [
            f"    c{number}_B{edge.source} -> c{number}_B{edge.target} [{_DOT_EDGES[edge.kind]}];"
            for edge in flow.graph.edges
        ]
        lines.append("  }")
    return "\n".join([*lines, "}"])


def _dot_escaped(text: str) -> str:
    shown = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)
    return shown.replace("\\", "\\\\").replace('"', '\\"')


# --- text -----------------------------------------------------------------------------------


def graph_lines(code: CodeObject, width: int, signs: Signs) -> Iterator[Line]:
    """A heading, then the blocks: where control comes from, instructions, where it goes."""
    flow = Flow(code)
    yield from heading(code, width, signs)
    sources: dict[int, list[str]] = {}
    for edge in flow.graph.edges:
        sources.setdefault(edge.target, []).append(f"B{edge.source}")
    for block in flow.graph.blocks:
        before = ", ".join(dict.fromkeys(sources.get(block.index, ())))
        yield []
        yield [
            Span(f"{block.name:<5}", "handler" if block.is_handler else "label"),
            Span("; ".join(flow.facts(block)), "note"),
            *([Span(f"; from {before}", "note")] if before else []),
        ]
        for each in block.instructions:
            yield [
                Span(f"{each.offset:>8}  ", "offset"),
                Span(f"{each.opname} ", "opname"),
                Span(flow.operand(each), "meaning"),
            ]
        for edge in block.edges:
            yield [
                Span(f"     {signs.to} ", "arrow"),
                Span(f"B{edge.target:<4} ", "label"),
                Span(edge.kind, "region" if edge.kind == EXCEPTION else "note"),
            ]
