"""The writing of one instruction from its template, given where the values are."""

from __future__ import annotations

from peephole.machine.frame import DoneStep
from peephole.machine.hiding import hide_all
from peephole.machine.rows import FAILING
from peephole.machine.translate.entries import content
from peephole.machine.translate.forms import (
    LEAVES,
    TRUTHS,
    all_harmless,
    counts_of,
    ends_of,
    takes,
    template_of,
)
from peephole.machine.translate.state import (
    LOCAL,
    PENDING,
    SLOT,
    VARIABLE,
    Item,
    State,
)
from peephole.machine.translate.values import Values
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from peephole.machine.frame import Node


#: what a call through the machine has returned
_CALLED = ((("t", "t_value"),),)
#: the test whether a local variable has no value
_UNBOUND = (("l",), " is null")


#: the host looks at signals as it jumps back
_ONCE = (None,)


class Instruction(Values):
    """The writing of one instruction where nobody observes: values stay in variables."""

    def write(self) -> Node | None:
        """Write it; return the node that follows, None where everything that follows is written."""
        writer, state = self.writer, self.state
        writer.written += 1
        template = self._template()
        (
            self.names, lengths, self.kept, self.landing, self.temporaries, operations, self.order
        ) = template  # fmt: skip
        self.ends = ends_of(operations)
        self.is_done = False
        if counts_of(lengths, self.step.oparg) != (1,):
            writer.settle(state, self.level)
        if self.step.handler is not None and not self._is_harmless(operations):
            writer.spill(state, self.level, below=self.step.handler[1])
        if "exit" in self.ends:
            self.whole = state.copy()
        self._take(counts_of(lengths, self.step.oparg))
        self.operations = operations
        self.special = self._special(operations)
        meeting = None
        if "jump" in self.ends and "out" in self.ends:
            meeting = writer.graph.meeting_point(self.node)
            if meeting is not None and id(meeting) in writer.inside:
                meeting = None
        self.meeting = meeting
        self.inner = {k: v for k, v in self.stops.items() if v}
        if meeting is not None and id(meeting) not in self.inner:
            self.inner[id(meeting)] = ""
        else:
            self.meeting = None
        if self._defer(operations):
            return self._next()
        self.done: list[State] = []
        below = state.copy()
        mark = len(writer.lines)
        self._operations(operations, state, self.level)
        if self._dies_otherwise(operations):
            self._spill_where_raised(below, mark)
        if self.meeting is not None:
            met = writer.state_at(self.meeting, state)
            met.bound = state.bound
            self._replace(met)
            return self.meeting
        if not self.done:
            return None
        final = self.done[0]
        if any(other.step is not final.step for other in self.done):
            final.step = None
        self._replace(final)
        return self._next()

    def _dies_otherwise(self, operations: Any) -> bool:
        """Whether operands that are in variables die in an order of their own where this raises."""
        opname = self.step.opname
        if self._is_harmless(operations):
            return False
        if opname not in FAILING:  # only calls, of several arguments that die
            several = max(self.inputs, key=len) if opname.startswith("CALL") else []
            return sum(item.kind == VARIABLE and not item.is_bool for item in several) > 1
        dying = self._dying(self.kept)
        return len(dying) > 1 and any(not text.startswith("r[") for text in dying)

    def _spill_where_raised(self, below: State, mark: int) -> None:
        """Put all values into their slots where the lines from a mark on raise: there the operands
        die first, in their order."""
        writer = self.writer
        below.items += [item for items in self.inputs for item in items]
        lines = [f"    {line}" for line in writer.lines[mark:]]
        writer.lines[mark:] = ["    " * self.level + "try:", *lines]
        writer.emit(self.level, "except BaseException:")
        writer.spill(below, self.level + 1, leaving=True)
        writer.emit(self.level + 1, "raise")

    def _next(self) -> Node:
        following: Node = self.plain[3]
        return following

    def _replace(self, state: State) -> None:
        own = self.state
        own.items, own.step, own.bound = state.items, state.step, state.bound
        own.atoms, own.told, own.top = state.atoms, state.told, state.top
        own.guarded, own.last = state.guarded, state.last

    def _template(self) -> Any:
        items = self.state.items
        null: bool | None = None
        oparg = self.step.oparg
        # the input that may be NULL: 3.13 has it above the callable, before that it is below
        if self.step.opname == "CALL" and len(items) >= oparg + 2:
            item = items[-oparg - 1]
            below = items[-oparg - 2]
            template = template_of(self.plain, None)
            maybe = item if template[0][1] == "self_or_null" else below
            if maybe.text == "null":
                null = True
        return template_of(self.plain, null)

    def _defer(self, operations: Any) -> bool:
        """Put off an expression that the next instruction takes at once."""
        if len(operations) != 1 or operations[0][0] != "out" or self.special != [None]:
            return False
        writer, state, following = self.writer, self.state, self.plain[3]
        dying = self._dying(self.kept)
        holders = [text for text in dying if not text.startswith("r[")]
        key = id(following)
        if (
            len(holders) < len(dying)
            or following is None
            or key in self.stops
            or key in writer.graph.heads
            or writer.must_leave(key, self.level)
        ):
            return False
        _, texts, test, harmless = operations[0]
        if ("u",) in texts[0] or not takes(
            content(following), test is not None, bool(holders), self._same_line(following)
        ):
            return False
        if not harmless:
            self._set_step(state, self.level)
        item = Item(PENDING, f"({self._text(texts[0])})", is_bool=test is not None)
        if test is not None:
            item.test = self._text(test)
        item.holders = holders
        state.items += self._kept_items(self.kept, [item])
        return True

    def _same_line(self, following: Node) -> bool:
        lines = self.writer.line_of
        other = content(following)[4].offset
        return lines.get(self.step.offset) == lines.get(other)

    # -- operations ------------------------------------------------------------------------

    def _set_step(self, state: State, level: int) -> None:
        if state.step is not self.step:
            self.writer.set_step(self.step, level)
            state.step = self.step

    def _set_line(self, state: State, level: int) -> None:
        """What dies here dies at this line."""
        lines = self.writer.line_of
        known = None if state.step is None else lines.get(state.step.offset)
        if state.step is None or known != lines.get(self.step.offset):
            self._set_step(state, level)

    def _is_harmless(self, operations: Any) -> bool:
        return all(all_harmless(operation, self.inputs_are_bool()) for operation in operations)

    def inputs_are_bool(self) -> bool:
        items = self.state.items
        return bool(items) and items[-1].is_bool

    def _operations(self, operations: Any, state: State, level: int) -> bool:
        """Write operations; tell whether the code behind them is reached."""
        writer = self.writer
        for operation in operations:
            word = operation[0]
            if word == "line":
                self._line(operation, state, level)
            elif word == "replace":
                self._put(operation, state, level)
            elif word == "done":
                self.is_done = True
            elif word == "if":
                return self._if(operation, state, level)
            elif word == "out":
                return self._out(operation, state, level)
            elif word == "jump":
                self._end(state, level, self.landing, [], self.plain[2])
                self._go_on(self.plain[2], state, level)
                return False
            elif word in LEAVES:
                self._leave(self._text(operation[1]), state, level)
                if word == "leave_in_order":
                    writer.emit(level, "if frame.husk is not None: retire(frame)")
                    writer.emit(level, "r.reverse()")
                writer.emit(level, "return None")
                return False
            elif word == "enter":
                self._enter(operation[1], state, level)
                return False
            elif word == "exit":
                self._exit(state, level)
                return False
        return False  # a line that raises

    def _exit(self, state: State, level: int) -> None:
        """The loop executes this instruction."""
        writer, following = self.writer, self.plain[3]
        writer.tell(state, level)
        writer.spill(self.whole.copy(), level, leaving=True)
        writer.emit(level, f"return {writer.name(self.plain, 'N')}")
        if following is not None and not self.exits_rarely:
            writer.behind[id(following)] = following

    def _line(self, operation: Any, state: State, level: int) -> None:
        _, text, harmless, local = operation
        if not harmless:
            self._set_step(state, level)
        if local is not None:
            slot = self._slot(local)
            for i, items in enumerate(self.inputs):  # one that has yet to be read from it
                for j, item in enumerate(items):
                    if item.kind == LOCAL and item.slot == slot and ("i", i) not in text:
                        items[j] = self._held(item, level)
            self.writer.forget_local(state, slot, self._used(), level)
            if harmless:
                self._set_line(state, level)
            if slot not in self.writer.unbound:
                state.bound.add(slot)
        if ("u",) in text:
            self.augmented = place = self._operand_in_place(level)
            if place in self._dying(self.kept)[1:]:
                self.augmented = self._variable(0)
                self.writer.emit(level, f"{self.augmented} = {place}")
        self.writer.emit(level, self._text(text))

    def _put(self, operation: Any, state: State, level: int) -> None:
        """An input gets another value."""
        _, k, text = operation
        self._set_step(state, level)
        item = self.inputs[k][0]
        if item.kind in (VARIABLE, SLOT):
            self.writer.emit(level, f"{item.text} = {self._text(text)}")
            return
        if item.kind == PENDING:
            self.inputs[k][0] = self._held(item, level)
            self._put(operation, state, level)
            return
        slot = self.first + sum(len(items) for items in self.inputs[:k])
        name = self.writer.variable(slot, self._used())
        self.writer.emit(level, f"{name} = {self._text(text)}")
        self.inputs[k][0] = Item(VARIABLE, name)

    def _if(self, operation: Any, state: State, level: int) -> bool:
        _, parts, harmless, then, otherwise = operation
        writer = self.writer
        if parts == _UNBOUND and self.plain[2] in state.bound:
            return self._operations(otherwise, state, level)
        first = self.inputs[0][0] if self.inputs and self.inputs[0] else None
        if not harmless and not (first is not None and first.is_bool):
            self._set_step(state, level)
        test = self._text(parts)
        if first is not None and first.test and parts in TRUTHS:
            test = first.test if parts == TRUTHS[0] else f"not ({first.test})"
        writer.emit(level, f"if {test}:")
        taken, left = state.copy(), state.copy()
        mark = len(writer.lines)
        falls = self._operations(then, taken, level + 1)
        if len(writer.lines) == mark:
            writer.emit(level + 1, "pass")
        nested = falls or self.meeting is not None
        if nested:
            writer.emit(level, "else:")
            mark = len(writer.lines)
        also = self._operations(otherwise, left, level + 1 if nested else level)
        if nested and len(writer.lines) == mark:
            del writer.lines[-1]
        return falls or also

    def _out(self, operation: Any, state: State, level: int) -> bool:
        _, texts, test, harmless = operation
        writer = self.writer
        new: list[Item] = []
        evaluated = [i for i, s in enumerate(self.special) if s is None]
        if texts == ((("u",),),):
            self.targets = [self.augmented]
        elif evaluated:
            if not harmless:
                self._set_step(state, level)
            if not self.targets:
                self.targets = self._targets(len(evaluated))
            values = ", ".join(self._text(texts[i]) for i in evaluated)
            writer.emit(level, f"{', '.join(self.targets)} = {values}")
        targets = iter(self.targets)
        for i, special in enumerate(self.special[: len(texts)]):
            if special is None:
                new.append(self._new(next(targets), i, texts[i], test is not None))
            else:
                new.append(self._moved(special, i, level))
        pending = not texts and any(i.kind == PENDING for items in self.inputs for i in items)
        if pending and self.operations[0][0] == "out":  # POP_TOP
            writer.emit(level, self.inputs[0][0].text)
        self._end(state, level, self.kept, new, self.plain[3])
        if "enter" in self.ends and texts == _CALLED:
            self._look_for_probes(state, level)
        if "done" in self.ends:
            writer.tell(state, level)
            writer.spill(state, level)
        if self.is_done:
            self._look_for_signals(state, level)
        if self.meeting is not None:
            self._go_on(self.plain[3], state, level)
            return False
        self.done.append(state)
        return True

    def _look_for_probes(self, state: State, level: int) -> None:
        """What has been called may have begun to trace this frame."""
        writer, following = self.writer, self.plain[3]
        writer.emit(level, "if settings.probing is not None:")
        left = state.copy()
        writer.tell(left, level + 1)
        writer.spill(left, level + 1, leaving=True)
        name = writer.name(following, "N")
        writer.emit(level + 1, f"return settings.probing.go_on(frame, {name})")

    def _look_for_signals(self, state: State, level: int) -> None:
        """What is raised behind the instruction is raised at one that takes signals."""
        writer, following = self.writer, self.plain[3]
        node = writer.name(following, "N")
        step = content(following)[4]
        done = DoneStep(step.owner, step.offset, step.opname, step.oparg, step.sp)
        done.handler = step.handler
        writer.emit(level, f"frame.node = {node}")
        writer.emit(level, f"frame.step = {writer.name(done, 'S')}")
        writer.emit(level, f"for t_ in {writer.name(_ONCE, 'K')}: pass")  # the host looks here
        writer.emit(level, f"if thread.late is not None: return put_off(thread, {node})")
        writer.set_step(step, level)
        state.step = step
        self.is_done = False

    def _end(
        self, state: State, level: int, kept: tuple[int, ...], new: list[Item], target: Node
    ) -> None:
        """The inputs go, the outputs come; the target is next."""
        writer = self.writer
        taken = {item.text for item in new if item.kind == VARIABLE}
        texts = self._held_by_temporaries()
        texts += [text for text in self._dying(kept) if text not in taken]
        if texts:
            self._set_line(state, level)
            writer.emit(level, " = ".join([*texts, "None"]))
        state.items += self._kept_items(kept, new)

    def _go_on(self, node: Node, state: State, level: int) -> None:
        if level > self.level or self.meeting is not None:
            self.writer.path(node, state, level, self.inner)
        else:
            self.writer.path(node, state, level, self.stops)

    def _leave(self, value: str, state: State, level: int) -> None:
        """The frame returns a value."""
        self.writer.emit(level, f"thread.result = {value}")

    def _enter(self, text: str, state: State, level: int) -> None:
        writer = self.writer
        self._set_step(state, level)
        callee = self._text(text)
        if callee != "t_callee":
            writer.emit(level, f"t_callee = {callee}")
        writer.clear([text for text in self._dying(self.kept) if text.startswith("r[")], level)
        writer.spill(state.copy(), level, leaving=True)
        following = self.plain[3]
        writer.emit(level, f"t_callee.ret = {self.first}")
        writer.emit(level, f"frame.node = {writer.name(following, 'N')}")
        self._switch(level)
        writer.emit(level, "return t_callee.node")
        writer.behind[id(following)] = following

    def _switch(self, level: int) -> None:
        """The frame that is called becomes the one that runs."""
        self.writer.emit(level, "thread.frame = t_callee")


hide_all(globals())
