"""Whether an instruction's operand is one: it points into its table, or is a value allowed."""

from __future__ import annotations

from peephole.code import CodeObject
from peephole.code.formats import CELL, FREE
from peephole.isa import operands as kinds
from peephole.isa import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from peephole.isa import Isa

    Check = Callable[[int], str | None]

# Instructions that take only some of the numbers that their kind of operand allows (their cases
# in Python/bytecodes.c, before 3.12 Python/ceval.c).
_VALUES: dict[str, range] = {
    "BUILD_SLICE": range(2, 4),
    "RAISE_VARARGS": range(3),
    "CONVERT_VALUE": range(1, 4),
    "LIST_APPEND": range(1, 1 << 31),
    "SET_ADD": range(1, 1 << 31),
    "MAP_ADD": range(1, 1 << 31),
}
_KIND_VALUES: dict[str, range] = {
    kinds.INVERT: range(2),
    kinds.FORMAT: range(8),
    kinds.FUNCTION_FLAGS: range(32),
    kinds.DEPTH: range(1, 1 << 31),
    kinds.SMALL_INT: range(256),
}


class OperandRules:
    """The checks of one code object's operands, made once for each opname."""

    def __init__(self, code: CodeObject) -> None:
        self.code = code
        self.isa: Isa = table(code.version)
        self._checks: dict[str, Check | None] = {}
        self._sizes = _table_sizes(code, self.isa)

    def problem(self, opname: str, oparg: int) -> str | None:
        """What is wrong with the operand, None if nothing is."""
        if opname not in self._checks:
            self._checks[opname] = self._check(opname)
        check = self._checks[opname]
        if oparg < 0:
            return f"the operand is {oparg}: EXTENDED_ARG has set its sign"
        return None if check is None else check(oparg)

    def _check(self, opname: str) -> Check | None:
        kind = self.isa.operand.get(opname)
        if opname == "KW_NAMES":
            return self._keyword_names
        if kind == kinds.DEREF and self.code.localspluskinds:
            return self._deref
        if kind == kinds.LOCAL_PAIR:
            size = self._sizes[kinds.LOCAL][0]
            return lambda oparg: (
                _outside(oparg >> 4, size, "local variable")
                or _outside(oparg & 15, size, "local variable")
            )
        if kind in self._sizes:
            size, what = self._sizes[kind]
            shift = kinds.NAMES.get(kind, kinds.COMPARES.get(kind, 0))
            return lambda oparg: _outside(oparg >> shift, size, what)
        if kind in (kinds.INTRINSIC1, kinds.INTRINSIC2):
            one = kind == kinds.INTRINSIC1
            allowed = range(1, len(self.isa.intrinsics1 if one else self.isa.intrinsics2))
        else:
            allowed = _VALUES.get(opname) or _KIND_VALUES.get(kind or "", _ALL)
        if allowed is _ALL:
            return None
        return lambda oparg: None if oparg in allowed else f"{opname} has no operand {oparg}"

    def _deref(self, oparg: int) -> str | None:
        kinds_of = self.code.localspluskinds
        if oparg < len(kinds_of) and kinds_of[oparg] & (CELL | FREE):
            return None
        name = self.code.localsplusnames[oparg] if oparg < len(kinds_of) else oparg
        return f"variable {name} is no cell"

    def _keyword_names(self, oparg: int) -> str | None:
        problem = _outside(oparg, len(self.code.consts), "constant")
        if problem or isinstance(self.code.consts[oparg], tuple):
            return problem
        return f"constant {oparg} is no tuple of names"


_ALL = range(0)


def _table_sizes(code: CodeObject, isa: Isa) -> dict[str, tuple[int, str]]:
    """The number of entries of what each kind of operand is an index into, and their name."""
    names = (len(code.names), "name")
    comparisons = (len(isa.cmp_op), "comparison")
    return {
        kinds.CONST: (len(code.consts), "constant"),
        **dict.fromkeys(kinds.NAMES, names),
        **dict.fromkeys(kinds.COMPARES, comparisons),
        kinds.LOCAL: (_variables(code), "local variable"),
        kinds.FREE: (len(code.cellvars) + len(code.freevars), "cell or free variable"),
        kinds.NB_OP: (len(isa.nb_ops), "operator"),
        kinds.SPECIAL_METHOD: (len(isa.special_methods), "special method"),
        kinds.COMMON_CONSTANT: (len(isa.common_constants), "common constant"),
    }


def _variables(code: CodeObject) -> int:
    """How many variables an index may be of: all, where cells are stored among the locals."""
    merged = kinds.DEREF in table(code.version).operand.values()
    return len(code.localsplusnames) if merged else len(code.varnames)


def _outside(index: int, size: int, what: str) -> str | None:
    return None if index < size else f"there is no {what} {index}: there are {size}"
