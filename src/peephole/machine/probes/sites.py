"""Sites: the probe of one instruction, which tells what the instruction means."""

from __future__ import annotations

from opcode import opmap
from types import (
    BuiltinFunctionType,
    CoroutineType,
    FunctionType,
    GeneratorType,
    MethodDescriptorType,
    MethodType,
    MethodWrapperType,
    WrapperDescriptorType,
)

from peephole.machine.decoder import exception_entries
from peephole.machine.generator_code import HAS_INDEX, NULL_FIRST
from peephole.machine.hiding import hide_all
from peephole.machine.probes.events import State, heard, listening, state_of, tell
from peephole.machine.probes.lines import MARKED, begins_line, marked_lines
from peephole.machine.probes.versions import (
    EXPANDS_METHODS,
    JUMPS_FROM_YIELD,
    RETURNS_AT_ONCE,
    TELLS_OF_UNPACKING,
    TOLD_AT_TARGET,
    TOLD_BEHIND_YIELD,
    TWO_BRANCHES,
)
from peephole.machine.rows import PROBE_LEAF, rows
from peephole.machine.values import NULL
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from peephole.machine.executable import Executable
    from peephole.machine.frame import Frame, Node, Step
    from peephole.machine.thread import ThreadState

    #: tells the events of one kind of instruction
    Telling = Callable[["Site", ThreadState, State, Frame, Step, Node], None]


class Site:
    """The probe before one instruction."""

    __slots__ = ("calls_method", "calls_super", "is_resume", "marked", "target", "telling")

    def __init__(self, opname: str, marked: bool, target: int) -> None:
        self.is_resume = opname == "RESUME"
        #: whether it calls what has been loaded as a method
        self.calls_method = False
        #: whether it calls an attribute of super()
        self.calls_super = False
        #: whether it can begin a line
        self.marked = marked
        #: the offset that it jumps to
        self.target = target
        self.telling = _TELLING.get(opname)

    def __call__(self, thread: ThreadState, frame: Frame, step: Step, node: Node) -> Node:
        """The loop is at the instruction; the node to go on at is returned."""
        previous = getattr(frame, "step", step)
        frame.step = step
        state = thread.probing
        if state is None:
            if not listening():
                return node
            state = state_of(thread)
        if state.busy:
            return node
        if frame in state.awaited:
            tell("C_RETURN", thread, state, frame, *state.awaited.pop(frame))
        if frame in state.iterated:
            kind, sent = state.iterated.pop(frame)
            if previous.opname in _ITERATING and step.offset != _behind(previous):
                frame.step = previous
                _exhausted(thread, state, frame, previous, kind, sent)
                frame.step = step
        if frame in state.branched:
            _told_branch(thread, state, frame, state.branched.pop(frame), step)
            if state.landing is not None:
                node, state.landing = state.landing, None
                frame.step = node[4]
                return node
        if not self.is_resume:
            if self.marked and heard["LINE"] and begins_line(step, previous):
                tell("LINE", thread, state, frame, step)
                if state.landing is not None:
                    node, state.landing = state.landing, None
                    frame.step = node[4]
                    return node
            if heard["INSTRUCTION"] and step.opname not in _NO_INSTRUCTION:
                tell("INSTRUCTION", thread, state, frame, step)
        if self.telling is not None:
            self.telling(self, thread, state, frame, step, node)
            if state.landing is not None:  # at a yield, or behind it
                landing, state.landing = state.landing, None
                if JUMPS_FROM_YIELD:
                    frame.step = landing[4]
                    return landing  # type: ignore[no-any-return]
                node = [*node[:3], landing, step]
        return node


def _resume(
    site: Site, thread: ThreadState, state: State, frame: Frame, step: Step, node: Node
) -> None:
    tell("PY_RESUME" if step.oparg & 3 else "PY_START", thread, state, frame, step)


def _iterate(
    site: Site, thread: ThreadState, state: State, frame: Frame, step: Step, node: Node
) -> None:
    if heard["RAISE"]:
        iterator = frame.r[node[1]]
        sent = step.opname == "SEND" and frame.r[step.sp - 1] is not None
        state.iterated[frame] = type(iterator), sent
        state.ended = None


def _behind(step: Step) -> int:
    """The offset of the instruction behind another one."""
    nodes = step.owner.probed
    assert nodes is not None
    behind: int = nodes[step.offset][3][3][4].offset
    return behind


def _exhausted(
    thread: ThreadState, state: State, frame: Frame, step: Step, kind: type, sent: bool
) -> None:
    """Tell of the StopIteration that has ended a loop, where there was one."""
    ended = state.ended
    if kind in _GENERATORS:
        if MARKED and step.opname == "SEND":  # END_SEND tells
            return
        if ended is None and not sent and kind is GeneratorType:
            return
        ended = StopIteration() if ended is None else StopIteration(ended)
    elif kind.__name__ in _AWAITABLES:
        ended = StopIteration()
    elif type(getattr(kind, "__next__", None)) is not FunctionType:
        return
    elif not isinstance(ended, StopIteration):
        ended = StopIteration()
    tell("RAISE", thread, state, frame, step, ended)


def _return(
    site: Site, thread: ThreadState, state: State, frame: Frame, step: Step, node: Node
) -> None:
    _told_return(thread, state, frame, step, frame.r[node[1]])


def _told_return(thread: ThreadState, state: State, frame: Frame, step: Step, value: Any) -> None:
    if frame.is_generator:
        state.ended = value
    _told_leaving("PY_RETURN", thread, state, frame, step, value)


def _told_leaving(
    event: str, thread: ThreadState, state: State, frame: Frame, step: Step, value: Any
) -> None:
    if RETURNS_AT_ONCE:
        state.leaving = frame
    tell(event, thread, state, frame, step, value)
    state.leaving = None


def _return_const(
    site: Site, thread: ThreadState, state: State, frame: Frame, step: Step, node: Node
) -> None:
    _told_return(thread, state, frame, step, node[2])


def _yield(
    site: Site, thread: ThreadState, state: State, frame: Frame, step: Step, node: Node
) -> None:
    if TOLD_BEHIND_YIELD:
        frame.step = node[3][4]
    _told_leaving("PY_YIELD", thread, state, frame, step, frame.r[node[1]])
    frame.step = step


def _jump(
    site: Site, thread: ThreadState, state: State, frame: Frame, step: Step, node: Node
) -> None:
    if heard["JUMP"]:
        if TOLD_AT_TARGET:
            frame.step = node[2][4]
        tell("JUMP", thread, state, frame, step, site.target)
        frame.step = step


def _branch(
    site: Site, thread: ThreadState, state: State, frame: Frame, step: Step, node: Node
) -> None:
    if heard["BRANCH"] or heard["BRANCH_LEFT"] or heard["BRANCH_RIGHT"]:
        state.branched[frame] = step


def _told_branch(thread: ThreadState, state: State, frame: Frame, branch: Step, step: Step) -> None:
    """Tell where a branch has led to."""
    event = "BRANCH"
    target = step.offset
    if TWO_BRANCHES:
        event = "BRANCH_LEFT" if step.offset == _behind(branch) else "BRANCH_RIGHT"
        if step.opname in _MARKS_OF_BRANCHES:
            target += 2
    frame.step = branch
    tell(event, thread, state, frame, branch, target)
    if state.landing is None:
        frame.step = step


def _iterate_or_end(
    site: Site, thread: ThreadState, state: State, frame: Frame, step: Step, node: Node
) -> None:
    _iterate(site, thread, state, frame, step, node)
    _branch(site, thread, state, frame, step, node)


def _call(
    site: Site, thread: ThreadState, state: State, frame: Frame, step: Step, node: Node
) -> None:
    if not heard["CALL"]:
        return
    r, slot = frame.r, node[1]
    callable: Any = r[slot]
    first: Any = r[slot + 1]
    if NULL_FIRST:
        if callable is NULL:
            callable = first
            first = r[slot + 2] if step.oparg else NULL
    elif first is NULL and step.oparg:
        first = r[slot + 2]
    if site.calls_method and type(callable) in _METHODS:
        descriptor = getattr(type(callable.__self__), callable.__name__, None)
        if type(descriptor) is _METHODS[type(callable)]:  # the machine loads it bound
            callable, first = descriptor, callable.__self__
    if EXPANDS_METHODS:
        if type(callable) is MethodType:
            callable, first = callable.__func__, callable.__self__
    elif type(callable) is FunctionType and (
        (site.calls_super and first is not NULL)
        or (isinstance(first, type) and _is_of_class(callable, first))
    ):
        callable = MethodType(callable, first)
        first = r[slot + 2] if step.oparg else NULL
    _told_call(thread, state, frame, step, callable, first)


#: bound methods of C code, and the descriptors that CPython loads in their place
_METHODS: dict[type, type] = {
    BuiltinFunctionType: MethodDescriptorType,
    MethodWrapperType: WrapperDescriptorType,
}


def _is_of_class(callable: FunctionType, cls: type) -> bool:
    """Whether the machine has taken apart a class method, which CPython leaves in one piece."""
    found = getattr(cls, callable.__name__, None)
    return type(found) is MethodType and found.__self__ is cls and found.__func__ is callable


def _call_super(
    site: Site, thread: ThreadState, state: State, frame: Frame, step: Step, node: Node
) -> None:
    if heard["CALL"]:
        r, slot = frame.r, node[1]
        first = r[slot + 1] if step.oparg & _SUPER_WITH_ARGUMENTS else NULL
        _told_call(thread, state, frame, step, r[slot], first)


#: the bit of LOAD_SUPER_ATTR's oparg that says that super was called with arguments
_SUPER_WITH_ARGUMENTS = 2


def _call_unpacking(
    site: Site, thread: ThreadState, state: State, frame: Frame, step: Step, node: Node
) -> None:
    if not heard["CALL"]:
        return
    r, slot = frame.r, node[1]
    arguments = r[slot + 2]
    first = arguments[0] if type(arguments) in (list, tuple) and arguments else NULL
    callable = r[slot + NULL_FIRST]
    if TELLS_OF_UNPACKING or type(callable) not in (FunctionType, MethodType):
        _told_call(thread, state, frame, step, callable, first)


def _told_call(
    thread: ThreadState, state: State, frame: Frame, step: Step, callable: Any, first: Any
) -> None:
    tell("CALL", thread, state, frame, step, callable, first)
    function = callable.__func__ if type(callable) is MethodType else callable
    if type(function) is not FunctionType:
        state.awaited[frame] = step, callable, first


def _end_send(
    site: Site, thread: ThreadState, state: State, frame: Frame, step: Step, node: Node
) -> None:
    if heard["STOP_ITERATION"] and type(frame.r[node[1]]) in _GENERATORS:
        ended = _set_as_exception(frame.r[step.sp - 1])
        tell("STOP_ITERATION", thread, state, frame, step, ended)
    if TWO_BRANCHES and step.owner.code.co_code[step.offset + 2] == _NOT_TAKEN:
        _branch(site, thread, state, frame, step, node)


def _set_as_exception(value: Any) -> StopIteration:
    """What StopIteration becomes with a value where C code sets it (PyErr_SetObject)."""
    if isinstance(value, StopIteration):
        return value
    if value is None:
        return StopIteration()
    return StopIteration(*value) if isinstance(value, tuple) else StopIteration(value)


def _end_async_for(
    site: Site, thread: ThreadState, state: State, frame: Frame, step: Step, node: Node
) -> None:
    """Where the loop ends: the END_SEND that its oparg leads back to has branched."""
    if TWO_BRANCHES and isinstance(frame.r[step.sp - 1], StopAsyncIteration):
        nodes = step.owner.probed
        assert nodes is not None
        _branch(site, thread, state, frame, nodes[step.offset + 2 - 2 * step.oparg][4], node)


_NOT_TAKEN = opmap.get("NOT_TAKEN")
_GENERATORS = frozenset({GeneratorType, CoroutineType})
#: instructions at whose end StopIteration may be told of
_ITERATING = frozenset({"FOR_ITER", "SEND"})
#: awaitables made by C code that always end with a StopIteration
_AWAITABLES = frozenset(() if HAS_INDEX else {"async_generator_asend", "async_generator_athrow"})

#: what is skipped by the instruction that leads to it
_NO_INSTRUCTION = frozenset({"RESUME", "END_FOR"})
#: instructions that stand where a branch leads to, for its events
_MARKS_OF_BRANCHES = frozenset({"NOT_TAKEN", "POP_ITER"})

_TELLING: dict[str, Telling] = {
    "RESUME": _resume,
    "RETURN_VALUE": _return,
    "RETURN_CONST": _return_const,
    "YIELD_VALUE": _yield,
    "JUMP_BACKWARD": _jump,
    "JUMP_FORWARD": _jump,
    "CALL": _call,
    "CALL_KW": _call,
    "CALL_KW_NAMES": _call,
    "CALL_FUNCTION_EX": _call_unpacking,
    "END_ASYNC_FOR": _end_async_for,
    "END_SEND": _end_send,
    "LOAD_SUPER_ATTR": _call_super,
    "FOR_ITER": _iterate_or_end,
    "SEND": _iterate,
    **dict.fromkeys(
        [row.name for row in rows.values() if row.name.startswith("POP_JUMP_")], _branch
    ),
}


_CALLS = frozenset({"CALL", "CALL_KW", "CALL_KW_NAMES"})


def _loads_method(opname: str, oparg: int) -> bool:
    """Whether an instruction loads an attribute to call it."""
    return opname == "LOAD_METHOD" or (MARKED and opname == "LOAD_ATTR" and bool(oparg & 1))


def put_in(executable: Executable, instructions: list[Any]) -> None:
    """Put a probe before every instruction of a decoded code object that is traced: those from
    the first RESUME on that the frame itself executes."""
    names = [instruction.row.name for instruction in instructions]
    first = names.index("RETURN_GENERATOR") if "RETURN_GENERATOR" in names else 0
    first = names.index("RESUME", first) if "RESUME" in names[first:] else len(names)
    traced = instructions[first:]
    marked: frozenset[int] | None = None
    if MARKED:
        entries = exception_entries(executable.code.co_exceptiontable)
        marked = marked_lines(executable, traced, [entry[2] for entry in entries])
    nodes: dict[int, Node] = {}
    for instruction in instructions:
        if instruction.node is not None:
            nodes[instruction.index] = nodes[instruction.offset] = instruction.node
    loaded_by: dict[int, Any] = {}
    for instruction in traced:
        node = instruction.node
        if node is not None:
            begins = marked is None or instruction.offset in marked
            name, slot = instruction.row.name, node[1]
            site = Site(name, begins, instruction.target)
            if name.startswith("LOAD_"):
                loaded_by[slot] = instruction
            elif name in _CALLS and slot in loaded_by:
                loaded = loaded_by[slot]
                site.calls_method = _loads_method(loaded.row.name, loaded.oparg)
                site.calls_super = loaded.row.name == "LOAD_SUPER_ATTR" and bool(loaded.oparg & 1)
            node[:] = [PROBE_LEAF, node[1], site, node.copy(), node[4]]
    executable.probed = nodes


hide_all(globals())
