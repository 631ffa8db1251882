"""Errors that cannot be raised, "Exception ignored in": where they happened in the guest.

Where such an error has no traceback, the host makes one of the frame that runs (`make_unraisable`
in Python/errors.c).  It has none for a guest frame: so the hook that is told of the error is the
machine's own, which puts the guest's frame in and calls the hook of the guest.
"""

from __future__ import annotations

import sys
from types import FrameType, ModuleType, TracebackType

from peephole.machine.answers import ATTRIBUTES, STORED
from peephole.machine.hiding import hide_all
from peephole.machine.host_loops import settle
from peephole.machine.husks import husk_of
from peephole.machine.thread import current_thread
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from peephole.machine.frame import Frame


class _Hook:
    """What is the host's hook in the place of the guest's; it looks like that where it fails."""

    __slots__ = ("guest",)

    def __init__(self, guest: Any) -> None:
        self.guest = guest

    def __call__(self, unraisable: Any) -> Any:
        return self.guest(_placed(unraisable))

    def __repr__(self) -> str:
        return repr(self.guest)


def install() -> None:
    """Let errors that cannot be raised be told with the guest's frames."""
    if type(sys.unraisablehook) is not _Hook:
        sys.unraisablehook = _Hook(sys.unraisablehook)


def _placed(unraisable: Any) -> Any:
    """What the hook is told, with the guest's frame in the traceback where the host made one."""
    made: TracebackType | None = unraisable.exc_traceback
    thread = current_thread()
    frame = thread.frame
    if frame is None or thread.host is None or not _is_of_host(made, thread.host):
        return unraisable
    if made is not None and getattr(unraisable.exc_value, "__traceback__", made) is not made:
        return unraisable
    settle(thread)
    entry = _entry(frame)
    kind, exception, _, *rest = unraisable
    if isinstance(exception, BaseException):
        exception.__traceback__ = entry
    return type(unraisable)((kind, exception, entry, *rest))


def _is_of_host(made: TracebackType | None, loop: FrameType) -> bool:
    """Whether a traceback is what the host makes while an evaluation loop runs an instruction."""
    if made is None:
        return True
    if made.tb_next is not None:
        return False
    below = loop.f_back
    while below is not None and below is not made.tb_frame:
        below = below.f_back
    return below is not None


def _entry(frame: Frame) -> TracebackType:
    line = frame.step.line
    return TracebackType(None, husk_of(frame), frame.step.offset, -1 if line is None else line)


def _unraisablehook(owner: Any, frame: Frame) -> Any:
    hook = owner.unraisablehook
    return hook.guest if type(hook) is _Hook else hook


def _set_unraisablehook(owner: Any, value: Any) -> None:
    if owner is sys and type(owner) is ModuleType and callable(value):
        value = _Hook(value)
    owner.unraisablehook = value


hide_all(globals())
ATTRIBUTES["unraisablehook"] = _unraisablehook
STORED["unraisablehook"] = _set_unraisablehook
