"""From what an operand stands for to the oparg, by kind of operand."""

from __future__ import annotations

from peephole.code.formats import CELL, FREE
from peephole.isa import operands

from .encoding import AssemblyError, encoder_of
from .operand_text import CHOSEN, operand_texts
from .operation import Label

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .editable import EditableCode


def encoded(code: EditableCode, opname: str, value: object) -> int | Label | None:
    """The oparg for `value`; see EditableCode.operation. AssemblyError for what is no operand."""
    kind = code.isa.operand.get(opname)
    if kind is None or opname not in encoder_of(code.version).numbers:
        raise AssemblyError(f"Python {code.version} has no instruction {opname}")
    if kind == operands.NONE:
        if value is not None:
            raise AssemblyError(f"{opname} has no operand")
        return None
    if kind == operands.CONST:
        return code.const_index(value)
    if isinstance(value, (int, Label)) and not isinstance(value, bool):
        return value
    if kind in operands.NAMES:
        return _name(code, opname, operands.NAMES[kind], value)
    if isinstance(value, str):
        return _by_text(code, opname, kind, value)
    if kind == operands.LOCAL_PAIR and isinstance(value, tuple) and len(value) == 2:
        first, second = (code.local_index(name) for name in value)
        if first < 16 and second < 16:
            return first << 4 | second
    if value is None and kind == operands.UNUSED:
        return 0
    raise AssemblyError(f"{opname}: {value!r} is no operand")


def _name(code: EditableCode, opname: str, bits: int, value: object) -> int:
    flags = 0
    if isinstance(value, tuple) and len(value) == 2:
        value, flags = value
    if not isinstance(value, str) or not isinstance(flags, int) or not 0 <= flags < 1 << bits:
        raise AssemblyError(f"{opname}: {value!r} is no name with {bits} flag bits")
    return code.name_index(value) << bits | flags


def _by_text(code: EditableCode, opname: str, kind: str, text: str) -> int:
    if kind == operands.LOCAL:
        return code.local_index(text)
    if kind in (operands.DEREF, operands.FREE):
        index = variable(code, kind, text)
    elif kind in CHOSEN:
        index = operand_texts(code.version).number(opname, text)
    else:
        index = None
    if index is None:
        raise AssemblyError(f"{opname}: {text!r} is no operand")
    return index


def variable(code: EditableCode, kind: str, name: str) -> int | None:
    """The number of a cell or free variable."""
    pairs = list(zip(code.localsplusnames, code.localspluskinds, strict=True))
    if kind == operands.FREE:
        pairs = [(known, kinds) for wanted in (CELL, FREE) for known, kinds in pairs
                 if kinds & wanted]  # fmt: skip
    for index, (known, kinds) in enumerate(pairs):
        if known == name and kinds & (CELL | FREE):
            return index
    return None
