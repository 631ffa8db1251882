"""Stack pictures: what lies on the value stack before each instruction, as short texts.

The instructions are followed on every path with values that are texts. Where paths meet that left
different texts the item is shown by its name in the instruction's definition; where they left
different numbers of items, that is a problem of the code.
"""

from __future__ import annotations

from peephole.code import CodeObject
from peephole.disassembly import disassemble

from . import expressions, uses  # noqa: F401  (they register their phrases)
from .effects import ENDS, StackEffects, stack_effects
from .handlers import entries_by_instruction
from .phrases import PHRASES, Inputs, Phrased
from .values import Value, merged, squeeze

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from peephole.code import ExceptionEntry
    from peephole.disassembly import Instruction
    from peephole.instructions.effects import Effect, Item

Stack = tuple[Value, ...]

# It stands in front of what it protects, with a stack that the handler does not expect.
_NEVER_RAISES = frozenset({"PUSH_EXC_INFO"})

# Code that nobody compiled may ask for any number of items: all stacks together have at most these.
_MOST_ITEMS = 4_000_000

_LASTI = Value("lasti", "lasti")
_EXCEPTION = Value("exc", "exc")


class Picture:
    """The stack of one code object, by offset (bytes) of its instructions.

    `problems`: (offset, what is wrong with the stack there) where the paths do not agree or the
    stack is too small; what lies behind a problem may be missing.
    """

    def __init__(self, stacks: dict[int, Stack], problems: list[tuple[int, str]]) -> None:
        self._stacks = stacks
        self.problems = problems

    def before(self, offset: int) -> list[str] | None:
        """The texts of the items, bottom to top; None where control never comes."""
        stack = self._stacks.get(offset)
        return None if stack is None else [item.text for item in stack]

    def depth(self, offset: int) -> int | None:
        """The number of items; None where control never comes."""
        stack = self._stacks.get(offset)
        return None if stack is None else len(stack)


def stack_texts(code: CodeObject) -> dict[int, list[str]]:
    """The texts of the stack before each instruction that control comes to, by its offset.

    This is what `peephole.disassembly.to_json` takes for its "stack_before".
    """
    return {
        offset: [item.text for item in stack]
        for offset, stack in _walked(code, disassemble(code)).stacks.items()
    }


def picture(code: CodeObject, instructions: Sequence[Instruction]) -> Picture:
    """The stack before each of the instructions, which are those that `code` disassembles to."""
    walk = _walked(code, instructions)
    return Picture(walk.stacks, walk.problems)


def _walked(code: CodeObject, instructions: Sequence[Instruction]) -> _Walk:
    walk = _Walk(code, instructions)
    walk.run()
    return walk


class _Walk:
    """The walk over all paths: a work list of instructions whose stack has changed."""

    def __init__(self, code: CodeObject, instructions: Sequence[Instruction]) -> None:
        self.code = code
        self.instructions = instructions
        self.index = {each.offset: index for index, each in enumerate(instructions)}
        self.effects: StackEffects = stack_effects(code.version)
        self.handlers = entries_by_instruction(instructions, code.exception_entries())
        self.stacks: dict[int, Stack] = {}
        self.problems: list[tuple[int, str]] = []
        self.waiting: list[int] = []
        self.room = _MOST_ITEMS

    def run(self) -> None:
        if not self.instructions:
            return
        first = self.instructions[0]
        # In 3.10 a generator finds on the stack what was sent to start it.
        stack = (Value("None", "none"),) if first.opname == "GEN_START" else ()
        self.arrive(first.offset, first.offset, stack)
        while self.waiting:
            if self.room < 0:
                self.problem(self.waiting[-1], "the stacks are too large to be shown")
                return
            self.step(self.index[self.waiting.pop()])

    def step(self, index: int) -> None:
        instruction = self.instructions[index]
        offset = instruction.offset
        stack = self.stacks[offset]
        entry = self.handlers[index]
        if entry is not None:
            self.raise_to(entry, instruction, stack)
        try:
            effects = self.effects[instruction.opname]
        except KeyError:
            return  # no instruction: what it would do nobody knows
        inputs = self.keywords(index)
        if instruction.jump_target is not None and self.effects.continues_at_target(
            instruction.opname
        ):
            self.go(effects[1], instruction, stack, inputs, instruction.jump_target)
        following = None if instruction.opname in ENDS else instruction.end_offset
        self.go(effects[0], instruction, stack, inputs, following)

    def go(
        self,
        effect: Effect,
        instruction: Instruction,
        stack: Stack,
        keywords: tuple[object, ...],
        target: int | None,
    ) -> None:
        """Execute the instruction and go on at `target`, if it is not None."""
        oparg = instruction.oparg or 0
        taken = sum(_counts(effect.inputs, oparg))
        given = sum(_counts(effect.outputs, oparg))
        if oparg < 0 or taken > len(stack):
            self.problem(
                instruction.offset,
                f"{instruction.opname} takes {taken} items off a stack of {len(stack)}",
            )
        elif len(stack) - taken + given > _MOST_ITEMS:
            self.problem(instruction.offset, f"{instruction.opname} makes a stack of {given} items")
        elif target is not None:
            after = applied(effect, instruction, stack, keywords)
            self.arrive(target, instruction.offset, after)

    def raise_to(self, entry: ExceptionEntry, instruction: Instruction, stack: Stack) -> None:
        if instruction.opname in _NEVER_RAISES:
            return
        offset = instruction.offset
        if entry.depth <= len(stack):
            kept = stack[: entry.depth]
            self.arrive(entry.target, offset, (*kept, *([_LASTI] * entry.lasti), _EXCEPTION))
        elif self.effects.can_raise(instruction.opname):
            self.problem(
                offset,
                f"the exception table says {entry.depth} items for a stack of {len(stack)}",
            )

    def arrive(self, target: int, origin: int, stack: Stack) -> None:
        """Control comes to `target` from `origin` with this stack."""
        if target not in self.index:
            self.problem(origin, f"control goes on at byte {target}, where no instruction is")
            return
        known = self.stacks.get(target)
        if known is None:
            new = stack
        elif len(known) != len(stack):
            self.problem(
                target,
                f"the stack has {len(known)} items on one path and {len(stack)} on another",
            )
            return
        else:
            new = tuple(map(merged, known, stack))
        if new != known:
            self.stacks[target] = new
            self.waiting.append(target)
            self.room -= len(new)

    def problem(self, offset: int, text: str) -> None:
        if (offset, text) not in self.problems:
            self.problems.append((offset, text))

    def keywords(self, index: int) -> tuple[object, ...]:
        """The names of a call's keyword arguments, which KW_NAMES (3.11, 3.12) before it holds."""
        index -= 1
        while index >= 0 and self.instructions[index].opname in _BETWEEN_NAMES_AND_CALL:
            index -= 1
        before = self.instructions[index] if index >= 0 else None
        if before is None or before.opname != "KW_NAMES":
            return ()
        oparg = before.oparg or 0
        names = self.code.consts[oparg] if oparg < len(self.code.consts) else ()
        return names if isinstance(names, tuple) else ()


_BETWEEN_NAMES_AND_CALL = ("PRECALL", "EXTENDED_ARG", "CACHE")


def applied(
    effect: Effect,
    instruction: Instruction,
    stack: Stack,
    keywords: tuple[object, ...] = (),
) -> Stack:
    """The stack after an instruction, for which `stack` has all the items that it takes."""
    oparg = instruction.oparg or 0
    arrays: dict[str, list[Value]] = {}
    counts = _counts(effect.inputs, oparg)
    position = len(stack) - sum(counts)
    below = stack[:position]
    for item, count in zip(effect.inputs, counts, strict=True):
        arrays[item.name] = list(stack[position : position + count])
        position += count
    inputs = Inputs(instruction, arrays, keywords)
    speak = PHRASES.get(instruction.opname)
    said = speak(inputs) if speak else None
    new = [item.name for item in effect.outputs if item.name not in arrays]
    named: Mapping[str, Phrased]
    if said is None:
        named = {}
    elif isinstance(said, (str, list, Value)):
        named = {new[0]: said} if new else {}
    else:
        named = said
    above: list[Value] = []
    for item, count in zip(effect.outputs, _counts(effect.outputs, oparg), strict=True):
        if item.name in named:
            above += _values(named[item.name], item.name, count)
        elif item.name in arrays:
            above += arrays[item.name]
        else:
            above += [Value(name, item.name) for name in item.names(oparg)]
    return (*below, *above)


def _counts(items: tuple[Item, ...], oparg: int) -> list[int]:
    """How many values each item stands for; none where an invalid oparg makes the size negative."""
    return [max(item.count(oparg), 0) for item in items]


def _values(said: Phrased, name: str, count: int) -> list[Value]:
    texts = said if isinstance(said, list) else [said] * count
    return [_value(text, name) for text in texts]


def _value(said: str | Value | None, name: str) -> Value:
    if said is None:
        return Value(name, name)
    if isinstance(said, Value):
        return said._replace(text=squeeze(said.text))
    return Value(squeeze(said), name)
