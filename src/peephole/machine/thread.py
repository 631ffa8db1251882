"""Thread state: the machine's per-thread data."""

from __future__ import annotations

import gc
import os
from _thread import _local, get_ident
from _weakref import ref

from peephole.machine.events import nothing, overridden
from peephole.machine.hiding import hidden
from peephole.machine.settings import settings
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType, TracebackType
    from typing import Any

    from peephole.machine.frame import Frame, Step
    from peephole.machine.generators import GeneratorFrame
    from peephole.machine.stack import Live


class ThreadState:
    """What the machine knows about one thread of the host."""

    __slots__ = (
        "__weakref__",
        "delegator",
        "evaluate",
        "frame",
        "handler_traceback",
        "hearing",
        "host",
        "instruction",
        "interrupted",
        "kind",
        "late",
        "live",
        "observer",
        "pending",
        "probing",
        "quiet",
        "reraised",
        "result",
        "returned",
        "start",
        "suspended",
        "taken",
    )

    def __init__(self, evaluate: Callable[..., Any], observer: Any) -> None:
        #: the guest frame that is running, or that called out to native code
        self.frame: Frame | None = None
        #: the exception of a RERAISE on its way to the unwinder
        self.reraised: BaseException | None = None
        #: what a signal handler has raised
        self.interrupted: BaseException | None = None
        #: the handler's part of its traceback
        self.handler_traceback: TracebackType | None = None
        #: the same, put off to where signals are taken (see `peephole.machine.pending`)
        self.pending: Any = None
        #: the same, raised behind a call that has been made
        self.late: BaseException | None = None
        #: the same, put off, as it is raised, and at which instruction
        self.taken: tuple[BaseException, Step] | None = None
        #: the host's frame of the evaluation loop that is running (see `peephole.machine.stack`)
        self.host: FrameType | None = None
        #: what of the guest's stack is on the host's
        self.live: Live | None = None
        #: a generator that has begun to delegate to another one, which goes on next
        self.delegator: GeneratorFrame | None = None
        #: true while the machine does what would tell the guest's audit hooks, None while it tells
        #: them what it does for the guest
        self.quiet: bool | None = False
        #: how many audit hooks of the guest run, one in another
        self.hearing = 0
        self.result: Any = None
        #: what the probes know of the thread, once it is traced
        self.probing: Any = None
        self.use(evaluate, observer)

    @hidden
    def use(self, evaluate: Callable[..., Any], observer: Any) -> None:
        """Run with this evaluation loop and observer; its methods are found once, here."""
        self.evaluate = evaluate
        self.observer = observer
        #: the observer's class, where its `instruction` is that of the class
        self.kind: Any = None if "instruction" in _own(observer) else type(observer)
        self.instruction: Any = nothing if observer is None else observer.instruction
        self.start: Any = overridden(observer, "start")
        self.returned: Any = overridden(observer, "leave")
        self.suspended: Any = overridden(observer, "suspend")


def _own(observer: Any) -> dict[str, Any]:
    return getattr(observer, "__dict__", {})


class _Threads(_local):
    state: ThreadState | None = None


_threads = _Threads()
_states: dict[int, ref[ThreadState]] = {}


@hidden
def current_thread() -> ThreadState:
    """The state of the thread that asks."""
    state = _threads.state
    if state is None:
        state = _threads.state = ThreadState(settings.evaluate, settings.observer)
        _states[get_ident()] = ref(state)
        if settings.thread_hook is not None:
            settings.thread_hook(state)
    return state


@hidden
def _forget_others() -> None:
    """In a process just forked: no other thread is in it."""
    ident = get_ident()
    for other in [each for each in _states if each != ident]:
        del _states[other]


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_others)


def all_threads() -> list[tuple[int, ThreadState]]:
    """The threads that have run guest code and live, by the host's numbers for them."""
    found = [(ident, reference()) for ident, reference in list(_states.items())]
    return [(ident, state) for ident, state in found if state is not None]


def use(evaluate: Callable[..., Any], observer: Any, hearing: Any) -> None:
    """Run with this evaluation loop and observer, in this thread and those that start later;
    `hearing` is how the observer hears of instructions."""
    if (settings.observer is None) != (observer is None) or (
        hearing is not None and not hearing.is_like(settings.hearing)
    ):
        forget_decoding()
    settings.hearing = hearing
    settings.evaluate = evaluate
    settings.observer = observer
    state = current_thread()
    state.use(evaluate, observer)
    settings.set_limit(settings.limit)


def release() -> None:
    """Forget the state of the thread that asks."""
    _threads.state = None
    _states.pop(get_ident(), None)


def forget_decoding() -> None:
    """Let everything be decoded and translated again: observed code has nodes that unobserved
    code leaves out.  What runs already goes on with its own, untranslated."""
    from peephole.machine.executable import Executable
    from peephole.machine.translate.entries import undo

    for candidate in gc.get_objects():
        if type(candidate) is Executable:
            candidate.forget()
        elif type(candidate) is list:
            undo(candidate)
