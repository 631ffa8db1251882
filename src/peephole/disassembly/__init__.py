"""From code objects to instructions, and from instructions to text and JSON.

for instruction in peephole.disassembly.disassemble(code):
    print(instruction.offset, instruction.opname, instruction.argrepr)
print(peephole.disassembly.to_text(code))
json.dumps(peephole.disassembly.to_json(code))
"""

from .decode import disassemble
from .instruction import UNKNOWN, Instruction
from .json_form import instruction_json, to_json, value_json
from .source import code_of
from .text import STYLES, TextOptions, dis_lines, own_code, to_text

__all__ = [
    "STYLES",
    "UNKNOWN",
    "Instruction",
    "TextOptions",
    "code_of",
    "dis_lines",
    "disassemble",
    "instruction_json",
    "own_code",
    "to_json",
    "to_text",
    "value_json",
]
