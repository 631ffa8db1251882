"""The words that definitions use beside Python's own, and what the machine makes of them.

None of these functions is ever called: the generator of the evaluation loop puts code in their
place, so calling one is an error.
"""

from typing import Any, NoReturn

#: The absence of a value, on the stack and in unbound locals.
NULL: Any = None


def _word(name: str) -> NoReturn:
    raise RuntimeError(f"{name}() has a meaning only inside an instruction's definition")


def jump() -> None:
    """Go on at the instruction's jump target."""
    _word("jump")


def done() -> None:
    """From here on the instruction has been executed: no signal is raised at it once its results
    are stored."""
    _word("done")


def enter(frame: Any) -> None:
    """Push a guest frame; what it returns becomes the instruction's result."""
    _word("enter")


def leave(value: Any) -> None:
    """Return from the frame with a value."""
    _word("leave")


def leave_in_order(value: Any) -> None:
    """Return from the frame with a value; the frame's variables die first to last."""
    _word("leave_in_order")


def suspend(value: Any) -> None:
    """Yield a value out of the frame; what is sent becomes the instruction's result."""
    _word("suspend")


def probe() -> None:
    """Call the operand, and go on at the node that it returns."""
    _word("probe")


def operate(left: Any, right: Any) -> Any:
    """The binary operation that the operand names (``+``, ``-=``, ``[]`` ...)."""
    _word("operate")


def compare(left: Any, right: Any) -> Any:
    """The rich comparison that the operand names (``<``, ``==`` ...)."""
    _word("compare")


def replace(input: Any, value: Any) -> None:
    """Put a value in the place of an input, which dies unless something else holds it."""
    _word("replace")


def inputs_from(first: Any) -> list[Any]:
    """The inputs from one of them to the last, as a new list."""
    _word("inputs_from")


def below() -> Any:
    """The value below the inputs (of a function with free variables: its closure to be)."""
    _word("below")
