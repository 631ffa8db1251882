"""Superinstructions: what the host executes as one with the instruction before it.

Where the host quickens code as it gets warm (3.11: `_PyCode_Quicken` in Python/specialize.c), two
loads or stores of variables in a row become one instruction, and a second half that finds its
variable unbound raises at the first.  Code that has such a second half counts what warms it up
until it is warm, and the steps of second halves are `SecondHalf`; all other code, and all code of
hosts whose second halves cannot fail, is decoded as if there were no superinstructions.
"""

from __future__ import annotations

import ctypes
from _bisect import bisect_right
from sys import byteorder

from peephole.machine.assembling import code_units
from peephole.machine.audit import quietly
from peephole.machine.executable import COLD, GENERATOR_KINDS, count_parameters
from peephole.machine.frame import SecondHalf, Step
from peephole.machine.hiding import hide_all
from peephole.machine.marks import trampoline_frame
from peephole.machine.rows import EXTENDED_ARG, PROBE_LEAF, table
from peephole.machine.thread import current_thread
from peephole.machine.translate.entries import WARM, Warming
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType
    from typing import Any

    from peephole.machine.executable import Executable
    from peephole.machine.frame import Frame, Node

_QUICK = "_QUICK"
#: what warms code up: instructions that have another form once it is warm
_WARMING = bytes(
    table.opmap[name.removesuffix(_QUICK)] for name in table.specialized if name.endswith(_QUICK)
).replace(bytes((EXTENDED_ARG,)), b"")
#: what warms a generator's up: where its trampoline goes on, the host counts (see `where_raised`)
_WARMING_GENERATORS = _WARMING.replace(bytes((table.opmap["RESUME"],)), b"")
#: the opcodes of two that are executed as one; none has an inline cache
_PAIRS = [
    bytes(table.opmap[half] for half in name.split("__"))
    for name in table.specialized
    if "__" in name
]
_LOAD, _STORE, _DELETE = (table.opmap[f"{name}_FAST"] for name in ("LOAD", "STORE", "DELETE"))
_LOADED_SECOND = [pair for pair in _PAIRS if pair[1] == _LOAD]
_TOUCHING = bytes((_LOAD, _STORE, _DELETE))


class Halves:
    """The superinstructions of a decoded code object, of which a second half may fail."""

    __slots__ = ("_at", "_executable", "_instructions", "_joins", "_opcodes", "warming")

    def __init__(
        self,
        executable: Executable,
        instructions: list[Any],
        at: dict[int, int],
        opcodes: bytes,
        joins: set[int],
    ) -> None:
        self._executable = executable
        self._instructions = instructions
        self._at = at
        self._opcodes = opcodes
        #: the offsets at which control comes from elsewhere, too
        self._joins = joins
        #: the nodes that warm the code up, while it is cold
        self.warming: list[Node] = []
        if executable.cold:
            is_generator = executable.code.co_flags & GENERATOR_KINDS
            for opcode in _WARMING_GENERATORS if is_generator else _WARMING:
                for unit in _places(bytes((opcode,)), opcodes):
                    self.warming += [node for node in (self._node(unit),) if node is not None]

    def _node(self, unit: int) -> Node | None:
        node: Node | None = self._instructions[self._at[2 * unit]].node
        return node

    def join(self, with_twins: bool) -> None:
        """Mark the second halves.  A node that is executed both as a second half and not, by where
        control came from, gets a twin for the one, or is not marked; called where the nodes are
        linked."""
        pairs = {unit for pair in _PAIRS for unit in _places(pair, self._opcodes)}
        second: set[int] = set()
        for unit in sorted(pairs):
            if unit not in second or self._comes_alone(unit, second):
                second.add(unit + 1)
        for unit in sorted(second):
            first, node = self._node(unit - 1), self._node(unit)
            alone = self._comes_alone(unit, second)
            if first is None or node is None or (alone and not with_twins):
                continue
            step = node[4]
            half = SecondHalf(step.owner, step.offset, step.opname, step.oparg, step.sp)
            half.handler = step.handler
            if alone:
                first[3] = [*node[:4], half]
            else:
                node[4] = half

    def _comes_alone(self, unit: int, second: set[int]) -> bool:
        """Whether a second half can also be executed as an instruction of its own."""
        return 2 * unit in self._joins or unit - 1 in second

    def count(self, entry: Node | None) -> None:
        """Let the nodes that warm the code up count; called where all else is done with nodes.

        `entry` is where the code begins, where they do nothing else and are left out later.
        """
        for node in self.warming:
            inner = node[3] if node[0] == PROBE_LEAF else node
            plain = list(inner)
            inner[:] = [WARM, plain, Warming(inner, self._executable, entry), plain[3], plain[4]]


def _places(searched: bytes, opcodes: bytes) -> list[int]:
    """Where in a code object's opcodes some are, in code units."""
    found = []
    unit = opcodes.find(searched)
    while unit >= 0:
        found.append(unit)
        unit = opcodes.find(searched, unit + 1)
    return found


def halves_of(
    executable: Executable,
    instructions: list[Any],
    at: dict[int, int],
    entries: Iterator[tuple[int, int, int, int, bool]],
) -> Halves | None:
    """The superinstructions of a code object, None where no second half can fail; `at` has the
    index of each instruction by offset, `entries` are those of the exception table.

    A variable is bound behind its store or load, as far as no control joins; what is stored before
    anything jumps or is handled, and parameters, unless deleted somewhere, are bound for good.
    """
    code = executable.code
    units = code_units(code)
    opcodes, opargs = units[::2], units[1::2]
    deletes = _DELETE in opcodes
    always = 0 if deletes else count_parameters(code)
    if always == code.co_nlocals:
        return None
    loads = [unit + 1 for pair in _LOADED_SECOND for unit in _places(pair, opcodes)]
    loads = [unit for unit in loads if opargs[unit] >= always]
    if not loads:
        return None
    handled = [(start, target) for start, _, target, _, _ in entries]
    if not deletes:
        straight = min((start for start, _ in handled), default=len(units))
        jump = next((each.offset for each in instructions if each.target >= 0), straight)
        straight = min(straight, jump)
        stored = {opargs[unit] for unit in _places(bytes((_STORE,)), opcodes[: straight // 2])}
        loads = [unit for unit in loads if opargs[unit] not in stored]
        if not loads:
            return None
    joins = {each.target for each in instructions}
    joins.add(0)
    joins.update(target for _, target in handled)
    begins = sorted(joins)
    if all(_is_bound(unit, units, begins) for unit in loads):
        return None
    return Halves(executable, instructions, at, opcodes, joins)


def _is_bound(unit: int, units: bytes, joins: list[int]) -> bool:
    """Whether what leads to a load, since control joined last, has stored or loaded the variable;
    `joins` is sorted."""
    before = 2 * unit
    since = max(0, joins[bisect_right(joins, before) - 1])
    last = -1
    for opcode in _TOUCHING:
        touching = bytes((opcode, units[before + 1]))
        found = units.rfind(touching, since, before)
        while found & 1 and found > 0:  # in between two code units
            found = units.rfind(touching, since, found + 1)
        last = max(last, found)
    return last >= 0 and units[last] != _DELETE and units[last - 2] != EXTENDED_ARG


def where_raised(step: SecondHalf, frame: Frame) -> Step:
    """Where the host says that a second half raises: where the code is warm, at the first, unless
    the thread is traced (then each is executed as an instruction of its own)."""
    state = current_thread().probing
    if state is not None and not state.busy and (state.trace or state.profile):
        return step
    cold = step.owner.cold
    if cold and frame.is_generator:
        trampoline = trampoline_frame(frame)
        if trampoline is not None:  # it goes on as often as the guest does
            cold -= quietly(_warmth, trampoline.f_code)
    if cold > 0:
        return step
    first = Step(step.owner, step.offset - 2, step.opname, step.oparg, step.sp)
    first.handler = step.handler
    return first


def _warmth(code: CodeType) -> int:
    """How often a code object of the host has warmed up, COLD at most: its `co_warmup`."""
    return COLD + _short(ctypes.string_at(id(code) + _WARMTH_AT, _SHORT))


def _short(data: bytes) -> int:
    return int.from_bytes(data, byteorder, signed=True)


def _find_warmth() -> int:
    """Where in a code object, in bytes, that is counted: what one call changes from -COLD."""

    def function() -> None: ...

    code = function.__code__
    size = code.__sizeof__()
    before = ctypes.string_at(id(code), size)
    function()
    after = ctypes.string_at(id(code), size)
    [at] = [
        at
        for at in range(0, size, _SHORT)
        if _short(before[at : at + _SHORT]) == -COLD and _short(after[at : at + _SHORT]) == 1 - COLD
    ]
    return at


_SHORT = ctypes.sizeof(ctypes.c_short)
_WARMTH_AT = _find_warmth()
SecondHalf.where_raised = where_raised
hide_all(globals())
