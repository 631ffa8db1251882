"""From code without probes to code with them, and back, while it runs.

Every executable keeps both ways to decode it; what calls it from now on finds the other one.  What
runs already goes on at nodes of the old one: those of the thread that is going to be traced are
led over where they go on next.
"""

from __future__ import annotations

from types import FunctionType

from peephole.machine import kept_code
from peephole.machine.events import Observer
from peephole.machine.executable import Executable
from peephole.machine.frame import EntryStep
from peephole.machine.generators import GeneratorFrame
from peephole.machine.hiding import hide_all
from peephole.machine.host_loops import variables_of
from peephole.machine.probes import events, raising, sites
from peephole.machine.rows import PROBE_LEAF
from peephole.machine.settings import settings
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from peephole.machine.frame import Frame, Node, Step
    from peephole.machine.thread import ThreadState


#: what was changed in nodes without probes, to be changed back
_led: list[tuple[Node, Node]] = []
_handled: list[tuple[Step, Any]] = []


class _Probing:
    """What the rest of the machine needs of the probes."""

    put_in = staticmethod(sites.put_in)
    unwind = staticmethod(raising.unwind_told)

    @staticmethod
    def go_on(frame: Frame, node: Node) -> Node:
        """Where a frame goes on with probes that would go on at a node without."""
        return _probed(frame.executable).get(node[4].offset, node)

    thrown = staticmethod(raising.tell_thrown)


class _Mover(Observer):
    """Hears of generators that go on, to lead them over."""

    def resume(self, frame: Frame) -> None:
        if type(frame) is GeneratorFrame and settings.probing is not None:
            _move(frame)


_mover = _Mover()


def update(thread: ThreadState) -> None:
    """Begin to put probes in where somebody listens by now, stop where nobody does any more."""
    if events.listening():
        if settings.probing is None:
            settings.probing = _Probing
            _exchange()
        _lead_over(thread)
        if thread.observer is None:
            thread.observer = _mover
    elif settings.probing is not None:
        settings.probing = None
        for node, old in _led:
            node[:] = old
        for step, handler in _handled:
            step.handler = handler
        _led.clear()
        _handled.clear()
        _exchange()
    if thread.observer is _mover and not events.listening():
        thread.observer = None


def _exchange() -> None:
    """Let every executable that is decoded be found decoded in the other way."""
    for reference in list(kept_code.decoded):  # guest code may run in between
        executable = reference()
        if executable is None:
            continue
        executable.entry, executable.other = executable.other, executable.entry
        executable.arity = -1
        if executable.entry is not None:
            executable.set_arity()


def _lead_over(thread: ThreadState) -> None:
    """Let the frames of a thread go on with probes."""
    current = {id(frame): step for frame, step in _at_instructions(thread)}
    frame = thread.frame
    while frame is not None:
        if id(frame) not in current:
            _move(frame)
        frame = frame.back


def _at_instructions(thread: ThreadState) -> list[tuple[Frame, Step]]:
    """The frames that evaluation loops are at, the innermost first: what each does next is led
    over."""
    found = []
    host = thread.host
    frame: Any
    step: Any
    node: Any
    while host is not None:
        frame, step, node, x, host = variables_of(host, ("frame", "step", "node", "x", "outer"))
        if frame is None or step is None or step.owner is not frame.executable:
            continue
        if type(step) is EntryStep:  # translated code looks for probes behind each call
            continue
        found.append((frame, step))
        frame.step = step
        nodes = _probed(frame.executable)
        if nodes.get(step.offset, (None,) * 5)[4] is step:
            continue  # with probes already
        if step.opname in _GO_ON and step.offset in nodes:
            _lead(node, nodes[step.offset][3][3])
        else:
            follower: Any
            for follower in (node, x):
                if _is_node(follower) and follower[4].offset in nodes:
                    _lead(follower, nodes[follower[4].offset])
        probed = nodes[step.offset][4]
        _handled.append((step, step.handler))
        step.handler = probed.handler
    return found


#: calls: they go on at the next instruction
_GO_ON = frozenset({"CALL", "CALL_KW", "CALL_FUNCTION_EX"})


def _is_node(value: Any) -> bool:
    return type(value) is list and len(value) == 5 and hasattr(value[4], "owner")


def _lead(node: Node, to: Node) -> None:
    """Let a node without a probe lead to one with."""
    if node[0] == PROBE_LEAF:
        return
    _led.append((node, node.copy()))
    node[:] = [PROBE_LEAF, node[1], _pass, to, node[4]]


def _pass(thread: ThreadState, frame: Frame, step: Step, node: Node) -> Node:
    return node


def _move(frame: Frame) -> None:
    """Let a frame that waits for a call or at a yield go on with probes."""
    step = getattr(frame, "step", None)
    nodes = _probed(frame.executable)
    if step is None or nodes.get(step.offset, (None,) * 5)[4] is step:
        return
    if step.offset in nodes:
        probed = nodes[step.offset]
        frame.step = probed[4]
        behind = probed[3] if probed[0] == PROBE_LEAF else probed
        frame.node = behind[2] if step.opname == "SEND" else behind[3]


def _probed(executable: Executable) -> dict[int, Node]:
    """The nodes with probes, by offset."""
    executable.decode()
    if executable.probed is None:
        executable.forget()
        executable.decode()
    nodes: dict[int, Node] = executable.probed  # type: ignore[assignment]
    return nodes


hide_all(globals())
assert isinstance(_Mover.resume, FunctionType)
