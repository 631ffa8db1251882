"""The writing of one instruction that an observer hears of.

What the loop in `observed_loops` does, without its dispatch: after every instruction the observer
is told, in the same order.  Where it may look at the frame each value is in its slot of `r` then.
"""

from __future__ import annotations

from peephole.machine.hiding import hide_all
from peephole.machine.translate.state import SLOT, VARIABLE, Item, State, in_slot
from peephole.machine.translate.writing import Instruction
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from peephole.machine.frame import Node

#: new values that stand for themselves: that of the operand, NULL
_CONSTANT = (("x",),)
_NULL = ("null",)


class Told(Instruction):
    """One instruction that an observer is told of who does not look at the frame: values stay in
    variables."""

    def _defer(self, operations: Any) -> bool:
        return False

    def _end(
        self, state: State, level: int, kept: tuple[int, ...], new: list[Item], target: Node
    ) -> None:
        self._set_place(state, level)
        Instruction._end(self, state, level, kept, new, target)
        self._tell(level, target, state)

    def _set_place(self, state: State, level: int) -> None:
        """What the observer raises is raised at this line and goes to this handler."""
        known = state.step
        if known is None or known.handler is not self.step.handler:
            self._set_step(state, level)
        else:
            self._set_line(state, level)

    def _tell(self, level: int, target: Node | None, state: State) -> None:
        writer, hearing = self.writer, self.writer.hearing
        assert hearing is not None
        top = state.items[-1].text if state.items else "null"
        step = writer.name(self.step, "S")
        following = None if target is None else writer.name(target[4], "S")
        writer.emit(level, hearing.text(self.step, step, following, top))

    def _leave(self, value: str, state: State, level: int) -> None:
        writer = self.writer
        self._set_place(state, level)
        writer.emit(level, f"t_value = {value}")
        writer.emit(level, f"frame.sp = {self.first}")
        self._tell(level, None, state)
        writer.emit(level, "if thread.returned is not None:")
        writer.emit(level + 1, "thread.returned(frame, t_value)")
        writer.emit(level, "thread.result = t_value")

    def _switch(self, level: int) -> None:
        writer = self.writer
        writer.emit(level, f"frame.sp = {self.first}")
        self._tell(level, None, self.state)
        writer.emit(level, "thread.frame = t_callee")
        writer.emit(level, "if thread.start is not None:")
        writer.emit(level + 1, "t_callee.step = t_callee.node[4]")
        writer.emit(level + 1, "t_callee.sp = t_callee.step.sp")
        writer.emit(level + 1, "thread.start(t_callee)")


class ToldInSlots(Told):
    """One instruction that an observer is told of who may look at the frame."""

    def _special(self, operations: Any) -> list[Any]:
        self.renamed: dict[str, str] = {}
        return [None] * sum(k < 0 for k in self.kept)

    def _operand_in_place(self, level: int) -> str:
        return f"r[{self.first}]"

    def _put(self, operation: Any, state: State, level: int) -> None:
        self._set_step(state, level)
        _, k, text = operation
        slot = self.first + sum(len(items) for items in self.inputs[:k])
        self.writer.emit(level, f"r[{slot}] = {self._text(text)}")
        self.inputs[k][0] = in_slot(slot)

    def _targets(self, count: int) -> list[str]:
        """The slots, or variables where what lies in a slot has to die behind something else."""
        slots = [f"r[{self._slot_of_new(i)}]" for i in range(count)]
        later = self._dying(self.kept)[1:]
        if any(slot in later for slot in slots):
            return [self._variable(i) for i in range(count)]
        return slots

    def _new(self, target: str, i: int, text: Any, is_bool: bool) -> Item:
        if not target.startswith("r["):
            return Item(VARIABLE, target, is_bool=is_bool)
        item = in_slot(self._slot_of_new(i))
        item.is_bool = is_bool
        if text == _CONSTANT:
            item.text = self.writer.name(self.plain[2], "K")
        elif text == _NULL:
            item.text = "null"
        return item

    def _end(
        self, state: State, level: int, kept: tuple[int, ...], new: list[Item], target: Node
    ) -> None:
        writer = self.writer
        self._set_place(state, level)
        stored = {f"r[{item.slot}]" for item in new if item.kind == SLOT}
        texts = self._held_by_temporaries()
        texts += [text for text in self._dying(kept) if text not in stored]
        if texts:
            writer.emit(level, " = ".join([*texts, "None"]))
        state.items += self._kept_items(kept, new)
        writer.spill(state, level)
        sp = target[4].sp
        if sp != self.step.sp or writer.written == 1:
            writer.emit(level, f"frame.sp = {sp}")
        self._tell(level, target, state)

    def _dying(self, kept: tuple[int, ...]) -> list[str]:
        """The slots of the inputs that do not stay, in the order in which they are to be cleared;
        constants live on anyhow."""
        slots: list[list[str]] = []
        slot = self.first
        for items in self.inputs:
            slots.append([])
            for item in items:
                if item.text == f"r[{slot}]" and not item.is_bool:
                    slots[-1].append(item.text)
                slot += 1
        dying: list[str] = []
        for number in self.order:
            k = number if number >= 0 else ~number
            if k not in kept:
                dying += slots[k] if number >= 0 else reversed(slots[k])
        return dying


hide_all(globals())
