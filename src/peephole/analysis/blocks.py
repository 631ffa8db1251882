"""Basic blocks, the edges between them, and loops."""

from __future__ import annotations

from typing import NamedTuple

from peephole.code import CodeObject
from peephole.isa import operands, table

from .effects import ENDS
from .handlers import handlers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from peephole.disassembly import Instruction

FALLTHROUGH = "fallthrough"
TAKEN = "taken"
EXCEPTION = "exception"
KINDS = (FALLTHROUGH, TAKEN, EXCEPTION)


class Edge(NamedTuple):
    """A way from one block to another, by the blocks' numbers, with its kind."""

    source: int
    target: int
    kind: str


class Block:
    """Instructions that control enters only at the first and leaves only at the last.

    An exception may leave it anywhere: `edges` has then one of the kind EXCEPTION.

    - `index`: its number, in the order of the code; `name`: "B" and the number
    - `instructions`: at least one
    - `edges`: those that leave it
    - `is_handler`: whether control comes here by an exception
    """

    __slots__ = ("edges", "index", "instructions", "is_handler")

    def __init__(self, index: int, instructions: Sequence[Instruction]) -> None:
        self.index = index
        self.instructions = instructions
        self.edges: list[Edge] = []
        self.is_handler = False

    @property
    def name(self) -> str:
        return f"B{self.index}"

    @property
    def start(self) -> int:
        """The offset of the first instruction, in bytes."""
        return self.instructions[0].offset

    @property
    def end(self) -> int:
        """The offset behind the last instruction, in bytes."""
        return self.instructions[-1].end_offset

    def __repr__(self) -> str:
        return f"<Block {self.name} {self.start}-{self.end}>"


class Loop(NamedTuple):
    """A loop: its `header` dominates `blocks`, and one of these goes back to it."""

    header: int
    blocks: frozenset[int]


class Graph:
    """The control flow of one code object."""

    def __init__(self, blocks: list[Block]) -> None:
        self.blocks = blocks
        self._at = {block.start: block.index for block in blocks}

    def block_at(self, offset: int) -> Block | None:
        """The block that starts at `offset` (bytes), None if none does."""
        index = self._at.get(offset)
        return None if index is None else self.blocks[index]

    @property
    def edges(self) -> list[Edge]:
        return [edge for block in self.blocks for edge in block.edges]

    def reachable(self) -> set[int]:
        """The numbers of the blocks that control can come to."""
        seen: set[int] = set()
        waiting = [0] if self.blocks else []
        while waiting:
            index = waiting.pop()
            if index not in seen:
                seen.add(index)
                waiting += [edge.target for edge in self.blocks[index].edges]
        return seen

    def loops(self) -> list[Loop]:
        """The natural loops, outer ones before those inside them; loops with one header are one."""
        dominators = _immediate_dominators(self)
        sources: dict[int, list[int]] = {}
        for edge in self.edges:
            sources.setdefault(edge.target, []).append(edge.source)
        bodies: dict[int, set[int]] = {}
        for edge in self.edges:
            if edge.source not in dominators or not _dominates(
                edge.target, edge.source, dominators
            ):
                continue
            body = bodies.setdefault(edge.target, {edge.target})
            waiting = [edge.source]
            while waiting:
                index = waiting.pop()
                if index not in body and index in dominators:
                    body.add(index)
                    waiting += sources.get(index, ())
        loops = [Loop(header, frozenset(body)) for header, body in bodies.items()]
        return sorted(loops, key=lambda loop: (-len(loop.blocks), loop.header))


def graph(code: CodeObject, instructions: Sequence[Instruction]) -> Graph:
    """The blocks and edges of a code object that disassembles to `instructions`."""
    held = handlers(code, instructions)
    jumps = _jump_targets(code.version, instructions)
    leaders = {instructions[0].offset} if instructions else set()
    leaders |= {target for target in jumps if target is not None}
    leaders |= {handler.target for handler in held if handler is not None}
    for instruction, target in zip(instructions, jumps, strict=True):
        if target is not None or instruction.opname in ENDS:
            leaders.add(instruction.end_offset)
    starts = [i for i, each in enumerate(instructions) if each.offset in leaders]
    stops = [*starts, len(instructions)][1:]
    found = Graph(
        [
            Block(number, instructions[start:stop])
            for number, (start, stop) in enumerate(zip(starts, stops, strict=True))
        ]
    )
    for block, start, stop in zip(found.blocks, starts, stops, strict=True):
        _add_edges(found, block, jumps[stop - 1], held[start:stop])
    return found


def _add_edges(found: Graph, block: Block, jump: int | None, held: Sequence[object]) -> None:
    last = block.instructions[-1]
    after = [(last.end_offset, FALLTHROUGH)] if last.opname not in ENDS else []
    if jump is not None:
        after.append((jump, TAKEN))
    targets = dict.fromkeys(getattr(handler, "target", None) for handler in held)
    after += [(target, EXCEPTION) for target in targets if target is not None]
    for offset, kind in after:
        target = found.block_at(offset)
        if target is not None:
            block.edges.append(Edge(block.index, target.index, kind))
            target.is_handler |= kind == EXCEPTION


def _jump_targets(version: str, instructions: Sequence[Instruction]) -> list[int | None]:
    """Where each instruction jumps to; None for those that do not jump themselves."""
    kinds = table(version).operand
    return [
        each.jump_target if kinds.get(each.opname) in operands.JUMPS else None
        for each in instructions
    ]


def _immediate_dominators(found: Graph) -> dict[int, int]:
    """For each block that control can come to, the last block that every way to it goes through.

    Source: Cooper, Harvey, Kennedy: A Simple, Fast Dominance Algorithm (2001).
    """
    order = _postorder(found)
    sources: dict[int, list[int]] = {index: [] for index in order}
    for edge in found.edges:
        if edge.source in order:
            sources[edge.target].append(edge.source)
    dominators = {0: 0} if order else {}
    changed = True
    while changed:
        changed = False
        for index in sorted(order.keys() - {0}, key=order.__getitem__, reverse=True):
            known = [source for source in sources[index] if source in dominators]
            new = known[0]
            for source in known[1:]:
                new = _common(new, source, dominators, order)
            if dominators.get(index) != new:
                dominators[index] = new
                changed = True
    return dominators


def _postorder(found: Graph) -> dict[int, int]:
    """The number of each block that control can come to, in postorder of a depth-first walk."""
    order: dict[int, int] = {}
    seen = {0}
    path = [(0, iter(found.blocks[0].edges))] if found.blocks else []
    while path:
        index, edges = path[-1]
        for edge in edges:
            if edge.target not in seen:
                seen.add(edge.target)
                path.append((edge.target, iter(found.blocks[edge.target].edges)))
                break
        else:
            order[index] = len(order)
            path.pop()
    return order


def _common(one: int, other: int, dominators: dict[int, int], order: dict[int, int]) -> int:
    while one != other:
        while order[one] < order[other]:
            one = dominators[one]
        while order[other] < order[one]:
            other = dominators[other]
    return one


def _dominates(one: int, other: int, dominators: dict[int, int]) -> bool:
    while other != one and dominators.get(other, other) != other:
        other = dominators[other]
    return other == one
