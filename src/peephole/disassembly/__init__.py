"""From code objects to instructions, and from instructions to text and JSON.

for instruction in peephole.disassembly.disassemble(code):
    print(instruction.offset, instruction.opname, instruction.argrepr)
"""

from .decode import disassemble
from .instruction import UNKNOWN, Instruction
from .source import code_of

__all__ = ["UNKNOWN", "Instruction", "code_of", "disassemble"]
