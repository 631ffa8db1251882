"""The order in which an instruction's inputs die, as code that clears slots."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from peephole.instructions.effects import sum_of
from peephole.instructions.registry import Definition
from peephole.machine.generate.slots import Distance, Place, is_peek


@dataclass(frozen=True)
class Span:
    """Slots of a number that only oparg tells, cleared from the first to the last or back."""

    start: Distance
    stop: Distance
    down: bool

    def text(self) -> str:
        """The `for` over the slots."""
        if self.down:
            first, last = self.stop + Distance(-1), self.start + Distance(-1)
            return f"for i in range({first.text()}, {last.text()}, -1):"
        return f"for i in range({self.start.text()}, {self.stop.text()}):"


Target = str | Span


@dataclass
class Dying:
    """What is to be cleared as an instruction ends, in order: variables and slots."""

    #: before the outputs are stored, which is what ends the life of the input below
    first: list[Target] = field(default_factory=list)
    #: behind it
    then: list[Target] = field(default_factory=list)
    #: the variables among them: those that hold what the outputs take the place of
    late: list[str] = field(default_factory=list)
    #: variables that are cleared already
    gone: set[str] = field(default_factory=set)

    def slots_first(self) -> list[str] | None:
        """The slots to clear before the outputs are stored; None where oparg tells which."""
        slots = [target for target in self.first if isinstance(target, str)]
        return slots if len(slots) == len(self.first) else None


def dying_inputs(
    inputs: list[Place], dies: str, outputs: list[Place], temporaries: Collection[str]
) -> Dying:
    """What dies of the inputs, where the outputs come into these places; `dies` is "up", "down" or
    the inputs' names in order, `temporaries` has `t_name` for inputs that are in variables, too."""
    dying = Dying()
    if sum(2 if p.is_array else 1 for p in inputs if p not in outputs) < 2:
        dies = "up"
    top = outputs[-1].stop if outputs else Distance()
    end = inputs[-1].stop if inputs else Distance()
    replaced: list[Place] = []
    sequence: list[Target | Place] = []
    for place in _in_order(inputs, dies):
        if place in outputs:
            continue
        over = _difference(place.start, top)
        if over is None or (over.known and over.number < 0):
            replaced.append(place)
            sequence.append(place)
        sequence += _slots(place, top, dies == "down")
    remaining = _difference(end, top)
    if remaining is None or not remaining.known:
        rest: list[Target | Place] = [Span(top, end, dies == "down")]
        sequence = [*rest, *replaced] if dies == "down" else [*replaced, *rest]
    stored = all(is_peek(place, inputs) for place in outputs)
    for target in sequence:
        if isinstance(target, Place):
            name = f"t_{target.name}"
            if name in temporaries:
                dying.late.append(name)
                dying.then.append(name)
            elif not stored:
                stored = True
                dying.first, dying.then = dying.then, []
        else:
            dying.then.append(target)
    if any(name in dying.first for name in dying.late):  # they are needed until then
        dying.first, dying.then = [], dying.first + dying.then
    return dying


def failing(definition: Definition, version: str) -> str | None:
    """An expression for the slots in which an instruction's inputs die where it raises, counted
    from the top of the stack (-1), a function of oparg where that matters; None where they do as
    all that is on the stack does."""
    dies = definition.fails(version)
    dead = [item for item in definition.effect.inputs if item not in definition.effect.outputs]
    if dies == "down" or definition.effect.inputs[-len(dead) :] != tuple(dead):
        return None
    if dies == "up":
        count = sum_of(tuple(dead))
        if "oparg" in count:
            return f"lambda oparg: range(-({count}), 0)"
        return f"range(-{count}, 0)" if int(eval(count)) > 1 else None
    names = [item.name for item in definition.effect.inputs]
    return repr(tuple(names.index(name.strip()) - len(names) for name in dies.split(",")))


def chains(targets: Sequence[Target]) -> Iterator[str]:
    """Statements that clear variables and slots, in this order."""
    chain: list[str] = []
    for target in targets:
        if isinstance(target, str):
            chain.append(target)
            continue
        if chain:
            yield " = ".join([*chain, "None"])
            chain = []
        yield f"{target.text()}\n    r[i] = None"
    if chain:
        yield " = ".join([*chain, "None"])


def _in_order(inputs: list[Place], dies: str) -> list[Place]:
    if dies == "up":
        return inputs
    if dies == "down":
        return inputs[::-1]
    by_name = {place.name: place for place in inputs}
    return [by_name.pop(name.strip()) for name in dies.split(",")]


def _slots(place: Place, top: Distance, down: bool) -> list[str]:
    """The slots of an input that are above the outputs, where they are known."""
    if not place.length.known:
        return []
    slots = []
    for i in range(place.length.number):
        slot = place.start + Distance(i)
        over = _difference(slot, top)
        if over is not None and over.number >= 0:
            slots.append(f"r[{slot.text()}]")
    return slots[::-1] if down else slots


def _difference(end: Distance, top: Distance) -> Distance | None:
    texts = list(end.texts)
    for text in top.texts:
        if text not in texts:
            return None
        texts.remove(text)
    return Distance(end.number - top.number, tuple(texts))
