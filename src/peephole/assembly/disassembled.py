"""From a code object to its editable form."""

from __future__ import annotations

from peephole.code import CodeObject
from peephole.code.formats import format_of
from peephole.disassembly import Instruction, disassemble, own_code
from peephole.disassembly.decoder import decoder_of

from .editable import EditableCode
from .encoding import AssemblyError, needed_prefixes
from .layout import Layout
from .operation import Label, Operation, TryRegion

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .editable import Item

_COPIED = (
    "argcount",
    "posonlyargcount",
    "kwonlyargcount",
    "flags",
    "filename",
    "name",
    "qualname",
    "firstlineno",
    "header",
)


def edit(thing: object) -> EditableCode:
    """The editable form of a code object and those nested in it.

    `thing`: a CodeObject of any version; or what the running interpreter has code for, as
    `disassemble` takes it. Nothing that is changed changes the code object. What is assembled
    without a change has the same bytecode, stack size, exception and line table.

    AssemblyError for code that cannot be edited: a jump, or an entry of the exception table, to
    where no instruction begins.
    """
    return edited(own_code(thing))


def edited(code: CodeObject, nested: bool = True) -> EditableCode:
    """The editable form of a CodeObject, and of those nested in it or not."""
    made = EditableCode(code.version, code.name)
    for name in _COPIED:
        setattr(made, name, getattr(code, name))
    made.origin = code
    made.consts = [
        edited(each) if nested and isinstance(each, CodeObject) else each for each in code.consts
    ]
    made.names = list(code.names)
    made.localsplusnames = list(code.localsplusnames)
    made.localspluskinds = bytearray(code.localspluskinds)
    rows = disassemble(code)
    operations = list(
        map(
            Operation,
            [row.opname for row in rows],
            [row.oparg for row in rows],
            [row.positions for row in rows],
        )
    )
    data = code.code
    for index in [i for i, row in enumerate(rows) if row.oparg is None and data[row.offset + 1]]:
        operations[index].oparg = data[rows[index].offset + 1]  # it means nothing, but it is there
    starts = [row.start_offset for row in rows]
    extended = decoder_of(code.version).prefix in data[::2]
    if extended:
        operations, starts, rows = _without_prefixes(rows, operations)
    places: dict[int, Label] = {}
    for operation, row in zip(operations, rows, strict=True):
        target = row.jump_target
        if target is not None:
            operation.oparg = _label(places, target)
    if format_of(code.version).has_exception_table:
        made.regions = [
            TryRegion(
                _label(places, start), _label(places, end), _label(places, target), depth, lasti
            )
            for start, end, target, depth, lasti in code.exception_entries()
        ]
    made.body = _with_labels(code, operations, starts, places)
    if extended and Layout(code.version, made.body).code != data:
        # Jumps are long because they are long: there is more than one way to lay the code out.
        for operation, row in zip(operations, rows, strict=True):
            operation.prefixes = (row.offset - row.start_offset) // 2
    return made


def _label(places: dict[int, Label], offset: int) -> Label:
    found = places.get(offset)
    if found is None:
        found = places[offset] = Label(str(offset))
    return found


def _without_prefixes(
    rows: list[Instruction], operations: list[Operation]
) -> tuple[list[Operation], list[int], list[Instruction]]:
    """Leave out EXTENDED_ARG, but remember where there are more than the operand needs."""
    kept = [index for index, row in enumerate(rows) if row.opname != "EXTENDED_ARG"]
    if rows and (not kept or kept[-1] != len(rows) - 1):
        raise AssemblyError(f"byte {rows[-1].offset}: EXTENDED_ARG before nothing")
    for index in kept:
        row = rows[index]
        count = (row.offset - row.start_offset) // 2
        if count and count != needed_prefixes(row.oparg or 0):
            operations[index].prefixes = count
    found = [rows[index] for index in kept]
    return [operations[index] for index in kept], [row.start_offset for row in found], found


def _with_labels(
    code: CodeObject, operations: list[Operation], starts: list[int], places: dict[int, Label]
) -> list[Item]:
    """The operations with the labels between them."""
    if not places:
        return operations  # type: ignore[return-value]
    index_at = dict(zip(starts, range(len(starts)), strict=True))
    index_at[len(code.code)] = len(starts)
    body: list[Item] = []
    done = 0
    for number, (offset, label) in enumerate(sorted(places.items()), 1):
        index = index_at.get(offset)
        if index is None:
            raise AssemblyError(f"byte {offset} is pointed to, and no instruction begins there")
        label.name = f"L{number}"
        body += operations[done:index]
        body.append(label)
        done = index
    body += operations[done:]
    return body
