"""Stack effects in CPython's notation: ``left, right -- res``, ``callable, args[oparg] -- res``.

An item is ``name`` (one value), ``name[expression of oparg]`` (that many values, an array or a
conditional value).  The names are those of CPython's Python/bytecodes.c.
"""

from __future__ import annotations

from peephole.isa.effects import function

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Item:
    """One name of a stack effect and how many values it stands for."""

    __slots__ = ("_size", "expression", "name")

    def __init__(self, name: str, expression: str | None) -> None:
        self.name = name
        self.expression = expression
        self._size: Callable[[int], int] | None = None
        if expression is not None:
            self._size = function(expression)

    def count(self, oparg: int) -> int:
        """How many values the item stands for with this oparg (EXTENDED_ARG included)."""
        return 1 if self._size is None else int(self._size(oparg))

    def names(self, oparg: int) -> list[str]:
        """The values' names, bottom to top."""
        if self._size is None:
            return [self.name]
        count = self.count(oparg)
        if count == 1 and self.name == "null":
            return [self.name]
        return [f"{self.name}[{i}]" for i in range(count)]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Item) and repr(self) == repr(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return self.name if self.expression is None else f"{self.name}[{self.expression}]"


def sum_of(items: tuple[Item, ...]) -> str:
    """An expression of oparg for how many values items stand for."""
    fixed = sum(item.expression is None for item in items)
    parts = [f"({item.expression})" for item in items if item.expression is not None]
    return " + ".join([*parts, str(fixed)] if fixed or not parts else parts)


class Effect:
    """What an instruction takes from the value stack and what it leaves there."""

    __slots__ = ("inputs", "outputs", "text")

    def __init__(self, text: str) -> None:
        before, separator, after = text.partition("--")
        if not separator:
            raise ValueError(f"a stack effect is written 'inputs -- outputs', not {text!r}")
        self.text = text
        self.inputs = _items(before)
        self.outputs = _items(after)

    def popped(self, oparg: int) -> list[str]:
        """Names of the values consumed, bottom to top."""
        return [name for item in self.inputs for name in item.names(oparg)]

    def pushed(self, oparg: int) -> list[str]:
        """Names of the values produced, bottom to top."""
        return [name for item in self.outputs for name in item.names(oparg)]

    def net(self, oparg: int) -> int:
        """The change of the stack's depth, in values."""
        produced = sum(item.count(oparg) for item in self.outputs)
        return produced - sum(item.count(oparg) for item in self.inputs)

    def at(self, oparg: int) -> str:
        """The effect with this oparg in the same notation: `callable, args[2] -- res`."""
        sides = [", ".join(_resolved(items, oparg)) for items in (self.inputs, self.outputs)]
        return " -- ".join(sides).strip()

    def __repr__(self) -> str:
        return f"Effect({self.text!r})"


def _resolved(items: tuple[Item, ...], oparg: int) -> Iterator[str]:
    for item in items:
        count = item.count(oparg)
        if item.expression is None or (count == 1 and item.name == "null"):
            yield item.name
        elif count > 0:
            yield f"{item.name}[{count}]"


def _items(text: str) -> tuple[Item, ...]:
    return tuple(_item(part.strip()) for part in text.split(",") if part.strip())


def _item(text: str) -> Item:
    name, bracket, rest = text.partition("[")
    if not bracket:
        return Item(text, None)
    if not rest.endswith("]"):
        raise ValueError(f"a stack effect's size is written name[size], not {text!r}")
    return Item(name, rest[:-1])
