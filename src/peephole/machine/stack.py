"""The guest's whole call stack, put on the host's where native code walks up."""

from __future__ import annotations

import sys

from peephole.machine.hiding import hide_all
from peephole.machine.husks import call_through, give_locals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import Any

    from peephole.machine.frame import Frame, Step


def call_on_stack(
    frame: Frame, step: Step, function: Any, arguments: Any, keywords: dict[str, Any] | None = None
) -> Any:
    """Call native code with host frames for all guest frames of this run of the loop below it."""
    frame.step = step
    frames = _frames_of_run(frame)

    def call(position: int) -> Any:
        current = frames[position]
        if position == 0:
            return call_through(current, current.step, function, arguments, keywords)
        return call_through(current, current.step, call, [position - 1])

    return call(len(frames) - 1)


def _frames_of_run(frame: Frame) -> list[Frame]:
    """The guest frames from `frame` down to the one that native code entered the loop with."""
    frames = [frame]
    while frame.back is not None and frame.function is not None:
        frame = frame.back
        frames.append(frame)
    return frames


def host_stack(frame: Frame, step: Step, depth: int) -> FrameType:
    """What sys._getframe(depth) is for guest code: a real frame object, with its callers."""
    found = call_on_stack(frame, step, sys._getframe, [depth])
    guests = _frames_of_run(frame)
    if 0 <= depth < len(guests) and guests[depth].locals is None:
        give_locals(found, guests[depth])
    return found  # type: ignore[no-any-return]


hide_all(globals())
