"""Where the blocks of a control-flow graph are drawn, and the ways of the edges between them.

The layers and the order in them are found by fast-sugiyama; it wants a graph without cycles, so
the edges that go back are turned round for it. How far apart things are is found by flow_spacing.
"""

from __future__ import annotations

from typing import NamedTuple

from fast_sugiyama import from_edges

from .flow_spacing import spaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Point = tuple[float, float]
    Pair = tuple[int, int]

GAP_X = 36.0
GAP_Y = 44.0
_WAY = 16.0  # what an edge that passes a layer takes
_STRAIGHT = 30.0  # how much it matters that such an edge is straight


class Box(NamedTuple):
    """A block: its middle at the top, and its size (pixels)."""

    x: float
    y: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        return self.y + self.height


class Layout:
    """A drawing's geometry.

    - `boxes`: by block
    - `ways`: by (source, target): the places on the way, each a point at the top and one at the
      bottom of the layer that is passed, from source to target; none for neighbours
    - `backward`: the pairs that go up
    - `width`, `height`: of all
    """

    def __init__(
        self,
        sizes: Sequence[Point],
        edges: Sequence[Pair],
        weights: Mapping[Pair, float] | None = None,
    ) -> None:
        """`sizes`: width and height of each block; `edges`: (source, target), a pair once;
        `weights`: how near to each other they should be drawn, 1 if they are not there."""
        self.sizes = sizes
        self.weights = weights or {}
        self.backward = _backward(len(sizes), edges)
        self.boxes: dict[int, Box] = {}
        self.ways: dict[Pair, list[Point]] = {}
        self.width = self.height = 0.0
        forward = sorted(
            {
                (target, source) if (source, target) in self.backward else (source, target)
                for source, target in edges
                if source != target
            }
        )
        if forward:
            for positions, laid in _laid(forward):
                self._place(positions, laid)
        for index in range(len(sizes)):
            if index not in self.boxes:
                self._place({index: (0.0, 0.0)}, [])
        for source, target in edges:
            way = self.ways.get((target, source))
            if (source, target) in self.backward and way is not None:
                self.ways[source, target] = way[::-1]

    def _place(self, positions: dict[int, Point], laid: list[Pair]) -> None:
        """Put a connected part of the graph to the right of what there is."""
        layers = sorted({y for _, y in positions.values()}, reverse=True)
        tops: dict[float, Point] = {}
        y = 0.0
        for layer in layers:
            blocks = [index for index, place in positions.items() if place[1] == layer]
            height = max((self._size(index)[1] for index in blocks), default=0.0)
            tops[layer] = (y, y + height)
            y += height + GAP_Y
        places = self._spaced(positions, laid)
        left = min(x - self._size(index)[0] / 2 for index, x in places.items())
        shift = self.width + (GAP_X if self.width else 0.0) - left
        dummies: dict[int, list[Point]] = {}
        for index, (_, layer) in positions.items():
            top, bottom = tops[layer]
            x = places[index] + shift
            if index >= 0:
                width, height = self.sizes[index]
                self.boxes[index] = Box(x, top, width, height)
            else:
                dummies[index] = [(x, top), (x, bottom)]
        self._follow(dummies, laid)
        right = max(x + self._size(index)[0] / 2 for index, x in places.items())
        self.width = shift + right
        self.height = max(self.height, y - GAP_Y)

    def _spaced(self, positions: dict[int, Point], laid: list[Pair]) -> dict[int, float]:
        """The horizontal places of blocks and of the edges that pass a layer."""
        layers: dict[float, list[int]] = {}
        for index in sorted(positions, key=lambda index: positions[index][0]):
            layers.setdefault(-positions[index][1], []).append(index)
        links: dict[int, list[tuple[int, float]]] = {}
        for source, target in laid:
            if source < 0 and target < 0:
                weight = _STRAIGHT
            else:
                weight = max(
                    self.weights.get((source, target), 1.0), self.weights.get((target, source), 1.0)
                )
            links.setdefault(source, []).append((target, weight))
            links.setdefault(target, []).append((source, weight))
        widths = {
            index: self._size(index)[0] + GAP_X if index >= 0 else _WAY for index in positions
        }
        return spaced([layers[key] for key in sorted(layers)], widths, links)

    def _size(self, index: int) -> Point:
        return self.sizes[index] if index >= 0 else (0.0, 0.0)

    def _follow(self, dummies: dict[int, list[Point]], laid: list[Pair]) -> None:
        """Join the places that an edge passes to its way."""
        after = {source: target for source, target in laid if source in dummies}
        for source, target in laid:
            if source in dummies:
                continue
            way: list[Point] = []
            while target in dummies:
                way += dummies[target]
                target = after[target]
            self.ways[source, target] = way


def _laid(edges: Sequence[Pair]) -> Iterator[tuple[dict[int, Point], list[Pair]]]:
    """The positions in each connected part of a graph, and its edges cut where they pass layers.

    Numbers below 0 are of places on the way of an edge.
    """
    blocks = sorted({index for edge in edges for index in edge})
    numbers = {block: number for number, block in enumerate(blocks)}

    def name(number: int | str) -> int:
        # What fast-sugiyama adds is numbered on.
        assert isinstance(number, int)
        return blocks[number] if number < len(blocks) else -number

    for positions, _, _, laid in from_edges(
        [(numbers[source], numbers[target]) for source, target in edges],
        dummy_vertices=True,
    ):
        yield (
            {name(number): place for number, place in positions},
            [(name(source), name(target)) for source, target in laid or ()],
        )


def _backward(count: int, edges: Sequence[Pair]) -> set[Pair]:
    """The edges that close a cycle in a depth-first walk in the order of the blocks."""
    targets: dict[int, list[int]] = {}
    for source, target in edges:
        targets.setdefault(source, []).append(target)
    found: set[Pair] = set()
    state = [0] * count  # 1 while a block is on the path, 2 when all behind it is done
    for root in range(count):
        if state[root]:
            continue
        state[root] = 1
        path = [(root, iter(targets.get(root, ())))]
        while path:
            index, rest = path[-1]
            onward = next(rest, None)
            if onward is None:
                state[index] = 2
                path.pop()
            elif state[onward] == 1:
                found.add((index, onward))
            elif state[onward] == 0:
                state[onward] = 1
                path.append((onward, iter(targets.get(onward, ()))))
    return found
