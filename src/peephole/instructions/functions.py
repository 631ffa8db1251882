"""Instructions that make functions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peephole.instructions.registry import family
from peephole.instructions.vocabulary import below

if TYPE_CHECKING:
    from peephole.machine.functions import (
        make_function,
        make_function_with,
        set_function_attribute,
    )

instruction = family("functions")


@instruction(
    "attributes[(oparg & 1) + (oparg >> 1 & 1) + (oparg >> 2 & 1) + (oparg >> 3 & 1)], codeobj "
    "-- func",
    versions="3.11-3.12",
)
def MAKE_FUNCTION(attributes: Any, codeobj: Any, frame: Any, step: Any, oparg: int) -> Any:
    """Make a function of a code object, with the attributes that the bits of oparg announce:
    1 defaults, 2 keyword defaults, 4 annotations, 8 closure."""
    return make_function_with(codeobj, frame, attributes, oparg, step)


@instruction("codeobj -- func", versions="3.13-")
def MAKE_FUNCTION(codeobj: Any, frame: Any, step: Any) -> Any:
    """Make a function of a code object."""
    return make_function(codeobj, frame, below(), step)


@instruction("attr, func -- func", versions="3.13-")
def SET_FUNCTION_ATTRIBUTE(attr: Any, func: Any, oparg: int) -> Any:
    """Give a new function an attribute: 1 defaults, 2 keyword defaults, 4 annotations, 8 closure,
    16 (3.14+) the function that computes the annotations."""
    return set_function_attribute(func, attr, oparg)
