"""Where an instruction's inputs and outputs lie: slots relative to its first one.

The machine keeps a frame's locals and value stack in one list `r`.  As CPython's bytecode has a
fixed stack depth at every instruction, the decoder knows for each of them the index `s` of its
first input (of its first output where it has no input); all others lie at `s` plus a distance
that is a number, or an expression of oparg where arrays lie below.
"""

from __future__ import annotations

from dataclasses import dataclass

from peephole.instructions.effects import Item


@dataclass(frozen=True)
class Distance:
    """How far a slot lies above `s`: a number plus the text of expressions of oparg."""

    number: int = 0
    texts: tuple[str, ...] = ()

    def __add__(self, other: Distance) -> Distance:
        return Distance(self.number + other.number, self.texts + other.texts)

    def text(self) -> str:
        """The index into `r` as source text."""
        parts = ["s", *self.texts]
        if self.number:
            parts.append(str(self.number))
        return " + ".join(parts)

    @property
    def known(self) -> bool:
        return not self.texts


@dataclass(frozen=True)
class Place:
    """Where one item of a stack effect lies and how long it is."""

    name: str
    start: Distance
    length: Distance
    is_array: bool

    @property
    def stop(self) -> Distance:
        return self.start + self.length

    def load(self) -> str:
        """Source text that reads the item."""
        if self.is_array:
            return f"r[{self.start.text()}:{self.stop.text()}]"
        return f"r[{self.start.text()}]"

    def elements(self) -> list[str] | None:
        """Source text for each element of an array of known length."""
        if not self.length.known:
            return None
        return [f"r[{(self.start + Distance(i)).text()}]" for i in range(self.length.number)]


def length_of(item: Item, select: str | None, selected: int | None, oparg: str) -> Distance:
    """How many values an item stands for, as a number where the selection tells it."""
    if item.expression is None:
        return Distance(1)
    if selected is not None and item.expression == select:
        return Distance(selected)
    if selected is not None and select == "oparg":
        return Distance(item.count(selected))
    return Distance(0, (f"({item.expression.replace('oparg', oparg)})",))


def places(
    effect_items: tuple[Item, ...], select: str | None, selected: int | None, oparg: str
) -> list[Place]:
    """The places of a stack effect's inputs or outputs, bottom to top."""
    result = []
    start = Distance()
    for item in effect_items:
        length = length_of(item, select, selected, oparg)
        result.append(Place(item.name, start, length, item.expression is not None))
        start = start + length
    return result


def is_peek(place: Place, inputs: list[Place]) -> bool:
    """Whether an output is the input of the same name, left where it was."""
    return place in inputs
