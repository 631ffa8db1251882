"""The guest's call stack, and what of it is on the host's.

Guest frames have no frame of the host.  Where native code is called that could look for its
callers, the guest frames are put on the host's stack: *callers* (see `clothes`), the outermost
first, call one another and at last the native code.  `ThreadState.live` knows up to which guest
frame that has been done, so that what native code calls back into has to put there only what is
above.
"""

from __future__ import annotations

import sys
from _functools import partial  # type: ignore[import-not-found]
from _weakref import ref
from types import CellType, FrameType, FunctionType, MethodType, WrapperDescriptorType

from peephole.machine import answers
from peephole.machine.answers import FUNCTIONS
from peephole.machine.audit import quietly
from peephole.machine.clothes import caller_code, is_caller, namespace_caller_code
from peephole.machine.executable import (
    CO_ASYNC_GENERATOR,
    CO_COROUTINE,
    GENERATOR_KINDS,
    NO_CALLERS,
)
from peephole.machine.hiding import hide_all, visible_frame
from peephole.machine.host_loops import below, settle
from peephole.machine.husks import forget_unused, give_locals, husk_of, leave_husk
from peephole.machine.marks import Mark, mark_of, trampoline_frame
from peephole.machine.settings import settings
from peephole.machine.thread import all_threads, current_thread
from peephole.machine.trampolines import executable_behind
from peephole.machine.values import NULL
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from types import CodeType
    from typing import Any

    from peephole.machine.frame import Frame, Step
    from peephole.machine.thread import ThreadState

    #: what to call, its arguments, its keyword arguments
    Call = tuple[Any, Any, dict[str, Any]]


class Live:
    """Guest frames that were put on the host's stack together, and those below them."""

    __slots__ = ("below", "frames")

    def __init__(self, frames: list[Frame], below: Live | None) -> None:
        #: innermost first
        self.frames = frames
        self.below = below


#: how many guest frames native Python code sees above those it sees anyway
_FEW = 8
_ALL = sys.maxsize

#: modules whose functions look at all their callers
_INSPECTORS = frozenset(
    {
        "bdb", "cgitb", "code", "codeop", "dis", "doctest", "faulthandler", "inspect", "logging",
        "pdb", "profile", "trace", "traceback", "warnings",
    }
)  # fmt: skip

_NO_KEYWORDS: dict[str, Any] = {}

#: kinds of generators that remember where they were made, if asked to
_HAS_ORIGIN = CO_COROUTINE | CO_ASYNC_GENERATOR
origin_depth = sys.get_coroutine_origin_tracking_depth


def call_native(
    thread: ThreadState,
    frame: Frame,
    step: Step,
    callable: Any,
    arguments: Any,
    keywords: dict[str, Any] = _NO_KEYWORDS,
) -> Any:
    """Call native code with its callers on the host's stack, as far as it is likely to look."""
    kind = type(callable)
    if kind is FunctionType:
        flags = callable.__code__.co_flags
        if flags & GENERATOR_KINDS and not (flags & _HAS_ORIGIN and origin_depth()):
            frame.step = step
            return callable(*arguments, **keywords)  # runs none of its code
        most = _FEW
        module = callable.__module__
        if module in _INSPECTORS:
            most = _ALL
            answer = FUNCTIONS.get((module, callable.__name__)) or FUNCTIONS.get((module, ""))
            if answer is not None:
                frame.step = step
                return answer(thread, frame, step, callable, arguments, keywords)
            arguments = [_with_locals(argument) for argument in arguments]
        elif module == "threading":
            answer = FUNCTIONS.get((module, callable.__name__))
            if answer is not None:
                frame.step = step
                return answer(thread, frame, step, callable, arguments, keywords)
    elif kind is type:
        if step.function() is callable or _runs_no_native_code(callable, step):  # type: ignore[attr-defined]
            frame.step = step
            return callable(*arguments, **keywords)
        most = _FEW
    elif kind is MethodType:
        function = callable.__func__
        looks = type(function) is FunctionType and function.__module__ in _INSPECTORS
        most = _ALL if looks else _FEW
    else:
        most = _FEW
    return _call_on(thread, frame, step, most, (callable, arguments, keywords))


def call_on_stack(
    thread: ThreadState,
    frame: Frame,
    step: Step,
    callable: Any,
    arguments: Any,
    keywords: dict[str, Any] = _NO_KEYWORDS,
) -> Any:
    """Call native code with all its guest callers on the host's stack."""
    return _call_on(thread, frame, step, _ALL, (callable, arguments, keywords))


def call_by_function(
    frame: Frame, step: Step, callable: Any, arguments: Any, keywords: dict[str, Any]
) -> Any:
    """Call what looks at the function, of whatever kind, whose frame is the innermost."""
    frame.step = step
    return _caller(frame, step.offset, with_locals=False)(callable, arguments, keywords)


def _with_locals(argument: Any) -> Any:
    """A frame object, with the values that the guest frame's variables have now."""
    if type(argument) is FrameType:
        mark = mark_of(argument)
        frame = mark and mark.frame
        if frame and frame.locals is None and not frame.is_generator:
            give_locals(argument, frame.executable.fast_locals(frame))
    return argument


def _runs_no_native_code(cls: Any, step: Any) -> bool:
    """Whether no Python function but the guest's runs as an instance of a class is made; the step
    remembers the class then."""
    if cls.__new__ is not object.__new__:
        return False
    init = cls.__init__
    if type(init) is FunctionType:
        if executable_behind(init.__code__) is None:
            return False
    elif type(init) is not WrapperDescriptorType:
        return False
    step.function = ref(cls)
    step.executable = None
    return True


def _call_on(thread: ThreadState, frame: Frame, step: Step, most: int, call: Call) -> Any:
    frame.step = step
    live = thread.live
    last = None if live is None else live.frames[0]
    executable = frame.executable
    if frame.locals is None:
        code = executable.callers.get(step.offset)
        if code is None or settings.audited:
            caller = _caller(frame, step.offset, with_locals=True)
        else:
            caller = FunctionType(code, frame.globals)
        values = _contents(frame) if executable.cells else frame.r[: executable.size]
        call = caller, (*values, *call), _NO_KEYWORDS
    else:
        call = _from_namespace(frame, call)
    frames = [frame]
    back = frame.back
    while back is not None and back is not last and len(frames) < most:
        if frames[-1].function is None:
            settle(thread)
        if back.locals is None:
            offset = back.step.offset
            if most is _ALL:
                caller = _caller(back, offset, with_locals=True)
                call = caller, (*_contents(back), *call), _NO_KEYWORDS
            else:
                code = back.executable.callers.get(~offset)
                if code is None or settings.audited:
                    caller = _caller(back, offset, with_locals=False)
                else:
                    caller = FunctionType(code, back.globals)
                call = caller, call, _NO_KEYWORDS
        else:
            call = _from_namespace(back, call)
        frames.append(back)
        back = back.back
    thread.live = Live(frames, live)
    try:
        return call[0](*call[1], **call[2])
    finally:
        thread.live = live


def _caller(frame: Frame, offset: int, with_locals: bool) -> FunctionType:
    """A caller that stands at an instruction of a frame."""
    codes = frame.executable.callers
    if codes is NO_CALLERS:
        codes = frame.executable.callers = {}
    key = offset if with_locals else ~offset
    code = codes.get(key)
    if code is None:
        code = codes[key] = quietly(caller_code, frame.executable, offset, with_locals)
    if settings.audited:
        return quietly(FunctionType, code, frame.globals)  # type: ignore[no-any-return]
    return FunctionType(code, frame.globals)


def _from_namespace(frame: Frame, call: Call) -> Call:
    """The call of a caller that stands where the frame of a module or class body does."""
    caller = _caller(frame, frame.step.offset, with_locals=False)
    if frame.locals is frame.globals:
        return caller, call, _NO_KEYWORDS
    return _call_in_namespace, (caller.__code__, frame, call), _NO_KEYWORDS


def _call_in_namespace(code: CodeType, frame: Frame, call: Call) -> Any:
    """Make a call from a caller whose namespace is not its globals."""
    result = None
    thread = current_thread()
    quiet = thread.quiet

    def keep() -> None:
        nonlocal result
        thread.quiet = quiet
        result = call[0](*call[1], **call[2])

    thread.quiet = True  # exec tells audit hooks
    try:
        code = namespace_caller_code(code)
        exec(code, frame.globals, frame.locals, closure=(CellType(keep),))
    finally:
        thread.quiet = quiet
    return result


def _contents(frame: Frame) -> list[Any]:
    """The values of a frame's variables, cells looked into; NULL where there is none."""
    executable = frame.executable
    values = frame.r[: executable.size]
    for slot in executable.cells:
        value = values[slot]
        if type(value) is CellType:
            try:
                values[slot] = value.cell_contents
            except ValueError:
                values[slot] = NULL
    return values


def callers(thread: ThreadState, frame: Frame | FrameType) -> Iterator[Frame | FrameType]:
    """The guest's stack from a running frame down: guest frames, and the host's frames of native
    code between them."""
    settle(thread)
    innermost = visible_frame if thread is current_thread() else partial(_innermost, thread)
    return _callers(thread, frame, quietly(innermost))


def _innermost(thread: ThreadState) -> FrameType | None:
    """The host's innermost frame of another thread."""
    for ident, state in all_threads():
        if state is thread:
            return sys._current_frames().get(ident)
    return None


def current_frames() -> dict[int, FrameType]:
    """What sys._current_frames() is for the guest."""
    frames = sys._current_frames()
    for ident, thread in all_threads():
        settle(thread)
        frame, loop, host = thread.frame, thread.host, frames.get(ident)
        if frame is not None and loop is not None and loop.f_back is host:
            frames[ident] = exposed(thread, frame)
    return frames


def _callers(
    thread: ThreadState, first: Frame | FrameType, host: FrameType | None
) -> Iterator[Frame | FrameType]:
    """Below the host's frame that an evaluation loop was entered from lie the next loop's guest
    frames."""
    found = False
    trampolines: list[FrameType] = []
    frame, loop = thread.frame, thread.host
    while True:
        entered = None if loop is None else loop.f_back
        while host is not None and host is not entered:
            found = found or host is first
            if found and not is_caller(host.f_code) and host not in trampolines:
                yield host
            host = host.f_back
        if loop is None:
            return
        loop, base = below(thread, loop)
        while frame is not None:
            found = found or frame is first or frame.trampoline is first
            if found:
                yield frame
            trampoline = trampoline_frame(frame)
            if trampoline is not None:
                trampolines.append(trampoline)
            last, frame = frame, frame.back
            if last is base:
                break


def frame_at(thread: ThreadState, frame: Frame, depth: int) -> FrameType:
    """What sys._getframe(depth) is for a guest frame; ValueError where there are not so many."""
    for found in callers(thread, frame):
        if depth <= 0:
            return found if type(found) is FrameType else exposed(thread, found)
        depth -= 1
    raise ValueError("call stack is not deep enough")


def exposed(thread: ThreadState, frame: Frame) -> FrameType:
    """The frame object of a running guest frame, with frame objects for its callers behind it."""
    trampoline = trampoline_frame(frame)
    if trampoline is not None:
        return trampoline
    known = None if frame.husk is None else forget_unused(frame)
    if frame.husk is None:
        last = None if thread.live is None else thread.live.frames[0]
        without: list[Frame] = []
        current: Frame | None = frame
        while current is not None and current is not last:
            if current.husk is not None or trampoline_frame(current) is not None:
                break
            without.append(current)
            current = current.back
        call: Callable[[], Any] = sys._getframe
        for current in without or [frame]:
            call = partial(leave_husk, current, current.step.offset, call)
        husk = call() if _is_innermost(thread, frame) else _call_on_ground(call)
        for current in without or [frame]:
            current.husk = husk
            husk.f_trace = known if current is frame and known is not None else Mark(current)
            husk = husk.f_back
    assert frame.husk is not None
    return frame.husk


def _is_innermost(thread: ThreadState, frame: Frame) -> bool:
    """Whether the innermost visible frame of the host is one below a guest frame."""
    if thread is not current_thread():
        return False
    live = thread.live
    last = None if live is None else live.frames[0]
    current = thread.frame
    while current is not None and current is not last and not current.is_generator:
        if current is frame:
            return True
        current = current.back
    return False


#: generators of `_ground` that nobody uses
_grounds: list[Any] = []


def _call_on_ground(call: Callable[[], Any]) -> Any:
    """Call something that leaves husks, and let them have no other caller than a generator.

    A frame object keeps its caller's when it outlives its function; the host's innermost frame is
    none that may be kept, as it is not below the husks' frames.
    """
    if _grounds:
        ground = _grounds.pop()
    else:
        ground = _ground()
        next(ground)
    cell: list[Any] = [call]
    ground.send(cell)
    _grounds.append(ground)
    return cell[0]


def _ground() -> Generator[None, list[Any], None]:
    while True:
        _replace_by_result((yield))  # and keep nothing


def _replace_by_result(cell: list[Any]) -> None:
    cell[0] = cell[0]()


def interrupted_frame(thread: ThreadState) -> FrameType:
    """The frame object of the running guest frame, at the instruction that C code runs for."""
    settle(thread)
    assert thread.frame is not None
    return exposed(thread, thread.frame)


def caller_of_entered(frame: Frame) -> FrameType | None:
    """The frame object of what has called a running guest frame that native code entered."""
    thread = current_thread()
    loop = thread.host
    if loop is None:
        return None
    outer, base = below(thread, loop)
    if base is not frame:
        return None
    entered = None if outer is None else outer.f_back
    host = loop.f_back
    while host is not None and host is not entered and is_caller(host.f_code):
        host = host.f_back
    if host is not entered or frame.back is None:
        return host
    return husk_of(frame.back)


answers.interrupted_frame = interrupted_frame
answers.caller_of_entered = caller_of_entered

hide_all(globals())
