"""The functions of sys.settrace and sys.setprofile (`Python/legacy_tracing.c`, `call_trampoline` in
Python/sysmodule.c)."""

from __future__ import annotations

from _weakref import ref
from types import BuiltinFunctionType, FunctionType, MethodDescriptorType, MethodType

from peephole.machine.hiding import hidden, hide_all
from peephole.machine.husks import WRITES_THROUGH
from peephole.machine.local_variables import refresh
from peephole.machine.marks import Local, mark_of
from peephole.machine.probes import events, switching
from peephole.machine.probes.events import state_of
from peephole.machine.probes.lines import MARKED
from peephole.machine.probes.opcodes import opcodes
from peephole.machine.probes.unbound import take_over
from peephole.machine.probes.versions import (
    CALL_TRACING_TRACES,
    INSTALLS_ALONE,
    TELLS_OF_BOUND_CALLS,
    TELLS_OF_UNPACKED_BOUND_CALLS,
)
from peephole.machine.settings import settings
from peephole.machine.stack import call_on_stack, exposed
from peephole.machine.thread import all_threads, current_thread
from peephole.machine.trampolines import executable_behind
from peephole.machine.values import NULL
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from peephole.machine.frame import Frame, Step
    from peephole.machine.marks import Mark
    from peephole.machine.probes.events import State
    from peephole.machine.thread import ThreadState


def set_trace(thread: ThreadState, function: Any) -> None:
    """What sys.settrace does."""
    state = state_of(thread)
    if INSTALLS_ALONE:
        _let_go(state, "trace")
    _count(_tracing, thread, function)
    state.trace = function
    opcodes.settrace()
    if function is not None and thread.frame is not None:
        local = _traced_lines(thread.frame)
        if local is not None and local.opcodes:
            opcodes.begin(thread.frame.executable)
    events.listen(_TRACE, _TRACES if _tracing else {})
    if state.leaving is None:  # else the probes are needed to leave the frame
        switching.update(thread)


def set_profile(thread: ThreadState, function: Any) -> None:
    """What sys.setprofile does."""
    state = state_of(thread)
    if INSTALLS_ALONE:
        _let_go(state, "profile")
    _count(_profiling, thread, function)
    state.profile = function
    events.listen(_PROFILE, _PROFILES if _profiling else {})
    switching.update(thread)


def set_in_all_threads(which: str, function: Any) -> None:
    """What sys._settraceallthreads and sys._setprofileallthreads do; `which` function they set.

    What runs in another thread by now goes on without; what it calls is traced.
    """
    for _, thread in all_threads():
        _SETTERS[which](thread, function)


_SETTERS = {"trace": set_trace, "profile": set_profile}


def _let_go(state: State, kind: str) -> None:
    """Drop the function that is replaced; as it dies it may set no other."""
    if kind in _installing:
        _installing.discard(kind)
        raise RuntimeError(
            f"Cannot install a {kind} function while another {kind} function is being installed"
        )
    _installing.add(kind)
    setattr(state, kind, None)
    _installing.discard(kind)


#: what is being installed, in whatever thread
_installing: set[str] = set()

#: threads that have a function, and the places where these listen
_tracing: dict[int, Any] = {}
_profiling: dict[int, Any] = {}
_PROFILE, _TRACE = 6, 7


def _count(threads: dict[int, Any], thread: ThreadState, function: Any) -> None:
    for key in [key for key, reference in threads.items() if reference() is None]:
        del threads[key]  # the thread has ended
    if function is None:
        threads.pop(id(thread), None)
    else:
        threads[id(thread)] = ref(thread)


class _Threads:
    """The functions of threading.settrace and threading.setprofile."""

    def __init__(self) -> None:
        self.trace: Any = None
        self.profile: Any = None

    def begin(self, thread: ThreadState) -> None:
        """Trace a thread that starts."""
        if self.trace:
            set_trace(thread, self.trace)
        if self.profile:
            set_profile(thread, self.profile)


threads = _Threads()


def trace_threads(**functions: Any) -> None:
    """What threading.settrace and threading.setprofile do: trace threads that start from now on."""
    for name, function in functions.items():
        setattr(threads, name, function)
    settings.thread_hook = threads.begin if threads.trace or threads.profile else None


def call_tracing(function: Any, arguments: tuple[Any, ...]) -> Any:
    """What sys.call_tracing does: call with tracing on, also from a trace function."""
    state = state_of(current_thread())
    busy = state.busy
    state.busy = busy and not CALL_TRACING_TRACES
    try:
        return function(*arguments)
    finally:
        state.busy = busy


def _call(
    thread: ThreadState, state: State, frame: Frame, step: Step, function: Any, *arguments: Any
) -> Any:
    """Call a trace or profile function with the frame, while nothing is traced."""
    husk = exposed(thread, frame)
    mark = mark_of(husk)
    if not WRITES_THROUGH and mark is not None and mark.locals is not None:
        refresh(frame, mark)
    state.busy = True
    told, state.told = state.told, frame
    event, state.event = state.event, arguments[0]
    try:
        plain = function.__func__ if type(function) is MethodType else function
        if type(plain) is FunctionType and executable_behind(plain.__code__) is None:
            return call_on_stack(thread, frame, step, function, (husk, *arguments))
        return function(husk, *arguments)
    finally:
        state.busy = False
        state.event, state.told = event, told
        if not WRITES_THROUGH and mark is not None and mark.locals is not None:
            take_over(thread, frame, mark)


# -- sys.settrace ------------------------------------------------------------------------------


def _trace(
    thread: ThreadState, state: State, frame: Frame, step: Step, event: str, argument: Any
) -> None:
    husk = frame.trampoline or frame.husk
    mark = None if husk is None else mark_of(husk)
    local = None if mark is None else mark.traced
    if local is not None and local.opcodes and event not in ("line", "opcode"):
        opcodes.begin(frame.executable)
    if event == "call":
        function = state.trace
    elif local is None or local.function is None:
        return
    else:
        function = local.function
    try:
        result = _call(thread, state, frame, step, function, event, argument)
    except BaseException:
        set_trace(thread, None)
        if (mark := _mark(frame)) is not None and mark.traced is not None:
            mark.traced.function = None
        raise
    if result is not None:
        local_of(frame, thread).function = result


def _mark(frame: Frame) -> Mark | None:
    husk = frame.trampoline or frame.husk
    return None if husk is None else mark_of(husk)


def local_of(frame: Frame, thread: ThreadState) -> Local:
    """What tracing knows of a frame."""
    mark = mark_of(exposed(thread, frame))
    assert mark is not None
    if mark.traced is None:
        mark.traced = Local()
    return mark.traced


def _traced_lines(frame: Frame) -> Local | None:
    mark = _mark(frame)
    return None if mark is None else mark.traced


def _trace_start(
    thread: ThreadState, state: State, frame: Frame, step: Step, exception: Any = None
) -> None:
    if state.trace is not None:
        _trace(thread, state, frame, step, "call", None)


def _trace_line(thread: ThreadState, state: State, frame: Frame, step: Step) -> None:
    if state.trace is not None:
        local = _traced_lines(frame)
        if local is not None and local.lines:
            _trace(thread, state, frame, step, "line", None)


def _trace_opcode(thread: ThreadState, state: State, frame: Frame, step: Step) -> None:
    if state.trace is None or not opcodes.told_of(frame.executable):
        return
    local = _traced_lines(frame)
    if local is None or not local.opcodes:
        opcodes.end(frame.executable)
    else:
        _trace(thread, state, frame, step, "opcode", None)


def _trace_jump(thread: ThreadState, state: State, frame: Frame, step: Step, target: int) -> None:
    """A jump back within one line begins the line again."""
    if target <= step.offset and step.owner.positions(target)[0] == step.line:
        _trace_line(thread, state, frame, step)


def _trace_return(thread: ThreadState, state: State, frame: Frame, step: Step, value: Any) -> None:
    if state.trace is not None:
        _trace(thread, state, frame, step, "return", value)


def _trace_unwind(
    thread: ThreadState, state: State, frame: Frame, step: Step, exception: BaseException
) -> None:
    if state.trace is not None:
        _trace(thread, state, frame, step, "return", None)


def _trace_exception(
    thread: ThreadState, state: State, frame: Frame, step: Step, exception: BaseException
) -> None:
    if state.trace is not None:
        told = (type(exception), exception, exception.__traceback__)
        _trace(thread, state, frame, step, "exception", told)


_TRACES: dict[str, Any] = {
    "PY_START": _trace_start,
    "PY_RESUME": _trace_start,
    "PY_THROW": _trace_start,
    "PY_RETURN": _trace_return,
    "PY_YIELD": _trace_return,
    "PY_UNWIND": _trace_unwind,
    "RAISE": _trace_exception,
    "STOP_ITERATION": _trace_exception,
    "LINE": _trace_line,
    "INSTRUCTION": _trace_opcode,
}
if MARKED:
    _TRACES["JUMP"] = _trace_jump


# -- sys.setprofile ----------------------------------------------------------------------------


def _profile(
    thread: ThreadState, state: State, frame: Frame, step: Step, event: str, argument: Any
) -> None:
    if state.profile is None:
        return
    try:
        _call(thread, state, frame, step, state.profile, event, argument)
    except BaseException:
        set_profile(thread, None)
        raise


def _profile_start(
    thread: ThreadState, state: State, frame: Frame, step: Step, exception: Any = None
) -> None:
    _profile(thread, state, frame, step, "call", None)


def _profile_return(
    thread: ThreadState, state: State, frame: Frame, step: Step, value: Any
) -> None:
    _profile(thread, state, frame, step, "return", value)


def _profile_unwind(
    thread: ThreadState, state: State, frame: Frame, step: Step, exception: BaseException
) -> None:
    _profile(thread, state, frame, step, "return", None)


def _tells_of_bound(event: str, step: Step) -> bool:
    """Whether an event of a method object is told as one of its C function."""
    if step.opname == "CALL_FUNCTION_EX":  # does not take the method object apart
        return event == "c_call" and TELLS_OF_UNPACKED_BOUND_CALLS
    return event != "c_call" or TELLS_OF_BOUND_CALLS


def _native(event: str) -> Any:
    def told(
        thread: ThreadState, state: State, frame: Frame, step: Step, callable: Any, first: Any
    ) -> None:
        if type(callable) is MethodDescriptorType:
            if first is NULL:
                return
            callable = callable.__get__(first, type(first))
        elif type(callable) is MethodType and _tells_of_bound(event, step):
            callable = callable.__func__
        if isinstance(callable, BuiltinFunctionType):
            _profile(thread, state, frame, step, event, callable)

    return told


_PROFILES: dict[str, Any] = {
    "PY_START": _profile_start,
    "PY_RESUME": _profile_start,
    "PY_THROW": _profile_start,
    "PY_RETURN": _profile_return,
    "PY_YIELD": _profile_return,
    "PY_UNWIND": _profile_unwind,
    "CALL": _native("c_call"),
    "C_RETURN": _native("c_return"),
    "C_RAISE": _native("c_exception"),
}

hide_all(globals())
for _function in _PROFILES.values():
    hidden(_function)
