"""What an operand stands for: (argval, argrepr) by operand kind, as each version's dis has it."""

from __future__ import annotations

import builtins
from functools import partial

from peephole.code.constants import constant_repr
from peephole.isa import host_version
from peephole.isa import operands as kinds

from .instruction import UNKNOWN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from peephole.isa import Isa

    from .source import Source as Tables

    Meaning = tuple[object, str]
    Reading = Callable[["Tables", int], Meaning]

NOTHING: Meaning = (UNKNOWN, repr(UNKNOWN))
"""What an operand means that points outside of its table."""

_FLAG_BELOW_COMPARISON = 16
_CONVERSIONS: tuple[object, ...] = (None, str, repr, ascii)

# dis of these versions gives the constant itself as argval, not its number.
_RESOLVES_COMMON_CONSTANTS = frozenset(("3.15",))


# --- operands that point into a code object's tables


def representation(version: str) -> Callable[[object], str]:
    """What writes constants as a version does; ValueError for an integer of too many digits."""
    return repr if version == host_version() else partial(constant_repr, version=version)


def _constant(version: str) -> Reading:
    def read(tables: Tables, oparg: int) -> Meaning:
        if not 0 <= oparg < len(tables.consts):
            return NOTHING
        constant = tables.consts[oparg]
        return constant, constant_repr(constant, version)

    return read


def _unresolved(tables: Tables, oparg: int) -> Meaning:
    return UNKNOWN, ""


def _name(tables: Tables, oparg: int) -> Meaning:
    if not 0 <= oparg < len(tables.names):
        return NOTHING
    name = tables.names[oparg]
    return name, name


def _local(tables: Tables, oparg: int) -> Meaning:
    if not 0 <= oparg < len(tables.locals):
        return NOTHING
    name = tables.locals[oparg]
    return name, name


def _cell(tables: Tables, oparg: int) -> Meaning:
    if not 0 <= oparg < len(tables.cells):
        return NOTHING
    name = tables.cells[oparg]
    return name, name


def two_locals(tables: Tables, oparg: int) -> Meaning:
    """The names of two variables, by four bits each."""
    first, second = oparg >> 4, oparg & 15
    names = tables.locals
    if not (0 <= first < len(names) and second < len(names)):
        return NOTHING
    return (names[first], names[second]), f"{names[first]}, {names[second]}"


def affixes(bits: int, texts: tuple[str, ...]) -> list[tuple[str, str]]:
    """What goes before and after a name, by the flag bits below its index."""
    split = [text.partition("{}") for text in texts or ("{}",) * (1 << bits)]
    return [(before, after) for before, _, after in split]


def _flagged_name(bits: int, texts: tuple[str, ...]) -> Reading:
    """A name's index above flag bits that choose one of the texts."""
    flags = (1 << bits) - 1
    chosen = affixes(bits, texts)

    def read(tables: Tables, oparg: int) -> Meaning:
        index = oparg >> bits
        if not 0 <= index < len(tables.names):
            return NOTHING
        name = tables.names[index]
        before, after = chosen[oparg & flags]
        # dis says nothing of an empty name: that of the module in `from . import name`.
        return name, f"{before}{name}{after}" if name else ""

    return read


# --- operands that mean the same in every code object


def _chosen(texts: tuple[str, ...]) -> Reading:
    """The oparg itself, with the text of its number."""
    return lambda _, oparg: (oparg, texts[oparg]) if 0 <= oparg < len(texts) else NOTHING


def _inverted(texts: tuple[str, ...]) -> Reading:
    return lambda _, oparg: (oparg, texts[bool(oparg)])


def _flags(texts: tuple[str, ...]) -> Reading:
    return lambda _, oparg: (
        oparg,
        ", ".join([text for bit, text in enumerate(texts) if oparg >> bit & 1]),
    )


def _comparison(operators: tuple[str, ...], bits: int, texts: tuple[str, ...]) -> Reading:
    def read(tables: Tables, oparg: int) -> Meaning:
        index = oparg >> bits
        if not 0 <= index < len(operators):
            return NOTHING
        operator = operators[index]
        if not texts:
            return operator, operator
        return operator, texts[bool(oparg & _FLAG_BELOW_COMPARISON)].format(operator)

    return read


def _conversion(texts: tuple[str, ...]) -> Reading:
    return lambda _, oparg: (
        (_CONVERSIONS[oparg], texts[oparg]) if 0 <= oparg < len(_CONVERSIONS) else NOTHING
    )


def _format(texts: tuple[str, ...]) -> Reading:
    return lambda _, oparg: ((_CONVERSIONS[oparg & 3], bool(oparg & 4)), texts[oparg & 7])


def _common_constant(expressions: tuple[str, ...], texts: tuple[str, ...]) -> Reading:
    values = [_evaluate(expression) for expression in expressions]
    return lambda _, oparg: (values[oparg], texts[oparg]) if 0 <= oparg < len(values) else NOTHING


def _evaluate(expression: str) -> object:
    """The value of the name of a builtin or of a literal."""
    if hasattr(builtins, expression):
        return getattr(builtins, expression)
    from ast import literal_eval

    return literal_eval(expression)


_TABLES: dict[str, Reading] = {
    kinds.NAME: _name,
    kinds.LOCAL: _local,
    kinds.DEREF: _local,
    kinds.FREE: _cell,
    kinds.LOCAL_PAIR: two_locals,
}
_TEXTS: dict[str, Callable[[tuple[str, ...]], Reading]] = {
    kinds.NB_OP: _chosen,
    kinds.INTRINSIC1: _chosen,
    kinds.INTRINSIC2: _chosen,
    kinds.SPECIAL_METHOD: _chosen,
    kinds.COMMON_CONSTANT: _chosen,
    kinds.INVERT: _inverted,
    kinds.FUNCTION_FLAGS: _flags,
    kinds.CONVERT: _conversion,
    kinds.FORMAT: _format,
}


def reading(isa: Isa, opname: str) -> tuple[Reading | None, bool]:
    """What reads an instruction's operand, and whether a code object's tables take part.

    None where the operand is just a number.
    """
    kind = isa.operand[opname]
    texts = isa.operand_texts.get(opname, ())
    if kind == kinds.CONST and texts == ("",):
        # KW_NAMES of 3.11, whose constant dis leaves unknown.
        return _unresolved, False
    if kind == kinds.CONST:
        return _constant(isa.version), True
    if kind in _TABLES:
        return _TABLES[kind], True
    if kind in kinds.NAMES:
        return _flagged_name(kinds.NAMES[kind], texts), True
    if kind in kinds.COMPARES:
        return _comparison(isa.cmp_op, kinds.COMPARES[kind], texts), False
    if kind == kinds.COMMON_CONSTANT and isa.version in _RESOLVES_COMMON_CONSTANTS:
        return _common_constant(isa.common_constants, texts), False
    if kind in _TEXTS and texts:
        return _TEXTS[kind](texts), False
    return None, False
