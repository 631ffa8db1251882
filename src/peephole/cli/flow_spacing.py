"""Horizontal places in a layered drawing: near what they are joined to, and no two too close.

The order in each layer stays. Sweep by sweep each item wants to be at the weighted mean of its
neighbours, and a layer gives its items the places that differ least from that, which is the
regression by pooling adjacent violators (Ayer et al., 1955).
"""

from __future__ import annotations

from itertools import pairwise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Links = Mapping[int, Sequence[tuple[int, float]]]

_SWEEPS = 24


def spaced(
    layers: Sequence[Sequence[int]], widths: Mapping[int, float], links: Links
) -> dict[int, float]:
    """The middle of each item, in pixels.

    `layers`: items from left to right, layer by layer; `widths`: what each takes, with its gap;
    `links`: the neighbours of each, in the layers beside its own, and how much they matter.
    """
    places: dict[int, float] = {}
    for layer in layers:
        x = 0.0
        for item in layer:
            places[item] = x + widths[item] / 2
            x += widths[item]
    level = {item: number for number, layer in enumerate(layers) for item in layer}
    for sweep in range(_SWEEPS):
        down = sweep % 2 == 0
        for layer in layers if down else reversed(layers):
            wishes = []
            for item in layer:
                near = [
                    (places[other], weight)
                    for other, weight in links.get(item, ())
                    if sweep >= _SWEEPS // 2 or (level[other] < level[item]) == down
                ]
                total = sum(weight for _, weight in near)
                wish = sum(x * weight for x, weight in near) / total if near else places[item]
                wishes.append((wish, total or 0.1))
            found = _separated(wishes, [widths[item] for item in layer])
            places.update(zip(layer, found, strict=True))
    return places


def _separated(wishes: Sequence[tuple[float, float]], widths: Sequence[float]) -> list[float]:
    """Places in order, each at least half of both widths from the next, near the wishes.

    `wishes`: (place, weight).
    """
    offsets = [0.0]
    for left, right in pairwise(widths):
        offsets.append(offsets[-1] + (left + right) / 2)
    blocks: list[tuple[float, float, int]] = []  # mean, weight, items
    for (wish, weight), offset in zip(wishes, offsets, strict=True):
        mean, count = wish - offset, 1
        while blocks and blocks[-1][0] >= mean:
            other, mass, items = blocks.pop()
            mean = (mean * weight + other * mass) / (weight + mass)
            weight += mass
            count += items
        blocks.append((mean, weight, count))
    means = [mean for mean, _, count in blocks for _ in range(count)]
    return [mean + offset for mean, offset in zip(means, offsets, strict=True)]
