"""Superinstructions: what the host executes as one with the instruction before it.

Where the host quickens code as it gets warm (3.11: `_PyCode_Quicken` in Python/specialize.c), two
loads or stores of variables in a row become one instruction, and a second half that finds its
variable unbound raises at the first.  Code that has such a second half counts what warms it up
until it is warm, and the steps of second halves are `SecondHalf`; all other code, and all code of
hosts whose second halves cannot fail, is decoded as if there were no superinstructions.
"""

from __future__ import annotations

import ctypes

from peephole.machine.audit import quietly
from peephole.machine.executable import CO_VARARGS, CO_VARKEYWORDS, COLD, GENERATOR_KINDS
from peephole.machine.frame import SecondHalf, Step
from peephole.machine.hiding import hide_all
from peephole.machine.marks import trampoline_frame
from peephole.machine.rows import EXTENDED_ARG, PROBE_LEAF, rows, table
from peephole.machine.thread import current_thread
from peephole.machine.translate.entries import WARM, Warming
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType
    from typing import Any

    from peephole.machine.executable import Executable
    from peephole.machine.frame import Frame, Node

_QUICK = "_QUICK"
#: what warms code up: instructions that have another form once it is warm
_WARMING = frozenset(
    name.removesuffix(_QUICK) for name in table.specialized if name.endswith(_QUICK)
) - {rows[EXTENDED_ARG].name}
_PAIRS = frozenset(tuple(name.split("__")) for name in table.specialized if "__" in name)
_HALVES = frozenset(name for pair in _PAIRS for name in pair)


class Halves:
    """The superinstructions of a decoded code object, of which a second half may fail."""

    __slots__ = ("_executable", "_instructions", "_joins", "_twins", "warming")

    def __init__(self, executable: Executable, instructions: list[Any], joins: set[int]) -> None:
        self._executable = executable
        self._instructions = instructions
        #: the offsets at which control comes from elsewhere, too
        self._joins = joins
        self._twins: list[Node] = []
        #: the nodes that warm the code up, while it is cold
        self.warming: list[Node] = []
        # what a generator's trampoline resumes, the host counts (see `where_raised`)
        counted = _WARMING
        if executable.code.co_flags & GENERATOR_KINDS:
            counted = _WARMING - {"RESUME"}
        if executable.cold:
            self.warming = [
                instruction.node
                for instruction in instructions
                if instruction.node is not None and instruction.row.name in counted
            ]

    def join(self, with_twins: bool) -> None:
        """Mark the second halves.  A node that is executed both as a second half and not, by where
        control came from, gets a twin for the one, or is not marked; called where the nodes are
        linked."""
        instructions = self._instructions
        count = len(instructions)
        alone, second = [False] * (count + 1), [False] * (count + 1)
        alone[0] = True
        for i, instruction in enumerate(instructions):
            if instruction.index in self._joins or instruction.offset in self._joins:
                alone[i] = True
            if second[i]:
                alone[i + 1] = True
            if alone[i]:
                following = second if self._is_pair(i) else alone
                following[i + 1] = True
        twins: dict[int, Node] = {}
        for i in range(count):
            node = instructions[i].node
            if node is None or not second[i]:
                continue
            if alone[i] and not with_twins:
                continue
            step = node[4]
            half = SecondHalf(step.owner, step.offset, step.opname, step.oparg, step.sp)
            half.handler = step.handler
            if alone[i]:
                twins[i] = [*node[:4], half]
            else:
                node[4] = half
        for i, twin in twins.items():
            instructions[i - 1].node[3] = twin
        self._twins = list(twins.values())

    def _is_pair(self, i: int) -> bool:
        """Whether an instruction and the next one become one (they have no inline cache)."""
        if i + 1 == len(self._instructions):
            return False
        first, second = self._instructions[i : i + 2]
        return (
            (first.row.name, second.row.name) in _PAIRS
            and second.node is not None
            and second.index == first.offset + 2 == second.offset
        )

    def count(self, shortened: bool) -> None:
        """Let the nodes that warm the code up count; `shortened`: they do nothing else."""
        warming = {id(node) for node in self.warming}
        leading: list[tuple[Node, int]] | None = None
        if shortened:
            nodes = [i.node for i in self._instructions if i.node is not None]
            nodes += self._twins
            leading = [(node, i) for node in nodes for i in (2, 3) if id(node[i]) in warming]
        for node in self.warming:
            inner = node[3] if node[0] == PROBE_LEAF else node
            plain = list(inner)
            inner[:] = [WARM, plain, Warming(inner, self._executable, leading), plain[3], plain[4]]


def halves_of(
    executable: Executable, instructions: list[Any], handled: list[tuple[int, int, int]]
) -> Halves | None:
    """The superinstructions of a code object, None where no second half can fail.

    `handled`: start, end and target of the entries of the exception table, in bytes.
    """
    joins = {instruction.target for instruction in instructions}
    joins.update(target for _, _, target in handled)
    begins = min((start for start, _, _ in handled), default=len(instructions) << 8)
    if not _may_fail(executable.code, instructions, joins, begins):
        return None
    return Halves(executable, instructions, joins)


def _may_fail(code: CodeType, instructions: list[Any], joins: set[int], handled: int) -> bool:
    """Whether a second half may find its variable unbound.

    A variable is bound behind its store or load, as far as no control joins; what is stored before
    anything jumps or is handled, and parameters, unless deleted somewhere, are bound for good.
    """
    deleted = {each.oparg for each in instructions if each.row.name == "DELETE_FAST"}
    parameters = code.co_argcount + code.co_kwonlyargcount
    parameters += bool(code.co_flags & CO_VARARGS) + bool(code.co_flags & CO_VARKEYWORDS)
    always = set(range(parameters)) - deleted
    bound = set(always)
    straight = True
    previous = ""
    for instruction in instructions:
        row = instruction.row
        name = row.name
        if instruction.index in joins or instruction.offset in joins:
            straight = False
            bound = set(always)
        elif instruction.target >= 0 or instruction.offset >= handled:
            straight = False
        if name in _HALVES:
            oparg = instruction.oparg
            if name == "LOAD_FAST":
                if oparg not in bound and (previous, name) in _PAIRS:
                    return True
                bound.add(oparg)
            elif name == "STORE_FAST":
                bound.add(oparg)
                if straight and oparg not in deleted:
                    always.add(oparg)
        elif name == "DELETE_FAST":
            bound.discard(instruction.oparg)
        previous = name
    return False


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
    return COLD + ctypes.c_short.from_address(id(code) + _WARMTH_AT).value


def _find_warmth() -> int:
    """Where in a code object, in bytes, that is counted: what one call changes from -COLD."""

    def function() -> None: ...

    size = function.__code__.__sizeof__() // ctypes.sizeof(ctypes.c_short)
    shorts = (ctypes.c_short * size).from_address(id(function.__code__))
    before = shorts[:]
    function()
    [at] = [i for i in range(size) if (before[i], shorts[i]) == (-COLD, 1 - COLD)]
    return at * ctypes.sizeof(ctypes.c_short)


_WARMTH_AT = _find_warmth()
SecondHalf.where_raised = where_raised
hide_all(globals())
