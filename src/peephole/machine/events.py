"""What the machine tells an observer. The vocabulary is that of sys.monitoring (PEP 669)."""

from __future__ import annotations

from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from peephole.machine.frame import Frame, Step


class Observer:
    """Override what you want to hear of; the machine without an observer has no trace of it.

    A frame's `code`, `stack`, `top`, `line`, `back`, `globals`, `local_variables()` can be looked
    at while a method runs; guest values must be looked at without running guest code.

    Where all that `instruction` does is to add integers to counters of the observer (each a
    `Counter` or a `defaultdict(int)`) and to keep its arguments in attributes, it may be told of
    several instructions at once, of those between which no other code can have looked.
    """

    def instruction(self, frame: Frame, step: Step, target: Step | None, top: Any) -> None:
        """INSTRUCTION: `step` has been executed; `target` is next in this frame, None where the
        frame is left or waits for a call; `top` is on top of the value stack, NULL where the stack
        is empty (or NULL is there)."""

    def start(self, frame: Frame) -> None:
        """PY_START: a frame starts."""

    def resume(self, frame: Frame) -> None:
        """PY_RESUME, PY_THROW: a generator's frame goes on."""

    def suspend(self, frame: Frame, value: Any) -> None:
        """PY_YIELD: a generator's frame yields a value."""

    def leave(self, frame: Frame, value: Any) -> None:
        """PY_RETURN: a frame returns a value."""

    def unwind(self, frame: Frame, exception: BaseException) -> None:
        """PY_UNWIND: a frame is left by an exception."""

    def raised(self, frame: Frame, exception: BaseException, step: Step) -> None:
        """RAISE: an exception is raised at a step, or comes out of the call there."""

    def reraised(self, frame: Frame, exception: BaseException, step: Step) -> None:
        """RERAISE: an exception is raised again at a step."""

    def handled(self, frame: Frame, exception: BaseException, step: Step) -> None:
        """EXCEPTION_HANDLED: the frame goes on at `step`, the first of the handler."""


def nothing(frame: Frame, step: Step, target: Step | None, top: Any) -> None:
    """What hears of instructions where there is no observer."""


def overridden(observer: Observer | None, name: str) -> Any:
    """A method of an observer, None where it is the one that does nothing."""
    if observer is None or getattr(type(observer), name, None) is getattr(Observer, name):
        return None
    return getattr(observer, name)
