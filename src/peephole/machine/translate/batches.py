"""The writing of instructions that an observer hears of together, who only counts and remembers.

An instruction is told with the next ones as long as nothing can run that could look: what is not
told yet is written before an instruction that may run other code.  An operator runs none where its
operands are of the types of `counting.ATOMS`, which is tested where it is not known: where it is
not so, the loop executes that instruction.
"""

from __future__ import annotations

import re

from peephole.machine.hiding import hide_all
from peephole.machine.translate.counting import ATOMS, INDEXED, SIZED, VALUES, Way
from peephole.machine.translate.forms import TRUTHS, all_harmless, ends_of
from peephole.machine.translate.observed import Told
from peephole.machine.translate.state import CONSTANT, LOCAL, NULL, SLOT, VARIABLE, Item, State
from peephole.machine.translate.writing import Instruction
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from peephole.machine.frame import Node

#: what is in the text of an expression that is more than operators
_NO_OPERATOR = re.compile(r"[(\[.,@]| in | is ")
_EXIT = (("exit",),)
_ITEM = ((("i", 0), "[", ("i", 1), "]"),)


class ToldInBatches(Told):
    """One instruction that may be told together with the next ones."""

    def _template(self) -> Any:
        """With rare ways through it that run code left to the loop."""
        template = Told._template(self)
        careful = _careful(template[5])
        if careful is template[5] or not _goes_on(careful):
            return template
        self.exits_rarely = True
        return (*template[:5], careful, *template[6:])

    def _defer(self, operations: Any) -> bool:
        """Before the instruction is written: tell what has to be told, test what has to be."""
        #: whether operands are such that the operator runs no code
        self.safe = False
        #: whether what it leaves is of a type whose operators run no code
        self.gives_atom = False
        #: the inputs that are now the values of local variables
        self.stored: set[int] = set()
        state, writer = self.state, self.writer
        quiet = all(_is_quiet(o, self._tests_bool()) for o in operations)
        if not quiet and _is_operation(operations):
            types = SIZED if _tests_truth(operations) else ATOMS
            self.safe = self._test([item for items in self.inputs for item in items], types)
            self.gives_atom = self.safe
        elif not quiet and state.told and _is_item(operations):
            (container,), (index,) = self.inputs
            likely = container.kind == LOCAL and writer.is_now(container.slot, INDEXED)
            self.safe = likely and self._test([index], ATOMS) and self._test([container], INDEXED)
        if quiet and state.told and not self._nothing_dies_in_locals(operations):
            writer.tell(state, self.level)
        if not state.told:
            return False
        if self.safe:
            writer.guarded = state.guarded = True
            writer.emit(self.level, f"told = {self._told(state)}")
            writer.emit(self.level, f"told_top = {state.top.text}")
        elif not quiet:
            writer.tell(state, self.level)
        return False

    def _tests_bool(self) -> bool:
        first = self.inputs[0] if self.inputs else []
        return len(first) == 1 and first[0].is_bool

    # -- what is known of values -----------------------------------------------------------

    def _is_atom(self, item: Item) -> bool:
        if item.kind == LOCAL:
            return item.slot in self.state.atoms
        if item.kind == CONSTANT:
            return type(self.writer.names[item.text]) in ATOMS
        return item.atom or item.kind == NULL

    def _test(self, items: list[Item], types: frozenset[type]) -> bool:
        """Whether all values are of the types; where that is not known, it is tested first, if
        something is to be told."""
        unknown = [item for item in items if types is INDEXED or not self._is_atom(item)]
        if not unknown:
            return True
        state, writer, level = self.state, self.writer, self.level
        guards = writer.guards
        if guards is None or not state.told or id(self.step) in guards.odd:
            return False
        if not all(item.kind != LOCAL or writer.is_now(item.slot, types) for item in unknown):
            return False
        texts = dict.fromkeys(item.text for item in unknown)
        known = writer.name(types, "T")
        writer.emit(level, f"if {' or '.join(f'type({t}) not in {known}' for t in texts)}:")
        way = Way(guards, tuple(state.told), state.base, self.plain)
        stack = [*state.items, *(item for taken in self.inputs for item in taken)]
        arguments = ", ".join(["observer", "frame", state.top.text, *(item.text for item in stack)])
        writer.emit(level + 1, f"return {writer.name(way, 'W')}.leave({arguments})")
        if types is ATOMS:
            state.atoms |= {item.slot for item in unknown if item.kind == LOCAL}
        return True

    def _told(self, state: State) -> str:
        return self.writer.name(tuple(state.told), "Q")

    def _nothing_dies_in_locals(self, operations: Any) -> bool:
        """Whether local variables that get other values now have such whose death runs no code.

        That is tested where it is likely: of those that have such a value as this is written, or
        get one now."""
        olds = []
        for operation in operations:
            if operation[0] == "line" and operation[3] is not None:
                slot, value = self._slot(operation[3]), operation[1][-1]
                old = Item(LOCAL, f"r[{slot}]", slot)
                new = self.inputs[value[1]][0] if value[0] == "i" else None
                likely = new is not None and self._is_atom(new)
                if not likely and not self._is_atom(old) and not self.writer.is_now(slot, VALUES):
                    return False
                olds.append(old)
        return self._test(olds, ATOMS)

    # -- what it does ----------------------------------------------------------------------

    def _line(self, operation: Any, state: State, level: int) -> None:
        text, local = operation[1], operation[3]
        atom = text[-1] == " = null"
        if len(text) == 3 and text[1] == " = " and text[2][0] == "i":
            number = text[2][1]
            atom = self._is_atom(self.inputs[number][0])
            if local is not None:
                self.stored.add(number)
        Told._line(self, operation, state, level)
        if local is not None:
            (state.atoms.add if atom else state.atoms.discard)(self._slot(local))

    def _moved(self, special: Any, i: int, level: int) -> Any:
        item = Told._moved(self, special, i, level)
        if type(special) is tuple and special[0] == "i":
            old = self.inputs[special[1]][0]
            if item is not old:
                item.atom = item.atom or self._is_atom(old)
        return item

    def _new(self, target: str, i: int, text: Any, is_bool: bool) -> Item:
        item = Told._new(self, target, i, text, is_bool)
        item.atom = item.atom or self.gives_atom
        return item

    def _set_place(self, state: State, level: int) -> None:
        """Counters and memories raise nothing."""

    def _end(
        self, state: State, level: int, kept: tuple[int, ...], new: list[Item], target: Node
    ) -> None:
        if state.told and self._something_dies(kept, new):
            self.writer.tell(state, level)
        Instruction._end(self, state, level, kept, new, target)
        self._tell(level, target, state)

    def _dies_otherwise(self, operations: Any) -> bool:
        """What runs no code as it dies may do so in any order."""
        return not self.gives_atom and Told._dies_otherwise(self, operations)

    def _something_dies(self, kept: tuple[int, ...], new: list[Item]) -> bool:
        """Whether an input dies that may run code then."""
        dying = {*self._dying(kept)} - {item.text for item in new if item.kind == VARIABLE}
        return any(
            item.kind in (SLOT, VARIABLE) and item.text in dying and not self._is_atom(item)
            for k, items in enumerate(self.inputs)
            for item in items
            if k not in self.stored
        )

    def _tell(self, level: int, target: Node | None, state: State) -> None:
        state.told.append((self.step, None if target is None else target[4]))
        state.top = state.top_item()
        if target is None or self._may_end(state):
            self.writer.tell(state, level)

    def _may_end(self, state: State) -> bool:
        """Whether what the observer has remembered may die as it remembers something else."""
        hearing, last = self.writer.hearing, state.last
        assert hearing is not None
        if not hearing.remembers or last.kind not in (SLOT, VARIABLE) or self._is_atom(last):
            return False
        stored = (item for k in self.stored for item in self.inputs[k])
        return not any(item is last for item in (*state.items, *stored))


def _is_quiet(operation: Any, tests_bool: bool) -> bool:
    """Whether an operation raises nothing and runs no code, but for what dies."""
    word = operation[0]
    if word == "if":
        inner = (*operation[3], *operation[4])
        return (bool(operation[2]) or tests_bool) and all(_is_quiet(o, tests_bool) for o in inner)
    if word == "line":
        return bool(operation[2]) and operation[3] is not None
    return word == "exit" or all_harmless(operation, tests_bool)


def _careful(operations: Any) -> Any:
    """Operations with the ways that run code left to the loop, if others run none; those are rare
    (a name that is not there)."""
    first: Any = operations[0] if operations else ("line",)
    if first[0] == "if" and first[2] and len(operations) == 1:
        ways = tuple(_careful(way) for way in first[3:5])
        return ((*first[:3], *ways),) if any(way != _EXIT for way in ways) else _EXIT
    return operations if all(_is_quiet(o, False) for o in operations) else _EXIT


def _goes_on(operations: Any) -> bool:
    """Whether the next instruction follows in one of the ways."""
    return "out" in ends_of(operations)


def _is_operation(operations: Any) -> bool:
    """Whether an instruction is an operator on its inputs, or a branch by its input's truth."""
    first = operations[0]
    if first[0] == "if":
        return first[1] in TRUTHS and all(_is_quiet(o, True) for o in (*first[3], *first[4]))
    last = operations[-1]
    if last[0] != "out" or len(last[1]) != 1:
        return False
    lines = operations[:-1]
    if any(o[0] != "line" or o[3] is not None for o in lines):
        return False
    parts = [part for text in (*(o[1] for o in lines), last[1][0]) for part in text]
    return all(not _NO_OPERATOR.search(part) for part in parts if type(part) is str) and all(
        part[0] in ("i", "u") for part in parts if type(part) is not str
    )


def _is_item(operations: Any) -> bool:
    """Whether an instruction takes an item of its first input by its second."""
    return len(operations) == 1 and operations[0][:2] == ("out", _ITEM)


def _tests_truth(operations: Any) -> bool:
    """Whether nothing is asked of the only input but its truth."""
    first = operations[0]
    return first[0] == "if" or (first[0] == "out" and first[2] in TRUTHS)


hide_all(globals())
