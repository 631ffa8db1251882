"""Audit hooks of the guest (PEP 578): they hear of the guest's doings, not of the machine's.

The host tells a hook of everything.  What the machine does in the guest's stead it tells itself,
with `sys.audit`, once there is a hook to hear of it.
"""

from __future__ import annotations

import sys

from peephole.machine.hiding import hidden, hide_all
from peephole.machine.settings import settings
from peephole.machine.thread import current_thread
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

#: attributes that the machine reads all the time
_OWN_READS = frozenset({"__code__", "f_code", "tb_frame"})
#: addresses of the C functions that the machine calls all the time
OWN_CALLS: set[int] = set()
#: how deep hooks may be in calls that they have caused: entering the machine must not cause more
_MOST_NESTED = 8


def heard(hook: Any) -> Any:
    """What is registered with the host in the place of a guest's hook."""
    settings.audited = True

    @hidden
    def audit_hook(event: str, arguments: tuple[Any, ...]) -> Any:
        thread = current_thread()
        quiet = thread.quiet
        if quiet or (quiet is not None and _is_own(event, arguments)):
            return None
        if thread.hearing >= _MOST_NESTED:
            return None
        thread.quiet = False
        state = thread.probing
        if state is None or state.busy or getattr(hook, "__cantrace__", False):
            state = None
        else:
            state.busy = True  # a hook is not traced
        thread.hearing += 1
        try:
            return hook(event, arguments)
        finally:
            thread.hearing -= 1
            thread.quiet = quiet
            if state is not None:
                state.busy = False

    if hasattr(hook, "__cantrace__"):  # the host asks a hook whether it may be traced
        audit_hook.__cantrace__ = hook.__cantrace__  # type: ignore[attr-defined]
    return audit_hook


def _is_own(event: str, arguments: tuple[Any, ...]) -> bool:
    if event == "object.__getattr__":
        return arguments[1] in _OWN_READS
    return event == "ctypes.call_function" and arguments[0] in OWN_CALLS


def tell(event: str, *arguments: Any) -> None:
    """Tell the guest's hooks what the machine does for the guest."""
    if not settings.audited:
        return
    thread = current_thread()
    quiet, thread.quiet = thread.quiet, None
    try:
        sys.audit(event, *arguments)
    finally:
        thread.quiet = quiet


def quietly(function: Callable[..., Any], *arguments: Any) -> Any:
    """Call a function of the machine that would tell hooks of what is not the guest's doing."""
    if not settings.audited:
        return function(*arguments)
    thread = current_thread()
    quiet, thread.quiet = thread.quiet, True
    try:
        return function(*arguments)
    finally:
        thread.quiet = quiet


hide_all(globals())
