"""Which instruction of the new code stands for which of the old, whatever the versions say for it.

Where `alignment` puts equal texts of any number of listings side by side, here unequal ones are
paired, too: by meaning, by likeness, by opname.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from peephole.code import CodeObject
from peephole.code.objects import constant_key
from peephole.isa import operands, table

from .older import OPERATORS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from peephole.disassembly import Instruction

    Pair = tuple[int | None, int | None]

_JUMP = ("jump",)
_MANY = 4000  # from so many instructions on, those that are everywhere are not looked for


class Keys:
    """What is compared of the instructions of one code object.

    - `full`: opname and what the operand stands for, wherever a jump goes
    - `like`: the first word of the opname and that, without flags: the instruction of another
      version, or another one for the same
    - `opnames`: the opname alone
    """

    def __init__(self, code: CodeObject, instructions: Sequence[Instruction]) -> None:
        self.kinds = table(code.version).operand
        arguments = [self._argument(each) for each in instructions]
        self.full: list[Hashable] = [
            (each.opname, *argument) for each, argument in zip(instructions, arguments, strict=True)
        ]
        self.like: list[Hashable] = [
            (_first_word(each.opname), argument[0])
            for each, argument in zip(instructions, arguments, strict=True)
        ]
        self.opnames: list[Hashable] = [each.opname for each in instructions]

    def _argument(self, instruction: Instruction) -> tuple[Hashable, Hashable]:
        """What the operand stands for, and what flags it has besides."""
        kind = self.kinds.get(instruction.opname)
        oparg, value = instruction.oparg, instruction.argval
        if instruction.jump_target is not None:
            return _JUMP, None
        if instruction.opname in OPERATORS:
            return OPERATORS[instruction.opname], None
        if oparg is None or kind == operands.UNUSED:
            return None, None
        if kind == operands.CONST:
            if isinstance(value, CodeObject):
                return ("code", value.name), None
            return _hashable(constant_key(value)), None
        if kind == operands.SMALL_INT:
            return _hashable(constant_key(oparg)), None
        if kind in operands.NAMES:
            return value, oparg & (1 << operands.NAMES[kind]) - 1
        if kind in operands.COMPARES:
            return value, instruction.argrepr
        if kind in _NUMBERS:
            return oparg, None
        if kind == operands.FUNCTION_FLAGS:
            # No flags are no operand, which it is since SET_FUNCTION_ATTRIBUTE has the flags.
            return instruction.argrepr or None, None
        return instruction.argrepr or oparg, None


_NUMBERS = frozenset({operands.COUNT, operands.UNPACK, operands.DEPTH, operands.FLAGS})


def _hashable(key: object) -> Hashable:
    try:
        hash(key)
    except TypeError:  # a list or dict, which no compiler makes a constant
        return repr(key)
    return key


def _first_word(opname: str) -> str:
    if opname in OPERATORS:
        return "BINARY"
    return opname.partition("_")[0]


def paired(old: Keys, new: Keys) -> list[Pair]:
    """The indices of instructions that stand for each other, None for what stands alone."""
    levels = [(old.full, new.full), (old.like, new.like), (old.opnames, new.opnames)]
    return _paired(levels, (0, len(old.full)), (0, len(new.full)))


def _paired(
    levels: Sequence[tuple[Sequence[Hashable], Sequence[Hashable]]],
    left: tuple[int, int],
    right: tuple[int, int],
) -> list[Pair]:
    """The pairs of a part of each sequence by the first level; by the next one what is left."""
    if left[0] == left[1] or right[0] == right[1] or not levels:
        return [(i, None) for i in range(*left)] + [(None, j) for j in range(*right)]
    olds, news = levels[0][0][slice(*left)], levels[0][1][slice(*right)]
    pairs: list[Pair] = []
    matcher = SequenceMatcher(None, olds, news, autojunk=len(news) > _MANY)
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        bounds = (left[0] + i, left[0] + i_end), (right[0] + j, right[0] + j_end)
        if tag == "equal":
            pairs += zip(range(*bounds[0]), range(*bounds[1]), strict=True)
        else:
            pairs += _paired(levels[1:], *bounds)
    return pairs
