"""Instructions that load, store and delete attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peephole.instructions.registry import family
from peephole.instructions.vocabulary import NULL

if TYPE_CHECKING:
    from types import MethodType

    from peephole.machine.attributes import load_super_attr

instruction = family("attributes")


@instruction("owner -- attr", versions="3.11")
def LOAD_ATTR(owner: Any, operand: str) -> Any:
    """Push an attribute."""
    return getattr(owner, operand)


@instruction("owner -- method_or_null, self_or_method", versions="3.11")
def LOAD_METHOD(owner: Any, operand: str) -> Any:
    """Push an attribute that is about to be called: a method's function and self, or NULL and the
    attribute."""
    attr = getattr(owner, operand)
    if type(attr) is MethodType and attr.__self__ is owner:
        return attr.__func__, owner
    return NULL, attr


@instruction(
    "owner -- method_or_null[oparg & 1], attr_or_self", "3.12", select=("oparg & 1", (0, 1))
)
def LOAD_ATTR(owner: Any, operand: str, selected: int) -> Any:
    """Push an attribute (name oparg >> 1); with the low bit of oparg set it is about to be called:
    push a method's function and self, or NULL and the attribute."""
    attr = getattr(owner, operand)
    if selected and type(attr) is MethodType and attr.__self__ is owner:
        return attr.__func__, owner
    return NULL, attr


@instruction("owner -- attr, self_or_null[oparg & 1]", "3.13-", select=("oparg & 1", (0, 1)))
def LOAD_ATTR(owner: Any, operand: str, selected: int) -> Any:
    """Push an attribute (name oparg >> 1); with the low bit of oparg set it is about to be called:
    push a method's function and self, or the attribute and NULL."""
    attr = getattr(owner, operand)
    if selected and type(attr) is MethodType and attr.__self__ is owner:
        return attr.__func__, owner
    return attr, NULL


@instruction("owner -- attr", versions="3.11")
def LOAD_ATTR_ANSWERED(owner: Any, frame: Any, operand: Any) -> Any:
    """LOAD_ATTR of a name that frame objects have: the machine knows better what it is."""
    return operand(owner, frame)


@instruction("owner -- method_or_null, self_or_method", versions="3.11")
def LOAD_METHOD_ANSWERED(owner: Any, frame: Any, operand: Any) -> Any:
    """LOAD_METHOD of a name that frame objects have: the machine knows better what it is."""
    return NULL, operand(owner, frame)


@instruction(
    "owner -- method_or_null[oparg & 1], attr_or_self", "3.12", select=("oparg & 1", (0, 1))
)
def LOAD_ATTR_ANSWERED(owner: Any, frame: Any, operand: Any, selected: int) -> Any:
    """LOAD_ATTR of a name that frame objects have: the machine knows better what it is."""
    return NULL, operand(owner, frame)


@instruction("owner -- attr, self_or_null[oparg & 1]", "3.13-", select=("oparg & 1", (0, 1)))
def LOAD_ATTR_ANSWERED(owner: Any, frame: Any, operand: Any, selected: int) -> Any:
    """LOAD_ATTR of a name that frame objects have: the machine knows better what it is."""
    return operand(owner, frame), NULL


@instruction(
    "global_super, class, self -- method_or_null[oparg & 1], attr_or_self",
    "3.12",
    select=("oparg & 1", (0, 1)),
)
def LOAD_SUPER_ATTR(
    global_super: Any, class_: Any, self: Any, operand: str, oparg: int, selected: int
) -> Any:
    """Push super().name (name oparg >> 2) without making the super object; the low bit of oparg
    as for LOAD_ATTR, the second bit: super was called with two arguments."""
    attr = load_super_attr(global_super, class_, self, operand, oparg)
    if selected and type(attr) is MethodType and attr.__self__ is self:
        return attr.__func__, self
    return NULL, attr


@instruction(
    "global_super, class, self -- attr, self_or_null[oparg & 1]",
    "3.13-",
    select=("oparg & 1", (0, 1)),
)
def LOAD_SUPER_ATTR(
    global_super: Any, class_: Any, self: Any, operand: str, oparg: int, selected: int
) -> Any:
    """Push super().name (name oparg >> 2) without making the super object; the low bit of oparg
    as for LOAD_ATTR, the second bit: super was called with two arguments."""
    attr = load_super_attr(global_super, class_, self, operand, oparg)
    if selected and type(attr) is MethodType and attr.__self__ is self:
        return attr.__func__, self
    return attr, NULL


@instruction("value, owner --")
def STORE_ATTR(value: Any, owner: Any, operand: str) -> None:
    """Set an attribute."""
    setattr(owner, operand, value)


@instruction("value, owner --")
def STORE_ATTR_ANSWERED(value: Any, owner: Any, operand: Any) -> None:
    """STORE_ATTR of a name for which the machine answers."""
    operand(owner, value)


@instruction("owner --")
def DELETE_ATTR(owner: Any, operand: str) -> None:
    """Delete an attribute."""
    delattr(owner, operand)


@instruction("owner --")
def DELETE_ATTR_ANSWERED(owner: Any, operand: Any) -> None:
    """DELETE_ATTR of a name for which the machine answers."""
    operand(owner)
