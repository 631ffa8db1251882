"""Marks: what leads from a frame object of the host to the guest frame that it stands for.

A husk (see `peephole.machine.husks`) is marked as it is made.  The frame object of a generator's
trampoline is marked when somebody first asks for it: most are never asked for, and a frame object
takes more memory than all the rest of a generator.
"""

from __future__ import annotations

import gc
from _weakref import ref
from types import AsyncGeneratorType, CoroutineType, FrameType, GeneratorType

from peephole.machine.audit import quietly
from peephole.machine.executable import GENERATOR_KINDS
from peephole.machine.frame import Frame
from peephole.machine.hiding import hidden, hide_all, visible_frame
from peephole.machine.host_loops import loops_of
from peephole.machine.thread import all_threads, current_thread
from peephole.machine.trampolines import guest_behind
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from peephole.machine.thread import ThreadState


class Local:
    """What tracing knows of one frame: f_trace, f_trace_lines, f_trace_opcodes."""

    __slots__ = ("function", "lines", "opcodes")

    def __init__(self) -> None:
        self.function: Any = None
        self.lines = True
        self.opcodes = False


class Mark:
    """What a husk's `f_trace` holds: the guest frame that it stands for, or how that ended."""

    __slots__ = ("_frame", "back", "executable", "locals", "offset", "shown", "traced")

    def __init__(self, frame: Frame, reference: Callable[[], Frame | None] | None = None) -> None:
        """`reference` leads to the frame, where the garbage collector does not see the mark."""
        self.executable = frame.executable
        self._frame: Any = reference or frame
        #: once it has ended: the offset of its last instruction, and the husk of its caller
        self.offset: int | None = None
        self.back: FrameType | None = None
        #: variables that are none of the code's; before PEP 667 the dict that f_locals always is
        self.locals: Any = None
        #: whether something shows the frame's variables, and keeps them (not what 3.13.0 does:
        #: gh-125723)
        self.shown = False
        self.traced: Local | None = None

    @property
    def frame(self) -> Frame | None:
        """The guest frame, as long as it lives."""
        frame = self._frame
        return frame() if type(frame) is ref else frame

    def end(self, offset: int | None) -> None:
        """The guest frame has ended, at an instruction."""
        self._frame = None
        self.offset = offset


def mark_of(husk: FrameType) -> Mark | None:
    """The mark of a frame object, None where it stands for no guest frame."""
    mark: Any = husk.f_trace
    if type(mark) is Mark:
        return mark
    if husk.f_code.co_flags & GENERATOR_KINDS and guest_behind(husk.f_code) is not None:
        return quietly(_find_frame, husk)  # type: ignore[no-any-return]
    return None


def trampoline_frame(frame: Frame) -> FrameType | None:
    """The frame object of a generator's trampoline, None for every other guest frame."""
    if frame.trampoline is None and frame.is_generator:
        found = quietly(_running_trampoline, frame)
        if found is not None:
            mark_trampoline(frame, found)
    return frame.trampoline


def mark_trampoline(frame: Frame, trampoline: FrameType) -> Mark:
    """Let the frame object of a generator's trampoline and the guest frame know each other."""
    mark = Mark(frame, ref(frame))  # type: ignore[arg-type, unused-ignore]
    trampoline.f_trace = mark  # type: ignore[assignment]
    frame.trampoline = trampoline  # type: ignore[misc]  # a generator's frame has the slot
    return mark


def _find_frame(trampoline: FrameType) -> Mark | None:
    frame = next((frame for frame, found in _running_here() if found is trampoline), None)
    if frame is None:
        frame = next((frame for frame, found in _running_elsewhere() if found is trampoline), None)
    if frame is None:
        frame = _suspended(trampoline)
    return None if frame is None else mark_trampoline(frame, trampoline)


def _running_here() -> list[tuple[Frame, FrameType]]:
    """The generators that run in this thread."""
    return _running_in(current_thread())


def _running_elsewhere() -> list[tuple[Frame, FrameType]]:
    """The generators that run in other threads; asked for only where none of this one is meant:
    the host's frames of another thread come and go while it is looked at."""
    own = current_thread()
    found: list[tuple[Frame, FrameType]] = []
    for _, thread in all_threads():
        if thread is not own:
            found += _running_in(thread)
    return found


def _running_in(thread: ThreadState) -> list[tuple[Frame, FrameType]]:
    """The generators that run or delegate to one that does, with the trampolines' frame objects."""
    found: list[tuple[Frame, FrameType]] = []
    for frame, loop in loops_of(thread):
        trampoline = loop.f_back
        current: Frame | None = frame if frame.is_generator else None
        while current is not None and trampoline is not None:
            if guest_behind(trampoline.f_code) is not current.executable.code:
                break
            found.append((current, trampoline))
            # trampolines delegate to each other themselves: the machine sees no frame there
            current = current.delegator  # type: ignore[attr-defined]
            trampoline = trampoline.f_back
    return found


def _running_trampoline(frame: Frame) -> FrameType | None:
    running = _running_here()
    for candidate, trampoline in running:
        if candidate is frame:
            return trampoline
    thread = current_thread()
    above = thread.frame
    while above is not None and above is not frame:
        above = above.back
    if above is None:
        elsewhere = _running_elsewhere()
        return next((trampoline for found, trampoline in elsewhere if found is frame), None)
    # it has ended, and what dies with it runs code
    others = [trampoline for _, trampoline in running]
    host = visible_frame()
    while host is not None:
        if guest_behind(host.f_code) is frame.executable.code and host not in others:
            return host
        host = host.f_back
    return None


def _suspended(trampoline: FrameType) -> Frame | None:
    """The guest frame of a suspended generator's trampoline: it is on the trampoline's stack."""
    for generator in _generators_of(trampoline):
        for held in gc.get_referents(generator):
            if isinstance(held, Frame) and held.is_generator:
                return held
    return None


#: kinds of generators, and their attributes for the frame
_FRAMES: dict[type, str] = {
    AsyncGeneratorType: "ag_frame",
    CoroutineType: "cr_frame",
    GeneratorType: "gi_frame",
}


def _generators_of(trampoline: FrameType) -> list[Any]:
    """The generator whose frame it is, in a list; none where that has ended."""
    if HAS_GENERATOR:
        generator = trampoline.f_generator  # type: ignore[attr-defined]
        return [] if generator is None else [generator]
    return [
        held
        for held in gc.get_referrers(trampoline)
        if type(held) in _FRAMES and getattr(held, _FRAMES[type(held)]) is trampoline
    ]


#: whether a frame object leads to its generator
HAS_GENERATOR = hasattr(FrameType, "f_generator")

hide_all(globals())
for _function in (Local.__init__, Mark.__init__, Mark.frame.fget, Mark.end):  # type: ignore[attr-defined]
    hidden(_function)
