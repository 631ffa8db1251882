"""What an instruction leaves on the stack, as expressions of what it found there.

A *phrase* is a function, registered for the opnames it speaks for, that gets the inputs by the
names of the stack effect and gives the outputs: the text or Value of the only new one, or a
mapping by name. Outputs that have an input's name are that input and need no phrase; without any
phrase an output's text is its name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from .values import Value

if TYPE_CHECKING:
    from peephole.disassembly import Instruction

Phrased = str | Value | list[str] | None
Outputs = Phrased | Mapping[str, Phrased]


class Inputs:
    """What a phrase knows: the instruction and the values that it takes from the stack.

    `inputs["left"]` is the value of an item, `inputs.array("args")` are those of one with a size;
    `keywords` are the names that KW_NAMES announced for this call.
    """

    __slots__ = ("_arrays", "instruction", "keywords")

    def __init__(
        self,
        instruction: Instruction,
        arrays: dict[str, list[Value]],
        keywords: tuple[object, ...],
    ) -> None:
        self.instruction = instruction
        self.keywords = keywords
        self._arrays = arrays

    def __getitem__(self, name: str) -> Value:
        return self._arrays[name][0]

    def get(self, name: str) -> Value | None:
        """The value of an item that this version's instruction, or this oparg, may not have."""
        return self._arrays[name][0] if name in self else None

    def __contains__(self, name: str) -> bool:
        return bool(self._arrays.get(name))

    def array(self, name: str) -> list[Value]:
        return self._arrays[name]

    @property
    def oparg(self) -> int:
        return self.instruction.oparg or 0

    @property
    def operand(self) -> str:
        """The name, operator or constant that the operand stands for."""
        return str(self.instruction.argval)


Phrase = Callable[[Inputs], Outputs]

PHRASES: dict[str, Phrase] = {}
"""The phrases, by opname."""


def phrase(*opnames: str) -> Callable[[Phrase], Phrase]:
    """Register the phrase of some instructions."""

    def register(function: Phrase) -> Phrase:
        for opname in opnames:
            assert opname not in PHRASES, opname
            PHRASES[opname] = function
        return function

    return register
