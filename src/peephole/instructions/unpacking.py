"""Instructions that unpack sequences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peephole.instructions.registry import family

if TYPE_CHECKING:
    from peephole.machine.unpack import unpack_ex, unpack_sequence

instruction = family("unpacking")


@instruction("seq -- values[oparg]", select=("oparg", (1, 2, 3, 4)))
def UNPACK_SEQUENCE(seq: Any, oparg: int, selected: int) -> Any:
    """Unpack an iterable into exactly oparg values, the first on top."""
    if selected == 1:
        (only,) = seq
        return [only]
    if selected == 2:
        first, second = seq
        return [second, first]
    if selected == 3:
        first, second, third = seq
        return [third, second, first]
    if selected == 4:
        first, second, third, fourth = seq
        return [fourth, third, second, first]
    return unpack_sequence(seq, oparg)


@instruction("seq -- after[oparg >> 8], rest, before[oparg & 0xFF]")
def UNPACK_EX(seq: Any, oparg: int) -> Any:
    """Unpack an iterable into oparg & 255 values, a list of the rest, and oparg >> 8 values from
    its end, the first on top."""
    return unpack_ex(seq, oparg & 0xFF, oparg >> 8)
