"""Code that can be changed and assembled again, for every version, on any host.

code = peephole.assembly.edit(peephole.code.load(data))
code.insert(code.start, [*code.call("print", "here"), code.operation("POP_TOP")])
code.assemble().dump()
"""

from .disassembled import edit
from .editable import EditableCode
from .encoding import AssemblyError
from .operation import Label, Operation, TryRegion

__all__ = ["AssemblyError", "EditableCode", "Label", "Operation", "TryRegion", "edit"]
