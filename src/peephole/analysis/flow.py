"""All that is known of one code object's control flow and stack, together."""

from __future__ import annotations

from peephole.code import CodeObject
from peephole.disassembly import disassemble

from .blocks import Block, Graph, graph
from .meanings import Meanings
from .stack import Picture, picture

TYPE_CHECKING = False
if TYPE_CHECKING:
    from peephole.disassembly import Instruction


class Flow:
    """The blocks of one code object and what is known of each.

    - `picture`: the stack; `meaning`: of operands
    - `reachable`: the numbers of the blocks that control can come to
    - `loops`: how many loops a block is in, by its number; `headers`: the blocks that begin one
    """

    def __init__(self, code: CodeObject) -> None:
        self.code = code
        self.instructions: list[Instruction] = disassemble(code)
        self.graph: Graph = graph(code, self.instructions)
        self.picture: Picture = picture(code, self.instructions)
        self.meaning = Meanings(code, self.graph)
        self.reachable = self.graph.reachable()
        self.all_loops = self.graph.loops()
        self.headers = {loop.header for loop in self.all_loops}
        self.loops: dict[int, int] = {}
        for loop in self.all_loops:
            for index in loop.blocks:
                self.loops[index] = self.loops.get(index, 0) + 1

    def operand(self, instruction: Instruction) -> str:
        """What an instruction's operand means, or the number that it is; "" if it has none."""
        meaning = self.meaning(instruction)
        if meaning or instruction.oparg is None:
            return meaning
        return str(instruction.oparg)

    def depth(self, block: Block) -> int | None:
        """The number of items on the stack as the block is entered."""
        return self.picture.depth(block.start)

    def facts(self, block: Block) -> list[str]:
        """What there is to say of a block, in a word each."""
        depth = self.depth(block)
        facts = [] if depth is None else [f"stack {depth}"]
        if block.is_handler:
            facts.append("handler")
        if block.index in self.headers:
            facts.append("loop")
        if block.index not in self.reachable:
            facts.append("unreachable")
        return facts
