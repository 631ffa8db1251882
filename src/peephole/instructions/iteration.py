"""Instructions that iterate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peephole.instructions.registry import family
from peephole.instructions.vocabulary import NULL, jump

if TYPE_CHECKING:
    from peephole.machine.iterators import get_iter

instruction = family("iteration")


@instruction("iterable -- iter", versions="3.11-3.14")
def GET_ITER(iterable: Any) -> Any:
    """Replace an iterable by its iterator."""
    return iter(iterable)


@instruction("iterable -- iter, index_or_null", versions="3.15-")
def GET_ITER(iterable: Any, oparg: int, frame: Any) -> Any:
    """Replace an iterable by what FOR_ITER and SEND iterate over: an exact list or tuple and the
    index of its next item, or an iterator and NULL."""
    if type(iterable) is list or type(iterable) is tuple:
        return iterable, 0
    return get_iter(iterable, oparg, frame), NULL


@instruction("iter -- iter, next", versions="3.11", jump="iter --")
def FOR_ITER(iter: Any) -> Any:
    """Push the iterator's next value; at its end pop the iterator and jump."""
    value = next(iter, NULL)
    if value is NULL:
        jump()
        return None
    return value


@instruction(
    "iter -- iter, next", versions="3.12", jump="iter -- iter, next", landing="iter --", skips=1
)
def FOR_ITER(iter: Any) -> Any:
    """Push the iterator's next value; at its end pop the iterator and jump behind the END_FOR
    that is the target."""
    value = next(iter, NULL)
    if value is NULL:
        jump()
        return None
    return value


@instruction(
    "iter -- iter, next", versions="3.13", jump="iter -- iter, next", landing="iter --", skips=2
)
def FOR_ITER(iter: Any) -> Any:
    """Push the iterator's next value; at its end pop the iterator and jump behind the END_FOR
    that is the target and the POP_TOP that follows it."""
    value = next(iter, NULL)
    if value is NULL:
        jump()
        return None
    return value


@instruction(
    "iter -- iter, next",
    versions="3.14",
    jump="iter -- iter, next",
    landing="iter -- iter",
    skips=1,
)
def FOR_ITER(iter: Any) -> Any:
    """Push the iterator's next value; at its end jump behind the END_FOR that is the target."""
    value = next(iter, NULL)
    if value is NULL:
        jump()
        return None
    return value


@instruction(
    "iter, index_or_null -- iter, next_index_or_null, next",
    versions="3.15-",
    jump="iter, index_or_null -- iter, index_or_null, next",
    landing="iter, index_or_null -- iter, index_or_null",
    skips=1,
)
def FOR_ITER(iter: Any, index_or_null: Any) -> Any:
    """Push the next value of the iterator, or of the list or tuple at the index; at the end jump
    behind the END_FOR that is the target."""
    if index_or_null is NULL:
        value = next(iter, NULL)
        if value is NULL:
            jump()
            return None
        return NULL, value
    if index_or_null < len(iter):
        return index_or_null + 1, iter[index_or_null]
    jump()
    return None


@instruction("iter, value --", versions="3.12")
def END_FOR() -> None:
    """Pop the exhausted iterator and what FOR_ITER left (FOR_ITER jumps behind it)."""


@instruction("value --", versions="3.13-")
def END_FOR() -> None:
    """Pop what FOR_ITER left at the end of a loop (FOR_ITER jumps behind it)."""


@instruction("iter --", versions="3.14")
def POP_ITER() -> None:
    """Pop the iterator at the end of a loop."""


@instruction("iter, index_or_null --", versions="3.15-")
def POP_ITER() -> None:
    """Pop the iterator and its index at the end of a loop."""
