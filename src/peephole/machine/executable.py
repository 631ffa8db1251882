"""Code objects made ready to run: decoded into linked nodes with every slot known."""

from __future__ import annotations

from _weakref import ref
from importlib import import_module
from types import CellType

from peephole import isa
from peephole.errors import PeepholeError
from peephole.isa import operands
from peephole.machine.answers import ATTRIBUTES, DELETED, STORED
from peephole.machine.audit import quietly
from peephole.machine.frame import CallStep, FunctionStep, Step, YieldStep
from peephole.machine.hiding import hidden
from peephole.machine.operand_values import operand_values
from peephole.machine.settings import settings
from peephole.machine.translate.entries import watch
from peephole.machine.values import NULL
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

try:
    from resource import getrusage
except ImportError:  # a host without it forgets nothing
    getrusage = None  # type: ignore[assignment]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType
    from typing import Any

    from peephole.machine.frame import Frame, Node

HOST = isa.host_version()
_decoding = import_module(f"peephole.machine.decoding.v{HOST.replace('.', '_')}")
_table = isa.table(HOST)

EXTENDED_ARG = _table.opmap["EXTENDED_ARG"]
_JUMPS = frozenset(operands.JUMPS)
_KEYWORDS = "CALL_KW_NAMES"

CO_OPTIMIZED = 0x1
CO_VARARGS = 0x4
CO_VARKEYWORDS = 0x8
CO_GENERATOR = 0x20
CO_COROUTINE = 0x80
CO_ASYNC_GENERATOR = 0x200
GENERATOR_KINDS = CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR


#: steps of instructions that remember something
_STEP_KINDS: dict[str, type[Step]] = {"MAKE_FUNCTION": FunctionStep, "YIELD_VALUE": YieldStep}

_BINDING = CO_OPTIMIZED | CO_VARARGS | CO_VARKEYWORDS | GENERATOR_KINDS


class _Row:
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


rows: dict[int, _Row] = {
    _table.opmap[name]: _Row(name) for name in _decoding.INSTRUCTIONS if name in _table.opmap
}
_SECOND_SLOT: set[int] = _decoding.SECOND_SLOT

#: how many values SEND takes
SEND_INPUTS: int = _decoding.INSTRUCTIONS["SEND"][3]
#: whether a throw into a subiterator ends at a CLEANUP_THROW
CLEANS_UP_THROWS = "CLEANUP_THROW" in _decoding.INSTRUCTIONS


def _answered_leaves() -> dict[int, int]:
    """The leaf that loads an attribute for which the machine answers, by the plain leaf."""
    leaves = {}
    for name in ("LOAD_ATTR", "LOAD_METHOD"):
        if f"{name}_ANSWERED" in _decoding.INSTRUCTIONS:
            plain, answered = _Row(name), _Row(f"{name}_ANSWERED")
            leaves[plain.leaf] = answered.leaf
            leaves |= {plain.leaves[key]: answered.leaves[key] for key in plain.leaves or ()}
    return leaves


_ANSWERED_LEAVES = _answered_leaves()
_DELETE_LEAF = _Row("DELETE_ATTR").leaf
_ANSWERED_DELETE_LEAF = _Row("DELETE_ATTR_ANSWERED").leaf
_STORE_LEAF = _Row("STORE_ATTR").leaf
_ANSWERED_STORE_LEAF = _Row("STORE_ATTR_ANSWERED").leaf

#: the leaf of LOAD_GLOBAL that looks out for lazy imports, by the plain leaf
_CHECKED_LEAVES: dict[int, int] = {}
if "LOAD_GLOBAL_CHECKED" in _decoding.INSTRUCTIONS:
    _checked = _Row("LOAD_GLOBAL_CHECKED").leaves
    _CHECKED_LEAVES |= {leaf: _checked[key] for key, leaf in _Row("LOAD_GLOBAL").leaves.items()}

#: whether a frame's variables die first to last, and the leaves that return so, by the plain leaf
DIE_FIRST_TO_LAST = "RETURN_VALUE_IN_ORDER" in _decoding.INSTRUCTIONS
_IN_ORDER_LEAVES: dict[int, int] = {
    _Row(name.removesuffix("_IN_ORDER")).leaf: _Row(name).leaf
    for name in _decoding.INSTRUCTIONS
    if name.endswith("_IN_ORDER")
}

#: for instructions that raise: the slots in which operands die first, from the top of the stack
#: (-1) down, in order, or a function of oparg; all else dies from the top down
FAILING: dict[str, Any] = _decoding.FAILING

_YIELD_LEAF = _Row("YIELD_VALUE").leaf
#: the leaf of probes, which are told of the instruction behind them
PROBE_LEAF: int = _Row("PROBE").leaf

_keywords_row = _Row(_KEYWORDS) if _KEYWORDS in _decoding.INSTRUCTIONS else None


class Signature:
    """The parameters of a code object.

    `positional` counts those that take positional arguments, `named` the keyword-only ones too.
    """

    __slots__ = ("_code", "_slots", "has_extra", "has_rest", "named", "positional")

    def __init__(self, code: CodeType) -> None:
        self.positional = code.co_argcount
        self.named = code.co_argcount + code.co_kwonlyargcount
        self.has_rest = bool(code.co_flags & CO_VARARGS)
        self.has_extra = bool(code.co_flags & CO_VARKEYWORDS)
        self._code = code
        self._slots: dict[str, int] | None = None

    @property
    @hidden
    def slots(self) -> dict[str, int]:
        """The slot of each parameter that can be passed by name."""
        if self._slots is None:
            first = self._code.co_posonlyargcount
            names = self._code.co_varnames[first : self.named]
            self._slots = {name: first + i for i, name in enumerate(names)}
        return self._slots


class Executable:
    """A code object decoded for the machine."""

    __slots__ = (
        "__weakref__",
        "_argreprs",
        "_positions",
        "arity",
        "base",
        "callers",
        "cells",
        "code",
        "entry",
        "first_free",
        "free",
        "husk_code",
        "names",
        "other",
        "pool",
        "probed",
        "signature",
        "size",
        "tail",
    )

    #: names of the locals, cells and free variables, by slot
    names: list[str]
    #: how many slots they take
    size: int
    #: how many of them are free variables, and the slot of the first
    free: int
    first_free: int
    #: the slots that hold cells
    cells: frozenset[int]
    signature: Signature
    #: what a frame's list has behind the arguments
    tail: list[Any]
    #: where the value stack starts: above one NULL that tells an empty stack
    base: int
    #: frames that have returned, to be used again
    pool: list[Frame]
    #: code of native functions that call in the frame's clothes, by byte offset
    callers: dict[int, CodeType]

    def __init__(self, code: CodeType) -> None:
        """All but the code is made by `decode`, as most functions are never called."""
        self.code = code
        #: how many positional arguments make a frame without any binding; -1 where there is
        #: more to bind, and until the code has been decoded, which its first call does
        self.arity = -1
        self.entry: Node | None = None
        self.husk_code: CodeType | None = None
        #: the first node as decoded in the other way, with probes or without
        self.other: Node | None = None
        #: the nodes by offset, probes before them, once it is decoded with probes
        self.probed: dict[int, Node] | None = None
        self._positions: list[Any] | None = None
        self._argreprs: dict[int, str] | None = None

    @hidden
    def decode(self) -> Node:
        """Make the nodes, where they are not made yet; return the first one."""
        if self.entry is None:
            code = self.code
            self.names = slot_names(code)
            self.size = len(self.names)
            self.free = len(code.co_freevars)
            self.first_free = self.size - self.free
            self.cells = _cell_slots(code, self.names, self.first_free)
            self.signature = Signature(code)
            parameters = self.signature.named + self.signature.has_rest + self.signature.has_extra
            unbound = self.size - parameters
            self.tail = [NULL] * (unbound + 1) + [None] * code.co_stacksize
            self.base = self.size + 1
            self.pool = []
            self.callers = {}
            self.entry, count = quietly(_decode, self)
            make_room_for(self, count)
            self.set_arity()
        return self.entry

    @hidden
    def set_arity(self) -> None:
        """Let calls that need no binding make frames."""
        code = self.code
        if code.co_flags & _BINDING == CO_OPTIMIZED and not code.co_kwonlyargcount:
            self.arity = code.co_argcount

    def forget(self) -> None:
        """Drop the nodes; the next call decodes again.  Running frames keep what they run."""
        self.entry = self.other = None
        if settings.probing is None:  # else running frames need them
            self.probed = None
        self.arity = -1
        self.release()

    def release(self) -> None:
        """Let go of what was kept to be used again."""
        self.pool = []
        self.callers = {}

    @hidden
    def positions(self, offset: int) -> tuple[int | None, int | None, int | None, int | None]:
        """(line, end line, column, end column) of the instruction at a byte offset."""
        if self._positions is None:
            self._positions = list(self.code.co_positions())
        index = offset // 2
        if index < len(self._positions):
            return self._positions[index]  # type: ignore[no-any-return]
        return (None, None, None, None)

    def argrepr(self, offset: int) -> str:
        """The meaning of the operand of the instruction at a byte offset, as dis shows it."""
        if self._argreprs is None:
            from peephole.disassembly import disassemble

            self._argreprs = {i.offset: i.argrepr for i in disassemble(self.code)}
        return self._argreprs.get(offset, "")

    @hidden
    def locals_of(self, frame: Frame) -> dict[str, Any]:
        """The bound variables of a frame, by name."""
        if frame.locals is not None:
            return frame.locals  # type: ignore[no-any-return]
        return self.fast_locals(frame)

    @hidden
    def fast_locals(self, frame: Frame) -> dict[str, Any]:
        """The bound local, cell and free variables of a frame, by name."""
        result: dict[str, Any] = {}
        r = frame.r
        for i, name in enumerate(self.names):
            value = r[i]
            if value is NULL:
                continue
            if type(value) is CellType and i in self.cells:
                try:
                    value = value.cell_contents
                except ValueError:
                    continue
            result[name] = value
        return result


_NO_CELLS: frozenset[int] = frozenset()


def _cell_slots(code: CodeType, names: list[str], first_free: int) -> frozenset[int]:
    if not code.co_cellvars and not code.co_freevars:
        return _NO_CELLS
    cells = {names.index(name) for name in code.co_cellvars}
    return frozenset(cells.union(range(first_free, len(names))))


def slot_names(code: CodeType) -> list[str]:
    """The names of a code object's local, cell and free variables, by slot."""
    names = list(code.co_varnames)
    names += [name for name in code.co_cellvars if name not in names]
    return names + list(code.co_freevars)


#: executables that are decoded, the oldest first, with their numbers of steps, and the sum of these
decoded: dict[ref[Executable], int] = {}
#: entries whose executable has died since the last one was decoded
_dead: list[ref[Executable]] = []
_step_count = 0

#: what a decoded instruction takes, in bytes (its node, its step, a number or two)
_STEP_SIZE = 256
#: bytes of decoded instructions that are always kept, and the part of the process's other memory
#: that they may grow to
_KEPT = 4 << 20
_SHARE = 0.25
#: how many steps are made between two looks at the memory
_INTERVAL = 20_000
_until_look = _INTERVAL


@hidden
def make_room_for(executable: Executable, count: int) -> None:
    """Keep the memory that decoded code takes in bounds: forget what was decoded first."""
    global _step_count, _until_look
    while _dead:
        _step_count -= decoded.pop(_dead.pop(), 0)
    entry = ref(executable, _dead.append)
    # it may itself have been decoded in the other way before
    decoded[entry] = decoded.get(entry, 0) + count
    _step_count += count
    _until_look -= count
    if _until_look > 0 or getrusage is None:
        return
    _until_look = _INTERVAL
    _step_count = sum(list(decoded.values()))  # other threads decode, too
    resident = getrusage(0).ru_maxrss * 1024  # RUSAGE_SELF
    allowed = _KEPT + _SHARE * max(0, resident - _step_count * _STEP_SIZE)
    for entry in list(decoded):
        if _step_count * _STEP_SIZE <= allowed:
            break
        oldest = entry()
        if oldest is not executable:
            _step_count -= decoded.pop(entry, 0)
            if oldest is not None:
                oldest.forget()


class _Instruction:
    __slots__ = ("index", "node", "offset", "oparg", "row", "step", "target")

    def __init__(self, offset: int, start: int, row: _Row, oparg: int) -> None:
        self.offset = offset
        self.index = start
        self.row = row
        self.oparg = oparg
        self.node: Node | None = None
        self.target = -1
        self.step: Step | None = None


@hidden
def _decode(executable: Executable) -> tuple[Node, int]:
    """Decode a code object: its first node and how many there are."""
    code = executable.code
    units = code.co_code
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
        elif pending is not None and row.name == "CALL" and _keywords_row is not None:
            row = _keywords_row
            keywords[len(instructions)] = pending
            pending = None
        instruction = _Instruction(offset, start, row, oparg)
        following = offset + 2 + 2 * row.caches
        if row is _keywords_row:
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


@hidden
def _linked(
    executable: Executable,
    instructions: list[_Instruction],
    at: dict[int, int],
    keywords: dict[int, Any],
) -> tuple[Node, int]:
    code = executable.code
    base = executable.base
    depths = _depths(code, instructions, at)
    values = operand_values(code, _table)
    count = 0
    # a generator's frame sees to it itself (see `peephole.machine.generators`)
    in_order = executable.size > 1 and not code.co_flags & GENERATOR_KINDS
    for i, instruction in enumerate(instructions):
        depth = depths[i]
        if depth is None:
            continue
        row = instruction.row
        oparg = instruction.oparg
        popped = row.popped if type(row.popped) is int else row.popped(oparg)
        leaf = row.leaf
        if row.select is not None:
            leaf = row.leaves.get(row.select(oparg), leaf)
        opname = row.name if i not in keywords else "CALL"
        kind = CallStep if opname.startswith("CALL") else _STEP_KINDS.get(opname, Step)
        step = kind(executable, instruction.offset, opname, oparg, base + depth)
        if i in keywords:
            operand = step.names = keywords[i]  # type: ignore[attr-defined]
        else:
            resolve = values.get(row.kind)
            operand = oparg if resolve is None else resolve(oparg)
        first = base + depth - popped
        if leaf in _ANSWERED_LEAVES and operand in ATTRIBUTES:
            leaf, operand = _ANSWERED_LEAVES[leaf], ATTRIBUTES[operand]
        elif leaf in _CHECKED_LEAVES and settings.lazy_imports:
            leaf = _CHECKED_LEAVES[leaf]
        elif leaf in _IN_ORDER_LEAVES and in_order:
            leaf = _IN_ORDER_LEAVES[leaf]
        elif leaf == _STORE_LEAF and operand in STORED:
            leaf, operand = _ANSWERED_STORE_LEAF, STORED[operand]
        elif leaf == _DELETE_LEAF and operand in DELETED:
            leaf, operand = _ANSWERED_DELETE_LEAF, DELETED[operand]
        if leaf in _SECOND_SLOT:
            operand = first + 1
        instruction.node = [leaf, first, operand, None, step]
        count += 1
    _link(instructions, at)
    plain = settings.observer is None and settings.probing is None
    if plain:
        for instruction in instructions:
            if instruction.row.name == "SEND" and instruction.node is not None:
                _let_delegate(instruction.node)
    _set_handlers(code, instructions, at, base)
    entry = instructions[0].node
    assert entry is not None
    if plain:
        entry = _shortened(instructions)
        if settings.translate_after:
            _watch(instructions, at, entry)
    elif settings.probing is not None:
        settings.probing.put_in(executable, instructions)
    return entry, count


@hidden
def _watch(instructions: list[_Instruction], at: dict[int, int], entry: Node) -> None:
    """Count how often the code is begun, its loops go round, its handlers are come to."""
    watch(entry)
    for instruction in instructions:
        node = instruction.node
        if node is None:
            continue
        if 0 <= instruction.target < instruction.offset and node[2][4].opname != "SEND":
            watch(node[2])
        if node[4].handler is not None:
            watch(node[4].handler[0])


@hidden
def _let_delegate(node: Node) -> None:
    """Let a SEND be a yield of the subiterator: the generator's trampoline delegates to it, and
    what that returns takes the place of what SEND leaves as it jumps."""
    node[0] = _YIELD_LEAF
    if CLEANS_UP_THROWS:  # the value lies above the subiterator, else in its place
        node[1] += SEND_INPUTS - 1
    node[3] = node[2]


@hidden
def _shortened(instructions: list[_Instruction]) -> Node:
    """Link past instructions that do nothing or only jump: nobody observes them.

    Return the first node.  A loop of nothing but such instructions is left as it is.
    """

    def beyond(instruction: _Instruction) -> Node:
        seen: set[int] = set()
        node = instruction.node
        assert node is not None
        first = node
        while rows[id(node)].role and id(node) not in seen:
            seen.add(id(node))
            follower = node[2] if rows[id(node)].role == "jump" else node[3]
            if follower is None:
                return first
            node = follower
        return first if id(node) in seen else node

    rows = {id(i.node): i.row for i in instructions if i.node is not None}
    by_node = {id(i.node): i for i in instructions if i.node is not None}
    landing = {key: beyond(instruction) for key, instruction in by_node.items()}
    for instruction in by_node.values():
        node = instruction.node
        assert node is not None
        if node[3] is not None:
            node[3] = landing[id(node[3])]
        if instruction.target >= 0:
            node[2] = landing[id(node[2])]
        handler = node[4].handler
        if handler is not None:
            node[4].handler = (landing[id(handler[0])], *handler[1:])
    return landing[id(instructions[0].node)]


@hidden
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


@hidden
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


@hidden
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
