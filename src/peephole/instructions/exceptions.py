"""Instructions that raise and handle exceptions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peephole.instructions.registry import family

if TYPE_CHECKING:
    from peephole.machine.exceptions import (
        check_eg_match,
        check_exc_match,
        handled_exception,
        prep_reraise_star,
        raise_active,
        reraise,
        set_handled,
    )

instruction = family("exceptions")


@instruction("args[oparg] --", select=("oparg", (0, 1, 2)), fails={"3.11-": "up"})
def RAISE_VARARGS(args: Any, thread: Any, selected: int) -> None:
    """Raise: 0 the active exception again, 1 an exception, 2 an exception with a cause."""
    if selected == 0:
        raise_active(thread)
    elif selected == 1:
        raise args[0]
    else:
        raise args[0] from args[1]


@instruction("values[oparg], exc -- values[oparg]")
def RERAISE(exc: Any, thread: Any) -> None:
    """Raise an exception again, as if it had not been handled: the traceback gets no new entry.
    With oparg 1 the frame's instruction is set to the one that lies below."""
    reraise(thread, exc)


@instruction("new_exc -- prev_exc, new_exc")
def PUSH_EXC_INFO(new_exc: Any) -> Any:
    """Start handling an exception: it becomes sys.exception(), the one before it goes below it."""
    previous = handled_exception()
    set_handled(new_exc)
    return previous, new_exc


@instruction("exc_value --")
def POP_EXCEPT(exc_value: Any) -> None:
    """End handling an exception: the one before it becomes sys.exception() again."""
    set_handled(exc_value)


@instruction("left, right -- left, b")
def CHECK_EXC_MATCH(left: Any, right: Any) -> Any:
    """Test an exception against the class, or tuple of classes, of an except clause."""
    return check_exc_match(left, right)


@instruction("exc_value, match_type -- rest, match")
def CHECK_EG_MATCH(exc_value: Any, match_type: Any, frame: Any, step: Any) -> Any:
    """Split an exception group by the classes of an except* clause: what is left and what matches
    (None where nothing does)."""
    rest, match = check_eg_match(exc_value, match_type, frame, step)
    return rest, match


@instruction("orig, excs -- val", versions="3.11")
def PREP_RERAISE_STAR(orig: Any, excs: Any) -> Any:
    """Combine what except* clauses raised and left over into the exception to raise, or None."""
    return prep_reraise_star(orig, excs)
