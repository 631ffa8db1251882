"""Instructions that jump."""

from __future__ import annotations

from typing import Any

from peephole.instructions.registry import family
from peephole.instructions.vocabulary import jump

instruction = family("jumps")


@instruction("--")
def JUMP_FORWARD() -> None:
    """Jump oparg code units forward."""
    jump()


@instruction("--", signals="3.11-")
def JUMP_BACKWARD() -> None:
    """Jump oparg code units backward; signals and thread switches are looked at here."""
    jump()


@instruction("--")
def JUMP_BACKWARD_NO_INTERRUPT() -> None:
    """Jump oparg code units backward without looking at signals."""
    jump()


@instruction("value --", versions="3.12-")
def POP_JUMP_IF_FALSE(value: Any) -> None:
    """Pop a value and jump forward if it is false (since 3.13 it is a bool already)."""
    if not value:
        jump()


@instruction("value --", versions="3.12-")
def POP_JUMP_IF_TRUE(value: Any) -> None:
    """Pop a value and jump forward if it is true (since 3.13 it is a bool already)."""
    if value:
        jump()


@instruction("value --", versions="3.12-")
def POP_JUMP_IF_NONE(value: Any) -> None:
    """Pop a value and jump forward if it is None."""
    if value is None:
        jump()


@instruction("value --", versions="3.12-")
def POP_JUMP_IF_NOT_NONE(value: Any) -> None:
    """Pop a value and jump forward if it is not None."""
    if value is not None:
        jump()


@instruction("value --", versions="3.11")
def POP_JUMP_FORWARD_IF_FALSE(value: Any) -> None:
    """Pop a value and jump forward if it is false."""
    if not value:
        jump()


@instruction("value --", versions="3.11")
def POP_JUMP_FORWARD_IF_TRUE(value: Any) -> None:
    """Pop a value and jump forward if it is true."""
    if value:
        jump()


@instruction("value --", versions="3.11")
def POP_JUMP_FORWARD_IF_NONE(value: Any) -> None:
    """Pop a value and jump forward if it is None."""
    if value is None:
        jump()


@instruction("value --", versions="3.11")
def POP_JUMP_FORWARD_IF_NOT_NONE(value: Any) -> None:
    """Pop a value and jump forward if it is not None."""
    if value is not None:
        jump()


@instruction("value --", versions="3.11", signals="3.11-")
def POP_JUMP_BACKWARD_IF_FALSE(value: Any) -> None:
    """Pop a value and jump backward if it is false."""
    if not value:
        jump()


@instruction("value --", versions="3.11", signals="3.11-")
def POP_JUMP_BACKWARD_IF_TRUE(value: Any) -> None:
    """Pop a value and jump backward if it is true."""
    if value:
        jump()


@instruction("value --", versions="3.11", signals="3.11-")
def POP_JUMP_BACKWARD_IF_NONE(value: Any) -> None:
    """Pop a value and jump backward if it is None."""
    if value is None:
        jump()


@instruction("value --", versions="3.11", signals="3.11-")
def POP_JUMP_BACKWARD_IF_NOT_NONE(value: Any) -> None:
    """Pop a value and jump backward if it is not None."""
    if value is not None:
        jump()


@instruction("value --", versions="3.11", jump="value -- value")
def JUMP_IF_FALSE_OR_POP(value: Any) -> None:
    """Jump forward and keep the value if it is false, else pop it."""
    if not value:
        jump()


@instruction("value --", versions="3.11", jump="value -- value")
def JUMP_IF_TRUE_OR_POP(value: Any) -> None:
    """Jump forward and keep the value if it is true, else pop it."""
    if value:
        jump()
