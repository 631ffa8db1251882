"""What a signal has raised where CPython looks at no signals: it is put off.

The host takes a signal behind any instruction of the guest, CPython only at some. Between them lies
what code relies on not to be interrupted: from `__enter__` to the `with` block, from the block to
`__exit__`. So the guest goes on, one instruction at a time: a node with a probe leads to a copy of
the next instruction, and this to such nodes again.
"""

from __future__ import annotations

from types import BuiltinFunctionType, FunctionType, MethodType

from peephole.isa import operands
from peephole.machine.assembling import code_units
from peephole.machine.calls import ANSWERED, DIRECT, plain_executable
from peephole.machine.frame import CallStep, Step
from peephole.machine.handlers import handler_at
from peephole.machine.hiding import hide_all
from peephole.machine.host_loops import goes_on_at, variables_of
from peephole.machine.rows import (
    DONE,
    EXTENDED_ARG,
    JUMPS_BEFORE_SIGNALS,
    PROBE_LEAF,
    RETURNS,
    SPECIAL_LEAVES,
    SUSPENDS,
    TAKES_SIGNALS,
    rows,
)
from peephole.machine.special import lookup
from peephole.machine.thread import current_thread
from peephole.machine.translate import entries
from peephole.machine.translate.entries import content
from peephole.machine.values import NULL
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from peephole.machine.executable import Executable
    from peephole.machine.frame import Frame, Node
    from peephole.machine.thread import ThreadState

_JUMPS = frozenset(operands.JUMPS)
_CALLS_FOR_WITH = frozenset(SPECIAL_LEAVES.values())
#: marks of a resumption behind which CPython looks for no signals: yield from, await
_DELEGATES = 2


def put_off(thread: ThreadState, node: Node) -> Node:
    """Where to go on instead of at a node: `thread.late` is raised where signals are taken."""
    exception, thread.late = thread.late, None
    assert exception is not None
    step = content(node)[4]
    return _Pending(thread, exception).before(node, step.owner, step.offset)


def _go_on(node: Node, exception: BaseException) -> Node:
    """Where to go on instead of at a node, if a signal has raised an exception while the machine
    itself did something; else it is raised."""
    thread = current_thread()
    if exception is thread.interrupted:
        exception.__traceback__ = thread.handler_traceback
    elif type(exception) is KeyboardInterrupt:
        exception.__traceback__ = None
    else:
        raise exception
    thread.interrupted = thread.handler_traceback = None
    thread.late = exception
    return put_off(thread, node)


class _Pending:
    """An exception on its way to the next instruction that takes signals."""

    __slots__ = ("evaluate", "exception", "thread")

    def __init__(self, thread: ThreadState, exception: BaseException) -> None:
        if thread.pending is not None:
            thread.pending.end()
        self.thread = thread
        self.exception: BaseException | None = exception
        self.evaluate = thread.evaluate
        thread.evaluate = self
        thread.pending = self

    def __call__(self, thread: ThreadState, frame: Frame, thrown: Any = None) -> Any:
        """What the thread evaluates a frame with meanwhile: signals are taken as it begins."""
        evaluate = self.evaluate
        if thread.pending is self and thrown is None:
            step = goes_on_at(frame)
            if frame.node is frame.executable.entry:
                step = beginning(frame.executable, step)
            frame.node = [PROBE_LEAF, 0, _Probe(self, step), frame.node, step]
        return evaluate(thread, frame, thrown)

    def end(self) -> BaseException:
        """Nothing is pending any more: what was."""
        exception, self.exception = self.exception, None
        assert exception is not None
        self.thread.pending = None
        if self.thread.evaluate is self:
            self.thread.evaluate = self.evaluate
        return exception

    def go_on_in(self, handler: Node) -> Node:
        """Where to go on in a handler of another exception."""
        step = content(handler)[4]
        return self.before(handler, step.owner, step.offset)

    def before(self, node: Node, owner: Executable, start: int) -> Node:
        """What leads to a node, by instructions from an offset on that are linked past."""
        step = content(node)[4]
        probe = _Probe(self, _taken_on_the_way(owner, start, step))
        return [PROBE_LEAF, node[1], probe, node, step]

    def raise_at(self, step: Step) -> None:
        exception = self.end()
        self.thread.taken = exception, step
        raise exception


class _Probe:
    """Stands before an instruction, or (`taken`) at one that takes signals."""

    __slots__ = ("pending", "taken")

    def __init__(self, pending: _Pending, taken: Step | None) -> None:
        self.pending = pending
        self.taken = taken

    def __call__(self, thread: ThreadState, frame: Frame, step: Step, node: Node) -> Node:
        pending = self.pending
        if pending.exception is None or pending.thread is not thread:
            return node
        if self.taken is not None:
            pending.raise_at(self.taken)
        plain = content(node)
        step = plain[4]
        copy = list(plain)
        behind = _behind(step)
        copy[3] = plain[3] and pending.before(plain[3], step.owner, behind)
        if step.opname in RETURNS:
            _return(thread, frame, step, pending)
        elif step.opname in SUSPENDS or rows[step.opcode].name in SUSPENDS:
            pending.raise_at(step)
        elif type(step) is CallStep and step.opname in TAKES_SIGNALS:
            _call(frame, plain, copy, pending)
        elif rows[step.opcode].kind in _JUMPS:
            copy[2] = pending.before(plain[2], step.owner, _target(step, behind))
            if step.opname in TAKES_SIGNALS:  # where it jumps
                taking = Step(step.owner, step.offset, step.opname, step.oparg, step.sp)
                copy[2][2] = _Probe(pending, _taking(taking))
        elif takes_signals(step):
            pending.raise_at(step)
        return copy


def _return(thread: ThreadState, frame: Frame, step: Step, pending: _Pending) -> None:
    """It is the caller that goes on."""
    base, outer = variables_of(thread.host, ("base", "outer"))  # type: ignore[arg-type]
    back = frame.back
    if frame is not base and back is not None:
        back.node = pending.before(back.node, back.executable, _behind(back.step))
    elif outer is not None and variables_of(outer, ("step",))[0].opname in DONE:
        thread.late = pending.end()
    else:
        pending.raise_at(step)


def _call(frame: Frame, plain: Node, copy: Node, pending: _Pending) -> None:
    """Signals are taken behind a call of C code, and as Python code begins."""
    callable = frame.r[plain[1]]
    if callable is NULL:
        callable = frame.r[plain[1] + 1]
    kind = type(callable)
    step = plain[4]
    if (kind is BuiltinFunctionType and callable not in ANSWERED) or kind in DIRECT:
        if plain[0] not in _CALLS_FOR_WITH:
            copy[3][2] = _Probe(pending, step)
        return
    if kind is type and _makes_no_frame(callable):
        copy[3][2] = _Probe(pending, step)
        return
    function = callable.__func__ if kind is MethodType else callable
    executable = plain_executable(function) if type(function) is FunctionType else None
    if executable is None:
        pending.raise_at(step)
        return
    entry = executable.decode()
    probe = _Beginning(pending, executable, entry)
    executable.entry = [PROBE_LEAF, entry[1], probe, entry, entry[4]]


def _makes_no_frame(cls: type) -> bool:
    """Whether the host runs no Python code but the guest's as it makes an instance."""
    for name in ("__new__", "__init__"):
        made_by = lookup(cls, name)
        if type(made_by) is staticmethod:
            made_by = made_by.__func__
        if type(made_by) is FunctionType and plain_executable(made_by) is None:
            return False
    return True


class _Beginning:
    """Stands where a function begins that is called next."""

    __slots__ = ("entry", "executable", "pending")

    def __init__(self, pending: _Pending, executable: Executable, entry: Node) -> None:
        self.pending = pending
        self.executable = executable
        self.entry = entry

    def __call__(self, thread: ThreadState, frame: Frame, step: Step, node: Node) -> Node:
        if thread is self.pending.thread:
            if self.executable.entry is not None:
                self.executable.entry = self.entry
            if self.pending.exception is not None:
                self.pending.raise_at(beginning(self.executable, content(node)[4]))
        return node


def beginning(executable: Executable, first: Step) -> Step:
    """The RESUME of a function, or what it begins with."""
    return _taken_on_the_way(executable, 0, first) or first


def _taken_on_the_way(owner: Executable, offset: int, to: Step) -> Step | None:
    """The first instruction that takes signals from an offset on, before a step."""
    units = code_units(owner.code)
    extended = 0
    for _ in units:
        if offset >= len(units) or (owner is to.owner and offset == to.offset):
            return None
        oparg = units[offset + 1] | extended
        extended = oparg << 8 if units[offset] == EXTENDED_ARG else 0
        row = rows.get(units[offset])
        if row is None:
            offset += 2
            continue
        step = Step(owner, offset, row.name, oparg, to.sp)
        if takes_signals(step):
            return _taking(step)
        offset = _target(step, _behind(step)) if row.role == "jump" else _behind(step)
    return None


def _taking(step: Step) -> Step:
    """A step at which signals are taken, with its handler."""
    at = step.offset
    if JUMPS_BEFORE_SIGNALS and rows[step.opcode].kind == operands.JUMP_BACKWARD:
        at = _target(step, _behind(step)) - 2
    step.handler = handler_at(step.owner, at)
    return step


def takes_signals(step: Step) -> bool:
    """Whether CPython looks for signals at an instruction."""
    if step.opname not in TAKES_SIGNALS:
        return False
    return rows[step.opcode].role != "idle" or step.oparg < _DELEGATES


def _behind(step: Step) -> int:
    """The offset behind an instruction and its caches."""
    caches: int = rows[step.opcode].caches
    return step.offset + 2 + 2 * caches


def _target(step: Step, behind: int) -> int:
    """The offset that an instruction jumps to."""
    backward = rows[step.opcode].kind == operands.JUMP_BACKWARD
    distance = 2 * step.oparg
    return behind - distance if backward else behind + distance


hide_all(globals())
entries.go_on = _go_on
