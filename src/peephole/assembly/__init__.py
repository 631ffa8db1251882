"""Code that can be changed and assembled again, for every version, on any host.

code = peephole.assembly.edit(peephole.code.load(data))
code.insert(code.start, [*code.call("print", "here"), code.operation("POP_TOP")])
code.assemble().dump()

`asm_lines` and `parse_asm` are the assembly text, see docs/assembly.md.
"""

from .disassembled import edit
from .editable import EditableCode
from .encoding import AssemblyError
from .operation import Label, Operation, TryRegion
from .text_reader import AsmError, parse_asm
from .text_writer import asm_lines

__all__ = [
    "AsmError",
    "AssemblyError",
    "EditableCode",
    "Label",
    "Operation",
    "TryRegion",
    "asm_lines",
    "edit",
    "parse_asm",
]
