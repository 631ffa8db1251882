"""Instructions that compute: unary and binary operators, comparisons, tests, subscripts."""

from __future__ import annotations

from typing import Any

from peephole.instructions.registry import family
from peephole.instructions.vocabulary import compare, operate

instruction = family("operators")


@instruction("value -- res", versions="3.11")
def UNARY_POSITIVE(value: Any) -> Any:
    """Compute +value."""
    return +value


@instruction("value -- res")
def UNARY_NEGATIVE(value: Any) -> Any:
    """Compute -value."""
    return -value


@instruction("value -- res")
def UNARY_NOT(value: Any) -> Any:
    """Compute not value; since 3.13 the value is a bool already (TO_BOOL goes before)."""
    return not value


@instruction("value -- res")
def UNARY_INVERT(value: Any) -> Any:
    """Compute ~value."""
    return ~value


@instruction("value -- res", versions="3.13-")
def TO_BOOL(value: Any) -> Any:
    """Replace the top by its truth value."""
    return True if value else False  # noqa: SIM210 - bool() would cost a call


@instruction("left, right -- res", versions="3.11-3.13", select=("oparg", tuple(range(26))))
def BINARY_OP(left: Any, right: Any) -> Any:
    """Compute left OP right, or left OP= right in place, with the operator that oparg numbers."""
    return operate(left, right)


@instruction(
    "left, right -- res",
    versions="3.14-",
    select=("oparg", tuple(range(27))),
    dies={"3.14": "up"},
)
def BINARY_OP(left: Any, right: Any) -> Any:
    """Compute left OP right, or left OP= right in place, or left[right], with the operator that
    oparg numbers."""
    return operate(left, right)


@instruction("container, sub -- res", versions="3.11-3.13")
def BINARY_SUBSCR(container: Any, sub: Any) -> Any:
    """Compute container[sub]."""
    return container[sub]


@instruction(
    "container, start, stop -- res",
    versions="3.12-",
    dies={"3.12-3.14": "start, stop, container"},
    fails={"3.14": "start, stop, container"},
)
def BINARY_SLICE(container: Any, start: Any, stop: Any) -> Any:
    """Compute container[start:stop]."""
    return container[start:stop]


@instruction("value, container, sub --")
def STORE_SUBSCR(value: Any, container: Any, sub: Any) -> None:
    """Do container[sub] = value."""
    container[sub] = value


@instruction(
    "value, container, start, stop --",
    versions="3.12-",
    dies={
        "3.12-3.13": "start, stop, value, container",
        "3.14-": "start, stop, container, value",
    },
    fails={"3.14-": "start, stop, container, value"},
)
def STORE_SLICE(value: Any, container: Any, start: Any, stop: Any) -> None:
    """Do container[start:stop] = value."""
    container[start:stop] = value


@instruction("container, sub --")
def DELETE_SUBSCR(container: Any, sub: Any) -> None:
    """Do del container[sub]."""
    del container[sub]


@instruction("left, right -- res", versions="3.11", select=("oparg", tuple(range(6))))
def COMPARE_OP(left: Any, right: Any) -> Any:
    """Compare with the operator that oparg numbers."""
    return compare(left, right)


@instruction("left, right -- res", versions="3.12", select=("oparg >> 4", tuple(range(6))))
def COMPARE_OP(left: Any, right: Any) -> Any:
    """Compare with the operator oparg >> 4; the low bits tell the specializer what is compared."""
    return compare(left, right)


@instruction(
    "left, right -- res",
    versions="3.13-",
    select=("oparg >> 5 | (oparg & 16)", (0, 1, 2, 3, 4, 5, 16, 17, 18, 19, 20, 21)),
)
def COMPARE_OP(left: Any, right: Any, selected: int) -> Any:
    """Compare with the operator oparg >> 5; with bit 16 set the result becomes a bool."""
    if selected & 16:
        return True if compare(left, right) else False  # noqa: SIM210 - bool() would cost a call
    return compare(left, right)


@instruction("left, right -- res", select=("oparg", (0, 1)))
def IS_OP(left: Any, right: Any, selected: int) -> Any:
    """Compute left is right, or with oparg 1 left is not right."""
    if selected:
        return left is not right
    return left is right


@instruction("left, right -- res", select=("oparg", (0, 1)))
def CONTAINS_OP(left: Any, right: Any, selected: int) -> Any:
    """Compute left in right, or with oparg 1 left not in right."""
    if selected:
        return left not in right
    return left in right
