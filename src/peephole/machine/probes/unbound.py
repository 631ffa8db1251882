"""Variables that a trace function leaves unbound where the compiler has relied on them: they become
None, with a warning (`frame_setlineno` and `_PyFrame_LocalsToFast` of Objects/frameobject.c)."""

from __future__ import annotations

import warnings

from peephole.machine.executable import CO_OPTIMIZED
from peephole.machine.hiding import hide_all
from peephole.machine.local_variables import write_back
from peephole.machine.probes.versions import UNBOUND_BECOME_NONE
from peephole.machine.stack import call_on_stack
from peephole.machine.values import NULL
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from peephole.machine.frame import Frame
    from peephole.machine.marks import Mark
    from peephole.machine.thread import ThreadState


def bind_unbound(thread: ThreadState, frame: Frame) -> None:
    """Give the unbound variables of a frame that goes on elsewhere the value None."""
    code = frame.executable.code
    unbound = [slot for slot in range(len(code.co_varnames)) if frame.r[slot] is NULL]
    if not unbound or not code.co_flags & CO_OPTIMIZED:
        return
    _warn(thread, f"assigning None to {len(unbound)} unbound local{'s' * (len(unbound) != 1)}")
    for slot in unbound:
        frame.r[slot] = None


def take_over(thread: ThreadState, frame: Frame, mark: Mark) -> None:
    """Set variables to what the dict of f_locals says, None those that it has no longer."""
    for slot in write_back(frame, mark):
        if UNBOUND_BECOME_NONE:
            _warn(thread, f"assigning None to unbound local {frame.executable.names[slot]!r}")
            frame.r[slot] = None


def _warn(thread: ThreadState, text: str) -> None:
    running = thread.frame
    assert running is not None
    call_on_stack(thread, running, running.step, warnings.warn, (text, RuntimeWarning))


hide_all(globals())
