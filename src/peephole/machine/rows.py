"""The instructions of the host's version, as the generated tables tell them."""

from __future__ import annotations

from importlib import import_module

from peephole import isa
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

HOST = isa.host_version()
_decoding = import_module(f"peephole.machine.decoding.v{HOST.replace('.', '_')}")
table = isa.table(HOST)

EXTENDED_ARG = table.opmap["EXTENDED_ARG"]


class Row:
    """One instruction of the host's version, as the generated table tells it, by opcode."""

    __slots__ = (
        "caches", "falls_through", "jump_net", "kind", "leaf", "leaves", "name", "net", "popped",
        "role", "select", "skips",
    )  # fmt: skip

    def __init__(self, name: str) -> None:
        self.name = name
        (
            self.kind, self.role, self.caches, self.popped, self.net, self.jump_net,
            self.falls_through, self.skips, self.select, self.leaves, self.leaf,
        ) = _decoding.INSTRUCTIONS[name]  # fmt: skip


rows: dict[int, Row] = {
    table.opmap[name]: Row(name) for name in _decoding.INSTRUCTIONS if name in table.opmap
}
SECOND_SLOT: set[int] = _decoding.SECOND_SLOT

#: how many values SEND takes
SEND_INPUTS: int = _decoding.INSTRUCTIONS["SEND"][3]
#: whether a throw into a subiterator ends at a CLEANUP_THROW
CLEANS_UP_THROWS = "CLEANUP_THROW" in _decoding.INSTRUCTIONS


def _answered_leaves() -> dict[int, int]:
    """The leaf that loads an attribute for which the machine answers, by the plain leaf."""
    leaves = {}
    for name in ("LOAD_ATTR", "LOAD_METHOD"):
        if f"{name}_ANSWERED" in _decoding.INSTRUCTIONS:
            plain, answered = Row(name), Row(f"{name}_ANSWERED")
            leaves[plain.leaf] = answered.leaf
            leaves |= {plain.leaves[key]: answered.leaves[key] for key in plain.leaves or ()}
    return leaves


ANSWERED_LEAVES = _answered_leaves()
DELETE_LEAF = Row("DELETE_ATTR").leaf
ANSWERED_DELETE_LEAF = Row("DELETE_ATTR_ANSWERED").leaf
STORE_LEAF = Row("STORE_ATTR").leaf
ANSWERED_STORE_LEAF = Row("STORE_ATTR_ANSWERED").leaf

#: the leaf of LOAD_GLOBAL that looks out for lazy imports, by the plain leaf
CHECKED_LEAVES: dict[int, int] = {}
if "LOAD_GLOBAL_CHECKED" in _decoding.INSTRUCTIONS:
    _checked = Row("LOAD_GLOBAL_CHECKED").leaves
    CHECKED_LEAVES |= {leaf: _checked[key] for key, leaf in Row("LOAD_GLOBAL").leaves.items()}

#: whether a frame's variables die first to last, and the leaves that return so, by the plain leaf
DIE_FIRST_TO_LAST = "RETURN_VALUE_IN_ORDER" in _decoding.INSTRUCTIONS
IN_ORDER_LEAVES: dict[int, int] = {
    Row(name.removesuffix("_IN_ORDER")).leaf: Row(name).leaf
    for name in _decoding.INSTRUCTIONS
    if name.endswith("_IN_ORDER")
}

#: for instructions that raise: the slots in which operands die first, from the top of the stack
#: (-1) down, in order, or a function of oparg; all else dies from the top down
FAILING: dict[str, Any] = _decoding.FAILING

#: whether the host executes two instructions as one of which the second can fail: not where
#: instructions of their own look for unbound variables
JOINS_FAILING = "LOAD_FAST_CHECK" not in table.opmap and any(
    name.endswith("__LOAD_FAST") for name in table.specialized
)

#: the leaf of a call behind LOAD_SPECIAL, by the plain leaf: it takes no signals
SPECIAL_LEAVES: dict[int, int] = {}
if "CALL_SPECIAL" in _decoding.INSTRUCTIONS:
    SPECIAL_LEAVES[Row("CALL").leaves[0]] = Row("CALL_SPECIAL").leaf

#: instructions at which CPython looks for signals
TAKES_SIGNALS: frozenset[str] = _decoding.TAKES_SIGNALS
#: whether it does after it has jumped back
JUMPS_BEFORE_SIGNALS: bool = _decoding.JUMPS_BEFORE_SIGNALS
#: that return from the frame, that leave it to be gone on with
RETURNS: frozenset[str] = _decoding.RETURNS
SUSPENDS: frozenset[str] = _decoding.SUSPENDS
#: leaves that are done wherever the host looks at signals
ATOMIC_LEAVES: frozenset[int] = _decoding.ATOMIC
#: behind which signals are raised at the next one
DONE: frozenset[str] = _decoding.DONE

YIELD_LEAF = Row("YIELD_VALUE").leaf
#: the leaf of probes, which are told of the instruction behind them
PROBE_LEAF: int = Row("PROBE").leaf

#: the row of CALL behind KW_NAMES, where there is such
keywords_row = Row("CALL_KW_NAMES") if "CALL_KW_NAMES" in _decoding.INSTRUCTIONS else None
