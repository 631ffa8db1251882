"""Disassembly as data that JSON can hold."""

from __future__ import annotations

import re

from peephole import isa
from peephole.code import CodeObject
from peephole.code.constants import constant_repr

from .decode import disassemble
from .text import own_code

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from peephole.isa import Isa

    from .instruction import Instruction

    Stacks = Callable[[CodeObject], Mapping[int, Sequence[str]]]

_ADDRESS = re.compile(r"(<code object .*?) at 0x[0-9a-f]+")
_LARGEST_INT = 1 << 63


def to_json(
    thing: object, stacks: Stacks | None = None, show_caches: bool = False
) -> list[dict[str, Any]]:
    """A code object and those nested in it, outermost first, as dicts for json.dumps.

    `thing`: what `disassemble` takes. `stacks`: called with each code object, tells the names of
    the items on the stack before each instruction, bottom first, by its offset; where it tells
    none, and without it, "stack_before" is None. `show_caches` adds a "cache" of [name, code units,
    bytes in hexadecimal] to each instruction.

    Values that JSON has no type for are their `repr`; code objects without their address, so that
    the same code gives the same text.
    """
    return [
        _code_json(code, stacks(code) if stacks else {}, show_caches)
        for code in own_code(thing).walk()
    ]


def _code_json(
    code: CodeObject, stacks: Mapping[int, Sequence[str]], show_caches: bool
) -> dict[str, Any]:
    table = isa.table(code.version)
    return {
        "python": code.version,
        "name": code.name,
        "qualname": code.qualname,
        "filename": code.filename,
        "firstlineno": code.firstlineno,
        "flags": code.flags,
        "stacksize": code.stacksize,
        "consts": [value_json(const, code.version) for const in code.consts],
        "names": list(code.names),
        "varnames": list(code.varnames),
        "freevars": list(code.freevars),
        "cellvars": list(code.cellvars),
        "instructions": [
            instruction_json(instruction, table, stacks.get(instruction.offset), show_caches)
            for instruction in disassemble(code)
        ],
        "exception_table": [entry._asdict() for entry in code.exception_entries()],
    }


def instruction_json(
    instruction: Instruction,
    table: Isa,
    stack_before: Sequence[str] | None = None,
    show_caches: bool = False,
) -> dict[str, Any]:
    """An instruction of the version of `table`, as a dict for json.dumps.

    "stack_effect" is that of dis.stack_effect: of the two ways a jump can go, the larger one; None
    for what is no instruction.
    """
    form = {
        "offset": instruction.offset,
        "opcode": instruction.opcode,
        "opname": instruction.opname,
        "oparg": instruction.oparg,
        "argval": value_json(instruction.argval, table.version),
        "argrepr": _ADDRESS.sub(r"\1", instruction.argrepr),
        "line": instruction.line,
        "positions": list(instruction.positions),
        "is_jump_target": instruction.is_jump_target,
        "jump_target": instruction.jump_target,
        "stack_before": None if stack_before is None else list(stack_before),
        "stack_effect": _stack_effect(instruction, table),
    }
    if show_caches:
        caches = instruction.cache_info
        form["cache"] = [[name, units, data.hex()] for name, units, data in caches]
    return form


def value_json(value: object, version: str | None = None) -> object:
    """The value if JSON has its type, otherwise its `repr` in a version of Python."""
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int) and -_LARGEST_INT <= value < _LARGEST_INT:
        return value
    if isinstance(value, float) and value - value == 0:  # neither infinite nor NaN
        return value
    return _ADDRESS.sub(r"\1", constant_repr(value, version))


def _stack_effect(instruction: Instruction, table: Isa) -> int | None:
    base = table.deopt.get(instruction.opname, instruction.opname)
    oparg = instruction.oparg
    if oparg is not None and oparg < 0:
        return None
    try:
        return table.stack_effect(table.opmap[base], oparg)
    except (KeyError, ValueError):
        return None
