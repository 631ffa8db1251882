"""Builtins that trace: sys.settrace and its like, and the functions of sys.monitoring.

What they set up is imported as the first of them is called (see `peephole.machine.probes`).
"""

from __future__ import annotations

import sys

from peephole.machine.audit import tell
from peephole.machine.hiding import hidden, hide_all
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from peephole.machine.frame import Frame, Step
    from peephole.machine.thread import ThreadState

    Answer = Callable[[ThreadState, Frame, Step, list[Any], dict[str, Any]], Any]


def _settrace(
    thread: ThreadState, frame: Frame, step: Step, arguments: list[Any], keywords: dict[str, Any]
) -> Any:
    if len(arguments) != 1 or keywords:
        return sys.settrace(*arguments, **keywords)
    if sys.gettrace() is not None:  # C code has set one of its own: it hears of imports, too
        sys.settrace(None)
    from peephole.machine.probes.functions import set_trace

    tell("sys.settrace")
    set_trace(thread, arguments[0])
    return None


def _setprofile(
    thread: ThreadState, frame: Frame, step: Step, arguments: list[Any], keywords: dict[str, Any]
) -> Any:
    if len(arguments) != 1 or keywords:
        return sys.setprofile(*arguments, **keywords)
    if sys.getprofile() is not None:
        sys.setprofile(None)
    from peephole.machine.probes.functions import set_profile

    tell("sys.setprofile")
    set_profile(thread, arguments[0])
    return None


def _for_all_threads(which: str) -> Answer:
    """sys._settraceallthreads and its like; `which` function it sets."""

    def answer(
        thread: ThreadState,
        frame: Frame,
        step: Step,
        arguments: list[Any],
        keywords: dict[str, Any],
    ) -> Any:
        if len(arguments) != 1 or keywords:
            return getattr(sys, f"_set{which}allthreads")(*arguments, **keywords)
        from peephole.machine.probes.functions import set_in_all_threads

        set_in_all_threads(which, arguments[0])
        return None

    return hidden(answer)


def _gettrace(
    thread: ThreadState, frame: Frame, step: Step, arguments: list[Any], keywords: dict[str, Any]
) -> Any:
    if arguments or keywords:
        return sys.gettrace(*arguments, **keywords)
    return None if thread.probing is None else thread.probing.trace


def _getprofile(
    thread: ThreadState, frame: Frame, step: Step, arguments: list[Any], keywords: dict[str, Any]
) -> Any:
    if arguments or keywords:
        return sys.getprofile(*arguments, **keywords)
    return None if thread.probing is None else thread.probing.profile


def _call_tracing(
    thread: ThreadState, frame: Frame, step: Step, arguments: list[Any], keywords: dict[str, Any]
) -> Any:
    if len(arguments) != 2 or keywords or type(arguments[1]) is not tuple:
        return sys.call_tracing(*arguments, **keywords)
    from peephole.machine.probes.functions import call_tracing

    return call_tracing(*arguments)


def _monitoring(name: str) -> Answer:
    """A function of sys.monitoring."""

    def answer(
        thread: ThreadState,
        frame: Frame,
        step: Step,
        arguments: list[Any],
        keywords: dict[str, Any],
    ) -> Any:
        if keywords:  # it takes none
            return getattr(sys.monitoring, name)(*arguments, **keywords)  # type: ignore[attr-defined, unused-ignore]
        from peephole.machine.probes import monitoring

        return getattr(monitoring, name.lstrip("_"))(*arguments)

    return hidden(answer)


#: the builtins, with what the machine answers
TRACING: dict[Any, Answer] = {
    sys.call_tracing: _call_tracing,
    sys.getprofile: _getprofile,
    sys.gettrace: _gettrace,
    sys.setprofile: _setprofile,
    sys.settrace: _settrace,
}

#: those of `sys` and of `sys.monitoring` that only some versions have
_FOR_ALL_THREADS = ("trace", "profile")
_OF_MONITORING = (
    "_all_events",
    "clear_tool_id",
    "free_tool_id",
    "get_events",
    "get_local_events",
    "register_callback",
    "restart_events",
    "set_events",
    "set_local_events",
)


def _add_what_the_host_has() -> None:
    for which in _FOR_ALL_THREADS:
        name = f"_set{which}allthreads"
        if hasattr(sys, name):
            TRACING[getattr(sys, name)] = _for_all_threads(which)
    for name in _OF_MONITORING:
        function = getattr(getattr(sys, "monitoring", None), name, None)
        if function is not None:
            TRACING[function] = _monitoring(name)


_add_what_the_host_has()
hide_all(globals())
