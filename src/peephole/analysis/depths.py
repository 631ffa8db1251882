"""How deep the value stack is before each instruction, in numbers alone: quick, for checking."""

from __future__ import annotations

from typing import NamedTuple

from peephole.code import CodeObject

from .effects import ENDS, StackEffects, stack_effects
from .handlers import entries_by_instruction

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from peephole.code import ExceptionEntry
    from peephole.disassembly import Instruction

UNDERFLOW = "stack"
DISAGREE = "merge"
END = "end"
HANDLER_DEPTH = "handler-depth"


class Flaw(NamedTuple):
    """What is wrong at an offset (bytes), and the rule that says so."""

    offset: int
    rule: str
    message: str


class Depths:
    """The depths of one code object.

    - `before`: by instruction, None where control never comes
    - `highest`: the most items there are at any time, and `highest_at` the offset of an
      instruction that makes so many
    - `flaws`: where the paths disagree, items are missing or control leaves the code
    """

    def __init__(
        self,
        code: CodeObject,
        instructions: Sequence[Instruction],
        entries: Sequence[ExceptionEntry],
    ) -> None:
        self.instructions = instructions
        self.size = len(code.code)
        self.effects: StackEffects = stack_effects(code.version)
        self.held = entries_by_instruction(instructions, entries)
        self.before: list[int | None] = [None] * len(instructions)
        self.highest = self.highest_at = 0
        self.flaws: list[Flaw] = []
        self._index = {each.offset: index for index, each in enumerate(instructions)}
        self._entered: set[ExceptionEntry] = set()
        self._waiting: list[int] = []
        if instructions:
            # In 3.10 a generator finds on the stack what was sent to start it.
            self.before[0] = int(instructions[0].opname == "GEN_START")
            self._waiting.append(0)
        while self._waiting:
            self._step(self._waiting.pop())

    def _step(self, index: int) -> None:
        instruction = self.instructions[index]
        depth = self.before[index]
        assert depth is not None
        entry = self.held[index]
        if entry is not None:
            self._raise_to(entry, instruction, depth)
        opname = instruction.opname
        try:
            popped, plain, taken = self.effects.counts(opname, instruction.oparg or 0)
        except KeyError:
            return  # no instruction: what it would do nobody knows
        if popped > depth:
            message = f"{opname} takes {popped} items off a stack of {depth}"
            self.flaws.append(Flaw(instruction.offset, UNDERFLOW, message))
            return
        target = instruction.jump_target
        if target is not None and self.effects.continues_at_target(opname):
            self._arrive(target, instruction, depth + taken, f"{opname} jumps")
        if opname not in ENDS:
            self._arrive(instruction.end_offset, instruction, depth + plain, "control goes on")

    def _raise_to(self, entry: ExceptionEntry, instruction: Instruction, depth: int) -> None:
        if entry.depth > depth and self.effects.can_raise(instruction.opname):
            message = f"the handler keeps {entry.depth} items of a stack of {depth}"
            self.flaws.append(Flaw(instruction.offset, HANDLER_DEPTH, message))
        if entry not in self._entered and instruction.opname != "PUSH_EXC_INFO":
            self._entered.add(entry)
            if entry.target in self._index:  # if it is not, the exception table is to blame
                self._arrive(entry.target, instruction, entry.depth + entry.lasti + 1, "")

    def _arrive(self, target: int, origin: Instruction, depth: int, how: str) -> None:
        if depth > self.highest:
            self.highest, self.highest_at = depth, origin.offset
        index = self._index.get(target)
        if index is None:
            # Behind an inline cache that is cut off is no end; the rule for caches says so.
            if how == "control goes on" and target == self.size:
                self.flaws.append(Flaw(origin.offset, END, "control runs past the end of the code"))
            return  # a jump to where no instruction is: the rule for jumps says so
        known = self.before[index]
        if known is None:
            self.before[index] = depth
            self._waiting.append(index)
        elif known != depth:
            message = f"{known} items on one path and {depth} from byte {origin.offset}"
            self.flaws.append(Flaw(target, DISAGREE, message))
