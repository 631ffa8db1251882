"""Thread state: the machine's per-thread data."""

from __future__ import annotations

import sys
from _thread import _local

from peephole.machine.hiding import hidden

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from peephole.machine.frame import Frame


class ThreadState:
    """What the machine knows about one thread of the host."""

    __slots__ = ("evaluate", "frame", "observer", "reraised", "result")

    def __init__(self, evaluate: Callable[..., Any], observer: Any) -> None:
        #: the guest frame that is running, or that called out to native code
        self.frame: Frame | None = None
        #: (exception, its context) of a RERAISE on its way to the unwinder
        self.reraised: tuple[BaseException, BaseException | None] | None = None
        self.evaluate = evaluate
        self.observer = observer
        self.result: Any = None


class _Threads(_local):
    state: ThreadState | None = None


_threads = _Threads()


class _Settings:
    """What threads that start from now on begin with."""

    evaluate: Callable[..., Any]
    observer: Any = None
    #: the guest's recursion limit
    limit: int = sys.getrecursionlimit()

    def set_limit(self, limit: int) -> None:
        """Set the guest's recursion limit; the host's is beyond it, for the machine's own frames
        and for native recursion between guest frames."""
        self.limit = limit
        sys.setrecursionlimit(limit * _HOST_FRAMES + _HOST_MARGIN)


#: frames of the host that a guest frame entered from native code takes
_HOST_FRAMES = 4
_HOST_MARGIN = 400

settings = _Settings()


@hidden
def current_thread() -> ThreadState:
    """The state of the thread that asks."""
    state = _threads.state
    if state is None:
        state = _threads.state = ThreadState(settings.evaluate, settings.observer)
    return state


def use(evaluate: Callable[..., Any], observer: Any) -> None:
    """Run with this evaluation loop and observer, in this thread and those that start later."""
    settings.evaluate = evaluate
    settings.observer = observer
    state = current_thread()
    state.evaluate = evaluate
    state.observer = observer
    if sys.getrecursionlimit() < settings.limit * _HOST_FRAMES + _HOST_MARGIN:
        settings.set_limit(settings.limit)
