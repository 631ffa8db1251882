"""Segments: the source of a function for what is executed from an entry on."""

from __future__ import annotations

from importlib import import_module
from types import FunctionType

from peephole import isa
from peephole.machine.hiding import hidden, hide_all
from peephole.machine.rows import DIE_FIRST_TO_LAST
from peephole.machine.thread import current_thread
from peephole.machine.translate import entries
from peephole.machine.translate.entries import RUN, SEGMENT, content
from peephole.machine.translate.forms import template_of, unbound_somewhere
from peephole.machine.translate.graph import Graph
from peephole.machine.translate.state import LOCAL, PENDING, SLOT, VARIABLE, Item, State, in_slot
from peephole.machine.translate.writing import Instruction
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from peephole.machine.frame import Node, Step
    from peephole.machine.translate.hearing import Hearing

#: how many instructions a segment is looked for, and how many are written (some twice)
_MOST_NODES = 250
_MOST_WRITTEN = 400
#: how many instructions are written before those are left that are written elsewhere
_FEW = 24
#: how deep statements may be nested
_DEEPEST = 60
_LOOPS = 12
#: segments of fewer instructions are not worth the call
_FEWEST = 2

_globals: dict[str, Any] = {}


def _names() -> dict[str, Any]:
    """What the functions see as their builtins: those, and what the loop imports."""
    if not _globals:
        loop = import_module(f"peephole.machine.loops.v{isa.host_version().replace('.', '_')}")
        names = {k: v for k, v in vars(loop).items() if not k.startswith("__")}
        # at once: a signal may be taken behind any call
        _globals.update({**__builtins__, **names})  # type: ignore[dict-item]
    return _globals


def segment(entry: Node, hearing: Hearing | None) -> tuple[FunctionType | None, list[Node]]:
    """The function for what is executed from an entry on, None where it is not worth the while;
    and the nodes that the loop goes on at behind it.  `hearing`: of who observes, if one does."""
    writer = Writer(entry, hearing)
    behind = list(writer.behind.values())
    if writer.written < _FEWEST:
        return None, behind
    names = writer.names
    names["__builtins__"] = _names()
    exec(compile("\n".join(writer.lines), "<translated>", "exec"), names)
    function = names.pop(SEGMENT)
    assert isinstance(function, FunctionType)
    return hidden(function), behind


class Writer:
    """Writes a segment; `hearing` is how an observer hears of its instructions, if one does."""

    def __init__(self, entry: Node, hearing: Hearing | None) -> None:
        self.graph = Graph(entry, _MOST_NODES)
        self.hearing = hearing
        self.instruction = Instruction if hearing is None else hearing.instruction
        self.lines = [f"def {SEGMENT}(frame, r, thread):"]
        self.names: dict[str, Any] = {}
        self.named: dict[int, str] = {}
        self.behind: dict[int, Node] = {}
        #: the heads of the loops that are being written, and of those that are left by a break
        self.inside: list[int] = []
        self.left: set[int] = set()
        #: how often the frame is told a step
        self.steps = 0
        #: nodes that are written, by identity
        self.seen: set[int] = set()
        self.written = 0
        #: the variables for values on the stack, each with the slot that it is for
        self.variables: dict[str, int] = {}
        step = content(entry)[4]
        self.executable = step.owner
        self.line_of = _lines(self.executable.code)
        #: the local variables of which nothing is known for having been stored to
        self.unbound = unbound_somewhere(self.executable.code)
        state = State(self.executable.base, step.sp - self.executable.base)
        if hearing is not None:
            state.step = step  # the loop has told the frame
            self._begin_to_hear(hearing, content(entry))
        self.guards = None if hearing is None else hearing.guards(entry)
        #: whether something has to be told where an exception leaves the function
        self.guarded = False
        frame = current_thread().frame
        #: the values of now
        self.now = [] if frame is None or frame.executable is not self.executable else frame.r
        start = len(self.lines)
        self.path(entry, state, 1, {})
        if self.guarded:
            self._guard(start)
        if self.variables:
            self.lines.insert(1, f"    if 0: {self._declaration()}")

    def _guard(self, start: int) -> None:
        """Let the observer hear, where an exception leaves the function, of what it has not."""
        assert self.hearing is not None
        lines = [f"    {line}" for line in self.lines[start:]]
        self.lines[start:] = ["    told = ()", "    told_top = None", "    try:", *lines]
        self.emit(1, "except BaseException:")
        self.emit(2, f"{self.name(self.hearing.tell_late, 'F')}(observer, frame, told, told_top)")
        self.emit(2, "raise")

    def _begin_to_hear(self, hearing: Hearing, entry: Node) -> None:
        if hearing.kind is None:
            self.emit(1, "instruction = thread.instruction")
            return
        kind = self.name(hearing.kind, "C")
        self.emit(1, f"if thread.kind is not {kind}: return {self.name(entry, 'N')}")
        self.emit(1, "observer = thread.observer")

    def _declaration(self) -> str:
        """Variables in such an order that the top of the stack is cleared first when an exception
        leaves the function.

        The plain name of a slot's variable is in use for a new value where an instruction has left
        its result in it, which lies deeper.
        """
        order = sorted(self.variables, key=lambda name: (self.variables[name], len(name)))
        if DIE_FIRST_TO_LAST:
            order.reverse()
        return " = ".join([*order, "None"])

    # -- names -----------------------------------------------------------------------------

    def emit(self, level: int, text: str) -> None:
        for line in text.split("\n"):
            self.lines.append("    " * level + line)

    def set_step(self, step: Step, level: int) -> None:
        """Tell the frame which instruction it is in."""
        self.emit(level, f"frame.step = {self.name(step, 'S')}")
        self.steps += 1

    def name(self, value: Any, prefix: str) -> str:
        """The global name of an object."""
        key = id(value)
        name = self.named.get(key)
        if name is None:
            name = self.named[key] = f"{prefix}{len(self.named)}"
            self.names[name] = value
        return name

    def variable(self, slot: int, used: set[str]) -> str:
        """A variable for a value that belongs into a slot, other than those in use."""
        name = f"v{slot}"
        while name in used:
            name += "_"
        self.variables[name] = slot
        return name

    # -- the stack -------------------------------------------------------------------------

    def settle(self, state: State, level: int) -> None:
        """Evaluate what is pending on top of the stack."""
        if state.items and state.items[-1].kind == PENDING:
            top = len(state.items) - 1
            state.items[-1] = self.held(state.items[-1], state.base + top, state.used(), level)

    def held(self, item: Item, slot: int, used: set[str], level: int) -> Item:
        """An item in a variable."""
        name = self.variable(slot, used)
        self.emit(level, f"{name} = {item.text}")
        if item.kind == PENDING:
            self.clear(item.holders, level, but=name)
        elif item.kind == SLOT:
            self.emit(level, f"{item.text} = None")
        held = Item(VARIABLE, name, is_bool=item.is_bool)
        held.atom = item.atom
        return held

    def clear(self, names: list[str], level: int, but: str = "") -> None:
        dead = [name for name in names if name != but]
        if dead:
            self.emit(level, " = ".join([*dead, "None"]))

    def spill(self, state: State, level: int, below: int = -1, leaving: bool = False) -> None:
        """Put values into their slots, all or those below a slot."""
        for i, item in enumerate(state.items):
            slot = state.base + i
            if item.kind == SLOT:
                continue
            if 0 <= below <= slot:
                return
            self.emit(level, f"r[{slot}] = {item.text}")
            holders = item.holders if item.kind == PENDING else []
            if item.kind == VARIABLE:
                holders = [item.text]
            if holders and not leaving:
                self.clear(holders, level)
            state.items[i] = in_slot(slot)
            state.items[i].atom = item.atom

    def tell(self, state: State, level: int) -> None:
        """Let the observer hear of what it has not heard of yet, if there is something."""
        if not state.told:
            return
        assert self.hearing is not None
        step, target = state.told[-1]
        following = "None" if target is None else self.name(target, "S")
        values = {"step": self.name(step, "S"), "target": following, "top": state.top.text}
        self.emit(level, self.hearing.text_of_all(state.told, values))
        if state.guarded:
            self.emit(level, "told = ()")
        state.told = []
        state.last = state.top
        state.guarded = False

    def is_now(self, slot: int, types: frozenset[type]) -> bool:
        """Whether the value of a local variable is now of one of some types."""
        return slot < len(self.now) and type(self.now[slot]) in types

    def forget_local(self, state: State, slot: int, used: set[str], level: int) -> None:
        """A local variable changes: what stood for its value gets it now."""
        for i, item in enumerate(state.items):
            if item.kind == LOCAL and item.slot == slot:
                state.items[i] = self.held(item, state.base + i, used, level)

    # -- paths -----------------------------------------------------------------------------

    def path(
        self, node: Node, state: State, level: int, stops: dict[int, str], first: bool = False
    ) -> None:
        """Write what is executed from a node on, to one of the stops or out of the segment."""
        current: Node | None = node
        while current is not None:
            key = id(current)
            if not first and key in stops:
                self.tell(state, level)
                self.spill(state, level)
                if stops[key]:
                    self.emit(level, stops[key])
                if stops[key] == "break":
                    self.left.add(self.inside[-1])
                return
            if not first and self.must_leave(key, level):
                self._leave_at(current, state, level)
                return
            if key in self.graph.heads and not first:
                current = self._loop(current, state, level)
                state = self.state_at(current, state)
                continue
            first = False
            self.seen.add(key)
            current = self.instruction(self, current, state, level, stops).write()

    def must_leave(self, key: int, level: int) -> bool:
        if self.written > _FEW and (key in self.seen or self._is_entry(key)):
            return True  # it is not worth to be written twice
        return (
            key not in self.graph.nodes
            or self.written >= _MOST_WRITTEN
            or level > _DEEPEST
            or key in self.inside
            or (key in self.graph.heads and len(self.inside) >= _LOOPS)
        )

    def _is_entry(self, key: int) -> bool:
        node = self.graph.nodes.get(key)
        return node is not None and node[0] == RUN

    def _leave_at(self, node: Node, state: State, level: int) -> None:
        self.tell(state, level)
        self.spill(state, level, leaving=True)
        self.emit(level, f"return {self.name(node, 'N')}")
        if id(node) in self.graph.nodes:
            self.behind[id(node)] = node
            return
        plain = content(node)
        for following in (plain[3], plain[2] if type(plain[2]) is list else None):
            if type(following) is list and following and template_of(content(following)):
                self.behind[id(following)] = following

    def _loop(self, head: Node, state: State, level: int) -> Node | None:
        """Write a loop; return the node behind it."""
        self.tell(state, level)
        self.spill(state, level)
        behind = self.graph.behind_loop(head)
        stops = {id(head): "continue"}
        if behind is not None:
            stops[id(behind)] = "break"
        self.emit(level, "while True:")
        self.inside.append(id(head))
        self.left.discard(id(head))
        mark, steps = len(self.lines), self.steps
        state.last = state.top_item()
        inner = state.copy()
        inner.step = None
        inner.atoms = set()
        self.path(head, inner, level + 1, stops, first=True)
        self.inside.pop()
        if self.steps == steps:
            self.set_step(content(head)[4], level)  # for a signal that is taken there
            self.lines.insert(mark - 1, self.lines.pop())
        return behind if id(head) in self.left else None

    def state_at(self, node: Node | None, state: State) -> State:
        """The state where paths have come together: every value in its slot."""
        if node is None:
            return state
        met = State(state.base, content(node)[4].sp - state.base)
        return met


def _lines(code: Any) -> dict[int, int | None]:
    return {offset: line for start, end, line in code.co_lines() for offset in range(start, end, 2)}


hide_all(globals())
entries.segment = segment
