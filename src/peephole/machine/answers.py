"""What the machine answers itself instead of the host: filled in by those who know."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType
    from typing import Any

    from peephole.machine.frame import Frame

#: attributes, by name: takes the object whose attribute guest code reads and the frame that does
ATTRIBUTES: dict[str, Callable[[Any, Frame], Any]] = {}
#: see `peephole.machine.lazy_imports`
imported: Callable[..., Any]
import_from_lazy: Callable[..., Any]

#: C modules for whose functions the machine answers, once the guest imports them
IMPORTED: set[str] = set()
answer_for: Callable[[str], None]

#: the frame object of the guest frame that a signal interrupted
interrupted_frame: Callable[[Any], Any]

#: the frame object of what has called a guest frame that native code entered
caller_of_entered: Callable[[Frame], FrameType | None]

#: Python functions of the standard library, by module and name
FUNCTIONS: dict[tuple[str, str], Callable[..., Any]] = {}
#: attributes that are set, by name: takes the object and the value
STORED: dict[str, Callable[[Any, Any], None]] = {}
#: attributes that are deleted, by name: takes the object
DELETED: dict[str, Callable[[Any], None]] = {}
