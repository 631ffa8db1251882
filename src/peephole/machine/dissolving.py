"""Code that has run and will not again, let go of at once.

Decoded code has cycles: the garbage collector would find it, and tell the guest how much it was.
"""

from __future__ import annotations

from sys import getrefcount

from peephole.machine.frame import FunctionStep, Step
from peephole.machine.hiding import hide_all
from peephole.machine.settings import settings
from peephole.machine.trampolines import run_by
from peephole.machine.translate.entries import RUN, WARM
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from peephole.machine.executable import Executable


def dissolve(executable: Executable) -> None:
    """Forget code that will not run again, and the code of functions that it has made and that
    have died: class bodies, lambdas, comprehensions of 3.11."""
    pending: list[Any] = [executable.entry]
    executable.forget()
    if settings.probing is not None or settings.observer is not None:
        return
    dead: list[Executable | None] = []
    while pending:
        node = pending.pop()
        if not node:
            continue
        content = node[:]
        node.clear()
        leaf, first, operand, following, step = content
        pending.append(following)
        if leaf in (WARM, RUN):
            pending.append(first)  # the node as it was decoded
            continue
        if step.handler is not None:
            pending.append(step.handler[0])
        if _is_node(operand):
            pending.append(operand)
        if type(step) is FunctionStep and step.trampoline is not None:
            if getrefcount(step.trampoline) == _OF_ONE:
                dead.append(run_by(step.trampoline))
            step.trampoline = step.code = None
    for made in dead:
        if made is not None:
            dissolve(made)


def _is_node(operand: Any) -> bool:
    return type(operand) is list and bool(operand) and isinstance(operand[-1], Step)


def _references_of_one() -> int:
    """What `dissolve` reads of a code object that only a step holds."""
    step = FunctionStep(None, 0, "", 0, 0)  # type: ignore[arg-type]
    step.trampoline = dissolve.__code__.replace()
    return getrefcount(step.trampoline)


hide_all(globals())
_OF_ONE = _references_of_one()
