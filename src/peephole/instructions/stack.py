"""Instructions that only move values on the stack."""

from typing import Any

from peephole.instructions.registry import family
from peephole.instructions.vocabulary import NULL

instruction = family("stack")


@instruction("value --")
def POP_TOP(value: Any) -> None:
    """Drop the top of the stack."""


@instruction("-- null")
def PUSH_NULL() -> Any:
    """Push NULL: the place of self for a call that has none."""
    return NULL


@instruction("bottom, unused[oparg - 1] -- bottom, unused[oparg - 1], top")
def COPY(bottom: Any) -> Any:
    """Push the value that lies oparg deep (1 is the top) once more."""
    return bottom


@instruction("bottom, unused[oparg - 2], top -- top, unused[oparg - 2], bottom")
def SWAP(bottom: Any, top: Any) -> Any:
    """Exchange the top with the value that lies oparg deep."""
    return top, bottom
