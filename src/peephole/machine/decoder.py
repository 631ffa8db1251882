"""Decoding: from the bytecode of a code object to linked nodes with every slot known."""

from __future__ import annotations

from peephole.errors import PeepholeError
from peephole.isa import operands
from peephole.machine import executable as executables
from peephole.machine.answers import ATTRIBUTES, DELETED, STORED
from peephole.machine.assembling import code_units
from peephole.machine.executable import GENERATOR_KINDS
from peephole.machine.frame import CallStep, FunctionStep, Step, YieldStep
from peephole.machine.generator_code import SITES
from peephole.machine.hiding import hide_all
from peephole.machine.operand_values import operand_values
from peephole.machine.rows import (
    ANSWERED_DELETE_LEAF,
    ANSWERED_LEAVES,
    ANSWERED_STORE_LEAF,
    CHECKED_LEAVES,
    CLEANS_UP_THROWS,
    DELETE_LEAF,
    EXTENDED_ARG,
    HOST,
    IN_ORDER_LEAVES,
    JOINS_FAILING,
    SECOND_SLOT,
    SEND_INPUTS,
    SPECIAL_LEAVES,
    STORE_LEAF,
    YIELD_LEAF,
    Row,
    keywords_row,
    rows,
    table,
)
from peephole.machine.settings import settings
from peephole.machine.translate.entries import behind_warming, content, watch
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType
    from typing import Any

    from peephole.machine.executable import Executable
    from peephole.machine.frame import Node
    from peephole.machine.quickening import Halves

if JOINS_FAILING:
    from peephole.machine.quickening import halves_of

_JUMPS = frozenset(operands.JUMPS)
#: steps of instructions that remember something
_STEP_KINDS: dict[str, type[Step]] = {
    "MAKE_FUNCTION": FunctionStep,
    **dict.fromkeys(SITES, YieldStep),
}


class _Instruction:
    __slots__ = ("index", "node", "offset", "oparg", "row", "step", "target")

    def __init__(self, offset: int, start: int, row: Row, oparg: int) -> None:
        self.offset = offset
        self.index = start
        self.row = row
        self.oparg = oparg
        self.node: Node | None = None
        self.target = -1
        self.step: Step | None = None


def decode(executable: Executable) -> tuple[Node, int]:
    """Decode a code object: its first node and how many there are."""
    code = executable.code
    units = code_units(code)
    instructions: list[_Instruction] = []
    at: dict[int, int] = {}
    keywords: dict[int, Any] = {}
    extended = 0
    start = 0
    offset = 0
    pending: Any = None
    while offset < len(units):
        opcode = units[offset]
        oparg = units[offset + 1] | extended
        if opcode == EXTENDED_ARG:
            at[offset] = len(instructions)
            extended = oparg << 8
            offset += 2
            continue
        row = rows.get(opcode)
        if row is None:
            raise PeepholeError(
                f"{code.co_qualname}: no instruction of CPython {HOST} has opcode {opcode}, "
                f"at offset {offset}"
            )
        at[start] = at[offset] = len(instructions)
        if row.name == "KW_NAMES":
            pending = code.co_consts[oparg]
        elif pending is not None and row.name == "CALL" and keywords_row is not None:
            row = keywords_row
            keywords[len(instructions)] = pending
            pending = None
        instruction = _Instruction(offset, start, row, oparg)
        following = offset + 2 + 2 * row.caches
        if row is keywords_row:
            following = offset + 2 + 2 * rows[opcode].caches
        if row.kind in _JUMPS:
            distance = oparg * 2
            if row.kind == operands.JUMP_BACKWARD:
                distance = -distance
            instruction.target = following + distance
        instructions.append(instruction)
        extended = 0
        offset = start = following
    return _linked(executable, instructions, at, keywords)


def _linked(
    executable: Executable,
    instructions: list[_Instruction],
    at: dict[int, int],
    keywords: dict[int, Any],
) -> tuple[Node, int]:
    code = executable.code
    base = executable.base
    depths = _depths(code, instructions, at)
    values = operand_values(code, table)
    count = 0
    # a generator's frame sees to it itself (see `peephole.machine.generators`)
    in_order = executable.size > 1 and not code.co_flags & GENERATOR_KINDS
    sites = 0
    for i, instruction in enumerate(instructions):
        row = instruction.row
        site = sites
        sites += len(SITES.get(row.name, ()))
        depth = depths[i]
        if depth is None:
            continue
        oparg = instruction.oparg
        popped = row.popped if type(row.popped) is int else row.popped(oparg)
        leaf = row.leaf
        if row.select is not None:
            leaf = row.leaves.get(row.select(oparg), leaf)
        opname = row.name if i not in keywords else "CALL"
        kind = CallStep if opname.startswith("CALL") else _STEP_KINDS.get(opname, Step)
        step = kind(executable, instruction.offset, opname, oparg, base + depth)
        if type(step) is YieldStep:
            step.site = site if opname == "YIELD_VALUE" else ~site
        if i in keywords:
            operand = step.names = keywords[i]  # type: ignore[attr-defined]
        else:
            resolve = values.get(row.kind)
            operand = oparg if resolve is None else resolve(oparg)
        first = base + depth - popped
        if leaf in ANSWERED_LEAVES and operand in ATTRIBUTES:
            leaf, operand = ANSWERED_LEAVES[leaf], ATTRIBUTES[operand]
        elif leaf in SPECIAL_LEAVES and instructions[i - 1].row.name == "LOAD_SPECIAL":
            leaf = SPECIAL_LEAVES[leaf]
        elif leaf in CHECKED_LEAVES and settings.lazy_imports:
            leaf = CHECKED_LEAVES[leaf]
        elif leaf in IN_ORDER_LEAVES and in_order:
            leaf = IN_ORDER_LEAVES[leaf]
        elif leaf == STORE_LEAF and operand in STORED:
            leaf, operand = ANSWERED_STORE_LEAF, STORED[operand]
        elif leaf == DELETE_LEAF and operand in DELETED:
            leaf, operand = ANSWERED_DELETE_LEAF, DELETED[operand]
        if leaf in SECOND_SLOT:
            operand = first + 1
        instruction.node = [leaf, first, operand, None, step]
        count += 1
    _link(instructions, at)
    halves = None
    if JOINS_FAILING:
        entries = exception_entries(code.co_exceptiontable)
        halves = halves_of(executable, instructions, at, entries)
    made = _link_past_creation(instructions) if code.co_flags & GENERATOR_KINDS else None
    plain = settings.observer is None and settings.probing is None
    if plain:
        for instruction in instructions:
            if instruction.row.name == "SEND" and instruction.node is not None:
                _let_delegate(instruction.node)
    _set_handlers(code, instructions, at, base)
    entry = instructions[0].node
    assert entry is not None
    if plain:
        entry = _shortened(instructions, halves)
    if halves is not None:
        halves.join(settings.probing is None)
    if settings.probing is not None:
        settings.probing.put_in(executable, instructions)
    if halves is not None:
        halves.count(entry if plain else None)
    if settings.probing is None and settings.translate_after:
        _watch(instructions, at, made or entry)
    return entry, count


def _watch(instructions: list[_Instruction], at: dict[int, int], entry: Node) -> None:
    """Count how often the code is begun, its loops go round, its handlers are come to."""
    watch(behind_warming(entry))
    for instruction in instructions:
        node = instruction.node
        if node is None:
            continue
        if 0 <= instruction.target < instruction.offset:
            landing = content(node)[2]
            if landing[4].opname != "SEND":
                watch(landing)
        if node[4].handler is not None:
            watch(node[4].handler[0])


def _let_delegate(node: Node) -> None:
    """Let a SEND be a yield of the subiterator: the generator's trampoline delegates to it, and
    what that returns takes the place of what SEND leaves as it jumps."""
    node[0] = YIELD_LEAF
    if CLEANS_UP_THROWS:  # the value lies above the subiterator, else in its place
        node[1] += SEND_INPUTS - 1
    node[3] = node[2]


def _shortened(instructions: list[_Instruction], halves: Halves | None) -> Node:
    """Link past instructions that do nothing or only jump: nobody observes them.

    Return the first node.  A loop of nothing but such instructions is left as it is, and so are
    those that warm the code up.
    """
    warming = () if halves is None else {id(node) for node in halves.warming}

    def beyond(instruction: _Instruction) -> Node:
        seen: set[int] = set()
        node = instruction.node
        assert node is not None
        first = node
        while rows[id(node)].role and id(node) not in seen and id(node) not in warming:
            seen.add(id(node))
            follower = node[2] if rows[id(node)].role == "jump" else node[3]
            if follower is None:
                return first
            node = follower
        return first if id(node) in seen else node

    rows = {id(i.node): i.row for i in instructions if i.node is not None}
    by_node = {id(i.node): i for i in instructions if i.node is not None}
    landing = {key: beyond(instruction) for key, instruction in by_node.items()}
    handlers: dict[int, tuple[Any, Any]] = {}  # many instructions share one
    for instruction in by_node.values():
        node = instruction.node
        assert node is not None
        if node[3] is not None:
            node[3] = landing[id(node[3])]
        if instruction.target >= 0:
            node[2] = landing[id(node[2])]
        handler = node[4].handler
        if handler is not None:
            if id(handler) not in handlers:
                moved = (landing[id(handler[0])], *handler[1:])
                handlers[id(handler)] = handler, moved
            node[4].handler = handlers[id(handler)][1]
    return landing[id(instructions[0].node)]


def _link(instructions: list[_Instruction], at: dict[int, int]) -> None:
    for i, instruction in enumerate(instructions):
        node = instruction.node
        if node is None:
            continue
        if i + 1 < len(instructions):
            node[3] = instructions[i + 1].node
        if instruction.row.name == "YIELD_VALUE":
            node[4].resumed_by = instructions[i + 1].oparg
        if instruction.target >= 0:
            node[2] = instructions[at[instruction.target] + instruction.row.skips].node


def _link_past_creation(instructions: list[_Instruction]) -> Node | None:
    """Where a generator expression makes its first iterator before the generator (since 3.15), let
    its frame go on behind that, as `peephole.machine.generators` begins it; return where."""
    names = [instruction.row.name for instruction in instructions]
    if "RETURN_GENERATOR" not in names or "RESUME" not in names:
        return None
    resume, creation = instructions[names.index("RESUME")], names.index("RETURN_GENERATOR")
    if resume.index > instructions[creation].index or resume.node is None:
        return None
    resume.node[3] = instructions[creation].node
    return resume.node[3]  # type: ignore[no-any-return]


def _set_handlers(
    code: CodeType, instructions: list[_Instruction], at: dict[int, int], base: int
) -> None:
    for start, end, target, depth, lasti in exception_entries(code.co_exceptiontable):
        node = instructions[at[target]].node
        if node is None:
            continue
        handler = (node, base + depth, lasti)
        for i in range(at[start], at.get(end, len(instructions))):
            node = instructions[i].node
            if node is not None:
                node[4].handler = handler


def _depths(
    code: CodeType, instructions: list[_Instruction], at: dict[int, int]
) -> list[int | None]:
    """The depth of the value stack before every instruction, None where none leads to it."""
    depths: list[int | None] = [None] * len(instructions)
    handlers = [
        (at[start], at.get(end, len(instructions)), at[target], depth + lasti + 1)
        for start, end, target, depth, lasti in exception_entries(code.co_exceptiontable)
    ]
    work = [(0, 0)]
    while work:
        i, depth = work.pop()
        while i < len(instructions) and depths[i] is None:
            depths[i] = depth
            instruction = instructions[i]
            row, oparg = instruction.row, instruction.oparg
            if instruction.target >= 0:
                net = row.jump_net
                landing = depth + (net if type(net) is int else net(oparg))
                work.append((at[instruction.target], landing))
            if not row.falls_through:
                break
            net = row.net
            depth += net if type(net) is int else net(oparg)
            i += 1
        if not work:
            for first, end, target, depth in handlers:
                if depths[target] is None and not _are_none(depths[first:end]):
                    work.append((target, depth))
    return depths


def _are_none(depths: list[int | None]) -> bool:
    """Whether all are None (without a generator: trace functions of C code are told of those)."""
    return depths.count(None) == len(depths)


def exception_entries(table: bytes) -> Iterator[tuple[int, int, int, int, bool]]:
    """(start, end, target, depth, lasti) of an exception table; offsets in bytes.

    The format: Objects/exception_handling_notes.txt, big-endian varints of 6 bits.
    """
    numbers: list[int] = []
    value = 0
    for byte in table:
        value = value << 6 | byte & 63
        if not byte & 64:
            numbers.append(value)
            value = 0
    for i in range(0, len(numbers) - 3, 4):
        start, size, target, depth_lasti = numbers[i : i + 4]
        yield start * 2, (start + size) * 2, target * 2, depth_lasti >> 1, bool(depth_lasti & 1)


hide_all(globals())
executables.decoder = decode
