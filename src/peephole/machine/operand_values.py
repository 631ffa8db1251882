"""What an operand is for the machine: the constant, the name, the slot, the function."""

from __future__ import annotations

import builtins

from peephole.isa import operands
from peephole.machine import intrinsics
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType
    from typing import Any

    from peephole.isa import Isa


def operand_values(code: CodeType, table: Isa) -> dict[str, Callable[[int], Any]]:
    """For each operand kind that is not just a number: from oparg to the value, in this code."""
    values: dict[str, Callable[[int], Any]] = {
        operands.CONST: code.co_consts.__getitem__,
        operands.LOCAL_PAIR: lambda oparg: (oparg >> 4, oparg & 15),
        operands.COMMON_CONSTANT: common_constants(table).__getitem__,
        operands.INTRINSIC1: lambda oparg: _intrinsic(intrinsics.unary, table.intrinsics1, oparg),
        operands.INTRINSIC2: lambda oparg: _intrinsic(intrinsics.binary, table.intrinsics2, oparg),
        operands.SPECIAL_METHOD: lambda oparg: table.special_methods[oparg],
    }
    names = code.co_names
    for kind, shift in operands.NAMES.items():
        values[kind] = lambda oparg, shift=shift: names[oparg >> shift]  # type: ignore[misc]
    return values


_intrinsics: dict[tuple[Any, int], Any] = {}


def _intrinsic(make: Callable[[str, int], Any], names: tuple[str, ...], oparg: int) -> Any:
    function = _intrinsics.get((make, oparg))
    if function is None:
        function = _intrinsics[make, oparg] = make(names[oparg], oparg)
    return function


_constants: dict[str, tuple[Any, ...]] = {}


def common_constants(table: Isa) -> tuple[Any, ...]:
    """The objects that LOAD_COMMON_CONSTANT pushes, by oparg."""
    if table.version not in _constants:
        _constants[table.version] = tuple(
            _constant(text) for text in getattr(table, "common_constants", ())
        )
    return _constants[table.version]


def _constant(text: str) -> Any:
    return eval(text, {"__builtins__": vars(builtins)})
