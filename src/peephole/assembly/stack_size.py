"""How much room a body needs on the value stack, and how deep it is where regions begin."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

from peephole.analysis.effects import ENDS, StackEffects, stack_effects

from .encoding import AssemblyError
from .operation import Label

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from .layout import Layout
    from .operation import TryRegion


class _Changes(dict[tuple[str, "int | None"], int]):
    """By how many items the stack grows if control goes on, by (opname, oparg)."""

    def __init__(self, effects: StackEffects) -> None:
        self.effects = effects

    def __missing__(self, key: tuple[str, int | None]) -> int:
        opname, oparg = key
        try:
            change = self.effects.counts(opname, oparg or 0)[1]
        except KeyError:
            change = 0  # no instruction: what it would do nobody knows
        if len(self) > _MOST_KNOWN:
            self.clear()
        self[key] = change
        return change


_MOST_KNOWN = 1 << 16
_changes: dict[str, _Changes] = {}


class StackSize:
    """The stack of a body.

    - `highest`: the most items there are at any time
    - `depths`: of each region, as it is or as it is found where none is given

    AssemblyError where paths disagree, or there would be fewer than no items.
    """

    def __init__(
        self,
        version: str,
        layout: Layout,
        regions: Sequence[TryRegion],
        spans: Sequence[tuple[int, int, int]],
    ) -> None:
        self.layout = layout
        self.regions = regions
        self.effects = stack_effects(version)
        changes = _changes.get(version)
        if changes is None:
            changes = _changes[version] = _Changes(self.effects)
        numbers: list[int | None] = layout.opargs  # type: ignore[assignment]
        if layout.jumps:
            numbers = numbers.copy()
            for index in layout.jumps:
                numbers[index] = 0
        self.changes = list(map(changes.__getitem__, zip(layout.opnames, numbers, strict=True)))
        self.highest = 0
        self.depths: list[int | None] = [region.depth for region in regions]
        self._before: dict[int, int] = {}
        self._waiting: list[int] = []
        self._ends = self._boundaries(spans)
        self._region_at = {
            start: index
            for first, last, index in spans
            for start in self._starts[
                bisect_left(self._starts, first) : bisect_left(self._starts, last)
            ]
        }
        self._walk()

    def found_depths(self) -> list[int]:
        """The depths of all regions; 0 where control never comes."""
        return [depth or 0 for depth in self.depths]

    def _boundaries(self, spans: Sequence[tuple[int, int, int]]) -> dict[int, int]:
        """Where straight pieces of the body end, by where they start."""
        layout = self.layout
        count = len(layout.opnames)
        bounds = {0, *layout.index.values()}
        bounds.update([index + 1 for index in layout.jumps])
        bounds.update([i for i, opname in enumerate(layout.opnames, 1) if opname in ENDS])
        for first, last, _ in spans:
            bounds.update((first, last))
        self._starts = sorted([each for each in bounds if each < count])
        return dict(zip(self._starts, [*self._starts, count][1:], strict=True))

    def _walk(self) -> None:
        if not self.layout.opnames:
            return
        # In 3.10 a generator finds on the stack what was sent to start it.
        self._arrive(0, int(self.layout.opnames[0] == "GEN_START"))
        while self._waiting:
            start = self._waiting.pop()
            self._piece(start, self._ends[start], self._before[start])

    def _piece(self, start: int, end: int, depth: int) -> None:
        layout = self.layout
        if self._region_at:
            self._enter_handler(start, end, depth)
        depths = list(accumulate(self.changes[start:end], initial=depth))
        highest = max(depths)
        if highest > self.highest:
            self.highest = highest
        if min(depths) < 0:
            self._underflow(start, depths)
        last = end - 1
        opname, oparg = layout.opnames[last], layout.opargs[last]
        if oparg.__class__ is Label and self.effects.continues_at_target(opname):
            taken = depths[-2] + self.effects.counts(opname, 0)[2]
            self._arrive(layout.index[oparg], taken)
        if opname not in ENDS:
            self._arrive(end, depths[-1])

    def _enter_handler(self, start: int, end: int, depth: int) -> None:
        index = self._region_at.get(start)
        if index is None:
            return
        region = self.regions[index]
        if self.depths[index] is None and self.layout.index[region.start] == start:
            self.depths[index] = depth
        keeps = self.depths[index]
        if keeps is None or all(name == "PUSH_EXC_INFO" for name in self.layout.opnames[start:end]):
            return
        self._arrive(self.layout.index[region.handler], keeps + region.lasti + 1)

    def _arrive(self, index: int, depth: int) -> None:
        known = self._before.get(index)
        if known is None:
            self._before[index] = depth
            if depth > self.highest:
                self.highest = depth
            if index < len(self.layout.opnames):
                self._waiting.append(index)
        elif known != depth:
            raise AssemblyError(
                f"the stack has {known} items on one path and {depth} on another "
                f"{self._told(index)}"
            )

    def _underflow(self, start: int, depths: list[int]) -> None:
        index = start + next(i for i, depth in enumerate(depths) if depth < 0) - 1
        raise AssemblyError(f"items are taken off an empty stack {self._told(index)}")

    def _told(self, index: int) -> str:
        """Where an operation is, in words."""
        if index == len(self.layout.opnames):
            return "at the end"
        line = self.layout.operations[index].line
        where = "" if line is None else f", line {line}"
        return f"at operation {index} ({self.layout.opnames[index]}{where})"
