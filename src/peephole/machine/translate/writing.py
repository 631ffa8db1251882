"""The writing of one instruction from its template, given where the values are."""

from __future__ import annotations

from peephole.machine.hiding import hide_all
from peephole.machine.rows import FAILING
from peephole.machine.translate.entries import content
from peephole.machine.translate.graph import LEAVES, all_harmless, ends_of, outs_of, template_of
from peephole.machine.translate.state import (
    CONSTANT,
    LOCAL,
    NULL,
    PENDING,
    SLOT,
    VARIABLE,
    Item,
    State,
)
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from peephole.machine.frame import Node, Step
    from peephole.machine.translate.segments import Writer


#: temporaries that hold nothing of the guest's
_HARMLESS = frozenset({"t_count", "t_executable"})
#: tests of the truth of the only input
_TRUTHS = ((("i", 0),), ("not ", ("i", 0)))
#: what a call through the machine has returned
_CALLED = ((("t", "t_value"),),)
#: the test whether a local variable has no value
_UNBOUND = (("l",), " is null")


class Instruction:
    """The writing of one instruction."""

    def __init__(
        self, writer: Writer, node: Node, state: State, level: int, stops: dict[int, str]
    ) -> None:
        self.writer = writer
        self.state = state
        self.level = level
        self.stops = stops
        self.node = node
        self.plain = content(node)
        self.step: Step = self.plain[4]
        #: the values that it takes, for each input
        self.inputs: list[list[Item]] = []
        #: the variable of the left operand of an operator that works in place
        self.augmented = ""
        #: the variables that new values come into
        self.targets: list[str] = []
        #: the variables that it takes for new values
        self.taken: set[str] = set()

    def write(self) -> Node | None:
        """Write it; return the node that follows, None where everything that follows is written."""
        writer, state = self.writer, self.state
        writer.written += 1
        template = self._template()
        (
            self.names, lengths, self.kept, self.landing, self.temporaries, operations, self.order
        ) = template  # fmt: skip
        self.ends = ends_of(operations)
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
            if maybe.kind == NULL:
                null = True
        return template_of(self.plain, null)

    # -- inputs ----------------------------------------------------------------------------

    def _take(self, counts: tuple[int, ...]) -> None:
        """Take the inputs from the stack."""
        state = self.state
        total = sum(counts)
        start = len(state.items) - total
        self.first = state.base + start
        for count in counts:
            self.inputs.append(state.items[start : start + count])
            start += count
        del state.items[len(state.items) - total :]

    def _token(self, token: Any) -> Any:
        kind = token[0]
        operand = self.plain[2]
        if kind == "i":
            item = self.inputs[token[1]][0]
            return item.text
        if kind == "a":
            items = self.inputs[token[1]]
            return ", ".join([item.text for item in items]) + token[2] if items else ""
        if kind == "e":
            return self.inputs[token[1]][token[2]].text
        if kind == "x":
            literal = type(operand) in (str, int)
            return repr(operand) if literal else self.writer.name(operand, "K")
        if kind == "n":
            return operand
        if kind == "l":
            return f"r[{self._slot(token)}]"
        if kind == "b":
            items = self.state.items
            return items[-1].text if items else f"r[{self.first - 1}]"
        if kind == "o":
            return str(self.step.oparg)
        if kind == "s":
            return self.writer.name(self.step, "S")
        if kind == "t":
            return self.renamed.get(token[1], token[1])
        return self.augmented

    def _slot(self, token: Any) -> int:
        """The slot of a local variable."""
        operand = self.plain[2]
        slot: int = operand[token[1]] if len(token) > 1 else operand
        return slot

    def _text(self, parts: Any) -> str:
        return "".join([part if type(part) is str else self._token(part) for part in parts])

    # -- outputs ---------------------------------------------------------------------------

    def _special(self, operations: Any) -> list[Any]:
        """For each new value the token that it is in all ways through, if that need not be
        evaluated: an input, a local, a constant, NULL, a temporary."""
        outs = outs_of(operations)
        self.renamed: dict[str, str] = {}
        if not outs:
            return []
        special: list[Any] = []
        for texts in zip(*outs, strict=True):
            first = texts[0]
            same = len(first) == 1 and all(other == first for other in texts)
            token = first[0] if same else None
            if type(token) is str:
                token = token if token == "null" else None
            elif token is not None and token[0] not in "ilxt":
                token = None
            special.append(token)
        for i, token in enumerate(special):
            if type(token) is tuple and token[0] == "t":
                known = len(operations) > 1 and special.count(token) == 1
                special[i] = None
                if known:
                    self.renamed[token[1]] = special[i] = self._variable(i)
        return special

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
        if ("u",) in texts[0] or not _takes(
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

    def _dying(self, kept: tuple[int, ...]) -> list[str]:
        """The variables and slots of the inputs that do not stay, in the order in which they are
        to be cleared."""
        moved = {token[1] for token in self.special if type(token) is tuple and token[0] == "i"}
        dying: list[str] = []
        for number in self.order:
            k = number if number >= 0 else ~number
            if k in kept or k in moved:
                continue
            items = self.inputs[k]
            for item in items if number >= 0 else reversed(items):
                if item.kind == PENDING:
                    dying += item.holders
                elif item.kind == SLOT or (item.kind == VARIABLE and not item.is_bool):
                    dying.append(item.text)
        return dying

    def _kept_items(self, kept: tuple[int, ...], new: list[Item]) -> list[Item]:
        values = iter(new)
        result: list[Item] = []
        for k in kept:
            if k < 0:
                result.append(next(values))
            else:
                result += self.inputs[k]
        return result

    # -- operations ------------------------------------------------------------------------

    def _set_step(self, state: State, level: int) -> None:
        if state.step is not self.step:
            self.writer.emit(level, f"frame.step = {self.writer.name(self.step, 'S')}")
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
            elif word == "if":
                return self._if(operation, state, level)
            elif word == "out":
                return self._out(operation, state, level)
            elif word == "jump":
                self._end(state, level, self.landing, [])
                self._go_on(self.plain[2], state, level)
                return False
            elif word in LEAVES:
                writer.emit(level, f"thread.result = {self._text(operation[1])}")
                if word == "leave_in_order":
                    writer.emit(level, "if frame.husk is not None: retire(frame)")
                    writer.emit(level, "r.reverse()")
                writer.emit(level, "return None")
                return False
            elif word == "enter":
                self._enter(operation[1], state, level)
                return False
            elif word == "exit":
                whole = self.whole.copy()
                writer.spill(whole, level, leaving=True)
                writer.emit(level, f"return {writer.name(self.plain, 'N')}")
                if self.plain[3] is not None:
                    writer.behind[id(self.plain[3])] = self.plain[3]
                return False
        return False  # a line that raises

    def _held(self, item: Item, level: int) -> Item:
        """An input in a variable."""
        slots = [i for items in self.inputs for i in items]
        slot = self.first + next(n for n, other in enumerate(slots) if other is item)
        return self.writer.held(item, slot, self._used(), level)

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
            if text[-1] == " = null":
                state.bound.discard(slot)
            else:
                state.bound.add(slot)
        if ("u",) in text:
            item = self.inputs[0][0]
            if item.kind != VARIABLE:
                self.inputs[0][0] = item = self._held(item, level)
            self.augmented = item.text
            if item.text in self._dying(self.kept)[1:]:
                self.augmented = self._variable(0)
                self.writer.emit(level, f"{self.augmented} = {item.text}")
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
        if first is not None and first.test and parts in _TRUTHS:
            test = first.test if parts == _TRUTHS[0] else f"not ({first.test})"
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
                new.append(Item(VARIABLE, next(targets), is_bool=test is not None))
            else:
                new.append(self._moved(special, i, level))
        pending = not texts and any(i.kind == PENDING for items in self.inputs for i in items)
        if pending and self.operations[0][0] == "out":  # POP_TOP
            writer.emit(level, self.inputs[0][0].text)
        self._end(state, level, self.kept, new)
        if "enter" in self.ends and texts == _CALLED:
            self._look_for_probes(state, level)
        if self.meeting is not None:
            self._go_on(self.plain[3], state, level)
            return False
        self.done.append(state)
        return True

    def _look_for_probes(self, state: State, level: int) -> None:
        """What has been called may have begun to trace this frame."""
        writer, following = self.writer, self.plain[3]
        writer.emit(level, "if settings.probing is not None:")
        writer.spill(state.copy(), level + 1, leaving=True)
        name = writer.name(following, "N")
        writer.emit(level + 1, f"return settings.probing.go_on(frame, {name})")

    def _held_by_temporaries(self) -> list[str]:
        return [t for t in self.temporaries if t not in self.renamed and t not in _HARMLESS]

    def _targets(self, count: int) -> list[str]:
        """The variables that new values come into: that of the input that dies first, if it was in
        the same slot or in the next one."""
        if count == 1 and len(outs_of(self.operations)) == 1:
            dying = self._dying(self.kept)
            slot = self.writer.variables.get(dying[0]) if dying else None
            if slot == self.first or (slot == self.first + 1 and dying[0] == f"v{slot}"):
                return dying[:1]
        evaluated = [i for i, token in enumerate(self.special) if token is None]
        return [self._variable(i) for i in evaluated]

    def _used(self) -> set[str]:
        """The variables in use, before the inputs go."""
        used = self.state.used() | set(self.renamed.values()) | set(self.targets) | self.taken
        for items in self.inputs:
            used.update(name for item in items for name in (item.text, *item.holders))
        return used

    def _variable(self, i: int) -> str:
        """A variable for a new value."""
        slot, news = self.first, 0
        for k in self.kept:
            if k < 0 and news == i:
                break
            news += k < 0
            slot += 1 if k < 0 else len(self.inputs[k])
        name = self.writer.variable(slot, self._used())
        self.taken.add(name)
        return name

    def _moved(self, special: Any, i: int, level: int) -> Any:
        """A new value that is one which is there already."""
        writer, operand = self.writer, self.plain[2]
        if type(special) is str:
            return Item(NULL, "null") if special == "null" else Item(VARIABLE, special)
        if special[0] == "l":
            slot = self._slot(special)
            return Item(LOCAL, f"r[{slot}]", slot)
        if special[0] == "x":
            return Item(CONSTANT, writer.name(operand, "K"))
        k = special[1]
        item = self.inputs[k][0]
        stays = k in self.kept
        if item.kind in (LOCAL, CONSTANT, NULL) or (item.kind == VARIABLE and not stays):
            return item
        name = self._variable(i)
        writer.emit(level, f"{name} = {item.text}")
        if item.kind == SLOT and not stays:
            writer.emit(level, f"{item.text} = None")
        return Item(VARIABLE, name, is_bool=item.is_bool)

    def _end(self, state: State, level: int, kept: tuple[int, ...], new: list[Item]) -> None:
        """The inputs go, the outputs come."""
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

    def _enter(self, text: str, state: State, level: int) -> None:
        writer = self.writer
        self._set_step(state, level)
        callee = self._text(text)
        if callee != "t_callee":
            writer.emit(level, f"t_callee = {callee}")
        writer.clear([text for text in self._dying(self.kept) if text.startswith("r[")], level)
        writer.spill(state.copy(), level, leaving=True)
        following = self.plain[3]
        for line in (
            f"t_callee.ret = {self.first}",
            f"frame.node = {writer.name(following, 'N')}",
            "thread.frame = t_callee",
            "return t_callee.node",
        ):
            writer.emit(level, line)
        writer.behind[id(following)] = following


def counts_of(lengths: Any, oparg: int) -> tuple[int, ...]:
    """How many values each input of a template stands for."""
    counts: tuple[int, ...] = lengths(oparg) if callable(lengths) else lengths
    return counts


def _takes(plain: Node, is_bool: bool, holds: bool, same_line: bool) -> bool:
    """Whether an instruction can be written around the expression that is its only input."""
    template = template_of(plain)
    if template is None or template[1] != (1,) or template[3] not in ((), (0,)):
        return False
    operations = template[5]
    first = operations[0]
    if first[0] == "if":
        return is_bool and first[1] in _TRUTHS and template[3] == () and not template[2]
    if first[0] in LEAVES:
        return not holds
    if first[0] == "line":
        stores = first[3] is not None and first[1] == (first[3], " = ", ("i", 0))
        return stores and same_line and not holds
    return first == ("out", (), None, True) and same_line and not holds


hide_all(globals())
