"""Trace functions that C code sets (`PyEval_SetTrace`): the host calls them for what it runs.

That is the machine's own code: such a function would hear of decoding and imports, of nothing that
the guest does, and where no frame is visible the host raises SystemError in the place of the event.
"""

from __future__ import annotations

import sys
from types import FunctionType, MethodType

from peephole.machine.hiding import hide_all
from peephole.machine.settings import settings
from peephole.machine.thread import current_thread
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

_MESSAGE = (
    "peephole: C code has set a trace function ({}): it cannot hear of what runs on the machine,"
    " and is turned off"
)


def end_host_tracing() -> None:
    """In a process that is the guest's, turn the host's tracing off, and say so.

    A function that is written in Python is the guest's from now on: C code has called
    `sys.settrace` for the guest.
    """
    function = sys.gettrace()
    if function is None or not settings.owns_process:
        return
    sys.settrace(None)
    if type(function) is FunctionType or type(function) is MethodType:
        from peephole.machine.probes.functions import set_trace

        set_trace(current_thread(), function)
    elif sys.__stderr__ is not None:
        print(_MESSAGE.format(type(function).__qualname__), file=sys.__stderr__, flush=True)


hide_all(globals())
