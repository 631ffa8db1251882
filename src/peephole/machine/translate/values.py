"""The values of one instruction as it is written: where its inputs are, where its outputs go."""

from __future__ import annotations

from peephole.machine.hiding import hide_all
from peephole.machine.translate.entries import content
from peephole.machine.translate.forms import outs_of
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


class Values:
    """The values that one instruction takes and leaves, and the texts that stand for them."""

    #: of the template: for each output the input that it is or -1, the same where it jumps, the
    #: names of temporaries
    kept: tuple[int, ...]
    landing: tuple[int, ...]
    temporaries: tuple[str, ...]
    #: the inputs as they die: k, or ~k for the values of an array from the last to the first
    order: tuple[int, ...]
    operations: Any
    #: the slot of the first input
    first: int
    #: see `_special`
    special: list[Any]
    renamed: dict[str, str]
    #: whether it is seldom left to the loop, so that what follows need not be translated for that
    exits_rarely = False

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

    def _held(self, item: Item, level: int) -> Item:
        """An input in a variable."""
        slots = [i for items in self.inputs for i in items]
        slot = self.first + next(n for n, other in enumerate(slots) if other is item)
        return self.writer.held(item, slot, self._used(), level)

    def _operand_in_place(self, level: int) -> str:
        """Where the left operand is, for an operator that puts its result there."""
        item = self.inputs[0][0]
        if item.kind != VARIABLE:
            self.inputs[0][0] = item = self._held(item, level)
        return item.text

    def _new(self, target: str, i: int, text: Any, is_bool: bool) -> Item:
        """The i-th new value, as it has been put into a target."""
        return Item(VARIABLE, target, is_bool=is_bool)

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

    def _slot_of_new(self, i: int) -> int:
        """The slot that the i-th new value belongs into."""
        slot, news = self.first, 0
        for k in self.kept:
            if k < 0 and news == i:
                break
            news += k < 0
            slot += 1 if k < 0 else len(self.inputs[k])
        return slot

    def _variable(self, i: int) -> str:
        """A variable for a new value."""
        name = self.writer.variable(self._slot_of_new(i), self._used())
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


hide_all(globals())
