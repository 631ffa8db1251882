"""Instructions of returning, yielding and delegating to iterators."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peephole.instructions.registry import family
from peephole.instructions.vocabulary import NULL, jump, leave, leave_in_order, suspend

if TYPE_CHECKING:
    from peephole.machine.exceptions import reraise
    from peephole.machine.iterators import get_yield_from_iter, send_to, send_virtual

instruction = family("generators")


@instruction("retval --", versions="3.11-3.13")
def RETURN_VALUE(retval: Any) -> None:
    """Return the top to the caller."""
    leave(retval)


@instruction("retval --", versions="3.11-3.13")
def RETURN_VALUE_IN_ORDER(retval: Any) -> None:
    """RETURN_VALUE of code with variables that could die in the wrong order: first to last (later
    versions let them die last to first, as a list does with its items)."""
    leave_in_order(retval)


@instruction("retval -- res", versions="3.14-")
def RETURN_VALUE(retval: Any) -> None:
    """Return the top to the caller, where it becomes the result of the call."""
    leave(retval)


@instruction("--", versions="3.12-3.13")
def RETURN_CONST(operand: Any) -> None:
    """Return a constant of co_consts to the caller."""
    leave(operand)


@instruction("--", versions="3.12-3.13")
def RETURN_CONST_IN_ORDER(operand: Any) -> None:
    """RETURN_CONST of code with variables that could die in the wrong order."""
    leave_in_order(operand)


@instruction("-- res")
def RETURN_GENERATOR() -> Any:
    """Make a generator, coroutine or async generator of the frame and return it to the caller; as
    it first goes on, None is on the stack."""
    return None


@instruction("retval -- value")
def YIELD_VALUE(retval: Any) -> None:
    """Yield the top; what is sent takes its place as the frame goes on."""
    suspend(retval)


@instruction("iterable -- iter", versions="3.11-3.14")
def GET_YIELD_FROM_ITER(iterable: Any, frame: Any) -> Any:
    """Replace the operand of yield from by its iterator; a generator stays what it is."""
    return get_yield_from_iter(iterable, frame)


@instruction("receiver, v -- receiver, retval", versions="3.11", jump="receiver, v -- retval")
def SEND(receiver: Any, v: Any) -> Any:
    """Send a value to the subiterator and push what it yields; as it ends, pop it, push what it
    returned and jump."""
    value, returned = send_to(receiver, v)
    if returned:
        jump()
        return value
    return value


@instruction(
    "receiver, v -- receiver, retval",
    versions="3.12-3.14",
    jump="receiver, v -- receiver, retval",
)
def SEND(receiver: Any, v: Any) -> Any:
    """Send a value to the subiterator and push what it yields; as it ends, push what it returned
    and jump."""
    value, returned = send_to(receiver, v)
    if returned:
        jump()
        return value
    return value


@instruction(
    "receiver, index_or_null, v -- receiver, next_index_or_null, retval",
    versions="3.15-",
    jump="receiver, index_or_null, v -- receiver, next_index_or_null, retval",
)
def SEND(receiver: Any, index_or_null: Any, v: Any) -> Any:
    """Send a value to the subiterator (or take the next item of the list or tuple) and push what
    it yields; as it ends, push what it returned and jump."""
    index, value, returned = send_virtual(receiver, index_or_null, v)
    if returned:
        jump()
        return index, value
    return index, value


@instruction("receiver, value -- val", versions="3.12-3.14")
def END_SEND(value: Any) -> Any:
    """Drop the exhausted subiterator below the value that it returned."""
    return value


@instruction("receiver, index_or_null, value -- val", versions="3.15-")
def END_SEND(value: Any) -> Any:
    """Drop the exhausted subiterator and its index below the value that it returned."""
    return value


@instruction(
    "sub_iter, last_sent_val, exc_value -- none, value",
    versions="3.12-3.14",
    fails={"3.12-": "down"},
)
def CLEANUP_THROW(exc_value: Any, thread: Any) -> Any:
    """Handle an exception that throw() or close() brought to a yield from: StopIteration gives
    the subiterator's value, any other is raised again."""
    if not isinstance(exc_value, StopIteration):
        reraise(thread, exc_value)
    return None, exc_value.value


@instruction(
    "sub_iter, index_or_null, last_sent_val, exc_value -- none, null, value", versions="3.15-"
)
def CLEANUP_THROW(exc_value: Any, thread: Any) -> Any:
    """Handle an exception that throw() or close() brought to a yield from: StopIteration gives
    the subiterator's value, any other is raised again."""
    if not isinstance(exc_value, StopIteration):
        reraise(thread, exc_value)
    return None, NULL, exc_value.value
