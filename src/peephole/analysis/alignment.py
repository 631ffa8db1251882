"""Which lines of several listings are shown side by side; `pairing` compares instructions."""

from __future__ import annotations

from difflib import SequenceMatcher

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    Row = tuple[int | None, ...]


def aligned(sequences: Sequence[Sequence[Hashable]]) -> list[Row]:
    """Rows that hold the index of an item of each sequence, or None where it has none there.

    Each sequence is aligned with those before it: equal items are side by side where the order
    allows, and so are as many of those that stand between the same equal ones.
    """
    rows: list[Row] = [(index,) for index in range(len(sequences[0]))] if sequences else []
    keys = list(sequences[0]) if sequences else []
    for width, items in enumerate(sequences[1:], 1):
        wider: list[Row] = []
        merged: list[Hashable] = []
        nothing = (None,) * width
        for _, begin, end, first, last in SequenceMatcher(None, keys, items, False).get_opcodes():
            for step in range(max(end - begin, last - first)):
                row = rows[begin + step] if begin + step < end else nothing
                index = first + step if first + step < last else None
                wider.append((*row, index))
                merged.append(keys[begin + step] if index is None else items[index])
        rows, keys = wider, merged
    return rows
