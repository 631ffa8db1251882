"""What an instruction's operand means, in few words: as listings and graphs show it."""

from __future__ import annotations

from peephole.code import CodeObject
from peephole.isa import operands, table

from .blocks import Graph
from .values import constant

TYPE_CHECKING = False
if TYPE_CHECKING:
    from peephole.disassembly import Instruction


class Meanings:
    """The meanings of one code object's operands; jumps go to blocks of `graph`."""

    def __init__(self, code: CodeObject, graph: Graph) -> None:
        self.code = code
        self.graph = graph
        self.kinds = table(code.version).operand

    def __call__(self, instruction: Instruction) -> str:
        """ "to B3", "x + NULL", "is not", "'text'": empty where the operand says nothing more."""
        kind = self.kinds.get(instruction.opname)
        target = instruction.jump_target
        if target is not None:
            word = "from" if kind == operands.JUMP_ORIGIN else "to"
            return f"{word} {self.place(target)}"
        if kind == operands.INVERT and not instruction.argrepr:
            words = ("is", "is not") if instruction.opname == "IS_OP" else ("in", "not in")
            return words[bool(instruction.oparg)]
        if kind == operands.CONST:
            index = instruction.oparg or 0
            if 0 <= index < len(self.code.consts):
                return constant(self.code.consts[index]).text
        return instruction.argrepr

    def place(self, offset: int) -> str:
        """The name of the block that begins at an offset (bytes), or the offset."""
        block = self.graph.block_at(offset)
        return f"byte {offset}" if block is None else block.name
