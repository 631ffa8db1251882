"""What the templates of the host's version tell of an instruction, before it is written."""

from __future__ import annotations

from importlib import import_module

from peephole import isa
from peephole.machine.hiding import hide_all
from peephole.machine.rows import EXTENDED_ARG, rows
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType
    from typing import Any

    from peephole.machine.frame import Node

_templates = import_module(f"peephole.machine.templates.v{isa.host_version().replace('.', '_')}")
_TEMPLATES: dict[int, Any] = _templates.TEMPLATES
_CALLS: dict[tuple[int, bool | None, bool], Any] = _templates.CALLS
_CALL_LEAVES = frozenset(key[0] for key in _CALLS)


#: the ends at which the frame returns
LEAVES = frozenset({"leave", "leave_in_order"})


def template_of(plain: Node, null: bool | None = None) -> Any:
    """The template of a node, None where the loop has to execute it.

    `null` tells of a call whether it has no self, if that is known.
    """
    leaf = plain[0]
    if leaf in _CALL_LEAVES:
        return _CALLS[leaf, null, plain[4].executable is not None]
    return _TEMPLATES.get(leaf)


def ends_of(operations: Any) -> set[str]:
    """How a template's operations can end."""
    found = set()
    for operation in operations:
        if operation[0] == "if":
            found |= ends_of(operation[3]) | ends_of(operation[4])
        elif operation[0] != "line":
            found.add(operation[0])
    return found


#: tests of the truth of the only input
TRUTHS = ((("i", 0),), ("not ", ("i", 0)))


def outs_of(operations: Any) -> list[tuple[str, ...]]:
    """The values of each end at which the next instruction follows."""
    found: list[tuple[str, ...]] = []
    for operation in operations:
        if operation[0] == "if":
            found += outs_of(operation[3]) + outs_of(operation[4])
        elif operation[0] == "out":
            found.append(operation[1])
    return found


def all_harmless(operation: Any, tests_bool: bool) -> bool:
    """Whether an operation neither raises nor runs code."""
    word = operation[0]
    if word == "line":
        return bool(operation[2])
    if word == "if":
        return (bool(operation[2]) or tests_bool) and all(
            all_harmless(o, tests_bool) for o in (*operation[3], *operation[4])
        )
    if word == "out":
        return bool(operation[3])
    return word == "jump" or word in LEAVES


def counts_of(lengths: Any, oparg: int) -> tuple[int, ...]:
    """How many values each input of a template stands for."""
    counts: tuple[int, ...] = lengths(oparg) if callable(lengths) else lengths
    return counts


def takes(plain: Node, is_bool: bool, holds: bool, same_line: bool) -> bool:
    """Whether an instruction can be written around the expression that is its only input."""
    template = template_of(plain)
    if template is None or template[1] != (1,) or template[3] not in ((), (0,)):
        return False
    operations = template[5]
    first = operations[0]
    if first[0] == "if":
        return is_bool and first[1] in TRUTHS and template[3] == () and not template[2]
    if first[0] in LEAVES:
        return not holds
    if first[0] == "line":
        stores = first[3] is not None and first[1] == (first[3], " = ", ("i", 0))
        return stores and same_line and not holds
    return first == ("out", (), None, True) and same_line and not holds


#: how a line ends that takes a local variable its value
UNBOUND = " = null"


def _unbinds(operations: Any) -> bool:
    for operation in operations:
        if operation[0] == "if":
            if _unbinds(operation[3]) or _unbinds(operation[4]):
                return True
        elif operation[0] == "line" and operation[3] is not None and operation[1][-1] == UNBOUND:
            return True
    return False


_UNBINDING = frozenset(
    opcode
    for opcode, row in rows.items()
    if row.leaf in _TEMPLATES and _unbinds(_TEMPLATES[row.leaf][5])
)


def unbound_somewhere(code: CodeType) -> frozenset[int]:
    """The local variables of a code object that some instruction of it takes their value.

    What has been stored to another one is there to stay; these may be without a value wherever
    control joins, and what is stored to them may be no value (around comprehensions).
    """
    found = set()
    units = code.co_code
    extended = 0
    for offset in range(0, len(units), 2):
        opcode, oparg = units[offset], units[offset + 1] | extended
        extended = oparg << 8 if opcode == EXTENDED_ARG else 0
        if opcode in _UNBINDING:
            found.add(oparg)
    return frozenset(found)


hide_all(globals())
