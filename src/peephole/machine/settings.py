"""What holds for the whole machine: the loop in use, the observer, the recursion limit."""

from __future__ import annotations

import sys
from os import environ

from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

#: frames of the host that a guest frame entered from native code takes
_HOST_FRAMES = 5
_HOST_MARGIN = 400

#: a recursion limit is an int of C
_HIGHEST_LIMIT = 2**31 - 1


class _Settings:
    """What threads that start from now on begin with."""

    evaluate: Callable[..., Any]

    def __init__(self) -> None:
        self.observer: Any = None
        #: how it hears of instructions (see `peephole.machine.translate.hearing`)
        self.hearing: Any = None
        #: whether the guest has registered an audit hook
        self.audited = False
        #: what puts probes into code, while programs are traced (see `peephole.machine.probes`)
        self.probing: Any = None
        #: whether the process is there for the guest's program
        self.owns_process = False
        #: called with the state of every thread that starts, where the guest traces threads
        self.thread_hook: Any = None
        #: how often the loop begins at a place before that is translated; 0: nothing is
        self.translate_after = int(environ.get("PEEPHOLE_TRANSLATE_AFTER", 300))
        #: whether the guest has made a lazy import
        self.lazy_imports = False
        #: the guest's recursion limit
        self.limit = sys.getrecursionlimit()

    def set_limit(self, limit: int) -> None:
        """Set the guest's recursion limit; the host's is beyond it, for the machine's own frames
        and for native recursion between guest frames."""
        sys.setrecursionlimit(min(limit * _HOST_FRAMES + _HOST_MARGIN, max(limit, _HIGHEST_LIMIT)))
        self.limit = limit


settings = _Settings()
