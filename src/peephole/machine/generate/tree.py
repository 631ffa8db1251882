"""The dispatch tree: which comparisons lead to which leaf.

Python has no switch that jumps, so the loop finds a leaf by comparing numbers.  The leaves are
numbered, and the comparisons nested, by a Huffman tree of how often each leaf is executed: the
frequent ones are three or four comparisons away, the rare ones more than ten.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Branch:
    """Numbers below `below` are in `low`, the others in `high`."""

    below: int
    low: Branch | int
    high: Branch | int


def dispatch_tree(weights: list[float]) -> tuple[list[int], Branch | int]:
    """Number the leaves and nest them: (number of each leaf, tree over the numbers)."""
    heap: list[tuple[float, int, Any]] = [(weight, i, i) for i, weight in enumerate(weights)]
    heapq.heapify(heap)
    serial = len(weights)
    while len(heap) > 1:
        first, second = heapq.heappop(heap), heapq.heappop(heap)
        # the heavier side is tested first: it is the branch that falls through
        heapq.heappush(heap, (first[0] + second[0], serial, (second[2], first[2])))
        serial += 1
    numbers = [0] * len(weights)
    tree, _ = _numbered(heap[0][2], numbers, iter(range(len(weights))))
    return numbers, tree


def _numbered(node: Any, numbers: list[int], order: Iterator[int]) -> tuple[Branch | int, int]:
    """Number the leaves below a node from the left: (the node's branch, its first number)."""
    if isinstance(node, int):
        numbers[node] = number = next(order)
        return number, number
    low, first = _numbered(node[0], numbers, order)
    high, start = _numbered(node[1], numbers, order)
    return Branch(start, low, high), first


def emit(tree: Branch | int, leaves: dict[int, list[str]], level: int) -> list[str]:
    """Source lines of the comparisons with the leaves' lines in them."""
    pad = "    " * level
    if isinstance(tree, int):
        return [pad + line for line in leaves[tree]]
    return [
        f"{pad}if op < {tree.below}:",
        *emit(tree.low, leaves, level + 1),
        f"{pad}else:",
        *emit(tree.high, leaves, level + 1),
    ]
