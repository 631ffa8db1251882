"""Calls: who gets a frame on the machine, and who is called as it is."""

from __future__ import annotations

from _collections import defaultdict  # type: ignore[import-not-found]
from _weakref import ref
from types import (
    BuiltinFunctionType,
    FunctionType,
    MethodDescriptorType,
    MethodType,
    MethodWrapperType,
    WrapperDescriptorType,
)

from peephole.machine import host
from peephole.machine.binding import bound_arguments
from peephole.machine.executable import CO_GENERATOR, Executable
from peephole.machine.frame import Frame
from peephole.machine.hiding import hide_all
from peephole.machine.natives import ANSWERED, ANSWERED_TYPES
from peephole.machine.settings import settings
from peephole.machine.special import called
from peephole.machine.stack import call_native
from peephole.machine.trampolines import executable_behind
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from peephole.machine.frame import CallStep, Step
    from peephole.machine.thread import ThreadState

__all__ = [
    "ANSWERED",
    "arguments_of",
    "blank_frame",
    "bound_frame",
    "call_other",
    "call_special",
    "call_with_names",
    "call_with_unpacking",
    "executable_of",
    "frame_of_method",
    "new_frame",
]

#: callables that run no Python code of their own that could look at its caller
DIRECT = frozenset({MethodDescriptorType, WrapperDescriptorType, MethodWrapperType})
#: iterators that call: what they call may look at the frame that goes through them
_LAZY = frozenset({map, filter})
_HEAP_TYPE = 1 << 9  # Py_TPFLAGS_HEAPTYPE


def executable_of(function: FunctionType, step: CallStep) -> Executable | None:
    """The executable of a function, None where it is no plain guest function.

    The step remembers the function it called last, weakly: a function dies when it would under
    CPython.  (The code object cannot be the key: reading `__code__` costs more than the rest.)
    """
    step.function = ref(function)
    executable = step.executable = plain_executable(function)
    return executable


def plain_executable(function: FunctionType) -> Executable | None:
    """The executable of a guest function that the loop enters itself: not where the globals are of
    a class that may have `__missing__`, which only `prepare` looks out for."""
    if type(function.__globals__) is not dict:
        return None
    return executable_behind(function.__code__)


def blank_frame(executable: Executable) -> Frame:
    """A frame for a plain function, with what is the same for every call of it.

    A frame that returns goes into the executable's pool: to fill in a used one costs a third less
    than to make one.
    """
    frame = Frame()
    frame.executable = executable
    frame.locals = frame.husk = None
    return frame


def new_frame(
    executable: Executable, function: FunctionType, arguments: list[Any], back: Frame
) -> Frame:
    """A frame for a guest function whose arguments are bound: the list becomes the frame's."""
    depth = back.depth + 1
    if depth > settings.limit:
        raise RecursionError("maximum recursion depth exceeded")
    frame = executable.pool.pop() if executable.pool else blank_frame(executable)
    frame.depth = depth
    frame.function = function
    frame.globals = function.__globals__
    frame.builtins = function.__builtins__  # type: ignore[attr-defined, unused-ignore]
    arguments += executable.tail
    if executable.free:
        arguments[executable.first_free : executable.size] = function.__closure__ or ()
    frame.r = arguments
    frame.node = executable.decode()
    frame.back = back
    return frame


def bound_frame(
    executable: Executable,
    function: FunctionType,
    arguments: list[Any],
    keywords: dict[str, Any],
    back: Frame,
) -> Frame:
    """A frame for a guest function, binding its arguments as CPython does."""
    if executable.entry is None:
        executable.decode()
    bound = bound_arguments(executable, function, arguments, keywords)
    return new_frame(executable, function, bound, back)


def call_other(
    thread: ThreadState, frame: Frame, step: Step, callable: Any, arguments: list[Any]
) -> Any:
    """Call what is neither a guest function nor a plain builtin: a result, or a frame to enter."""
    kind = type(callable)
    if kind is MethodType:
        callee = frame_of_method(callable, arguments, frame)
        if callee is not None:
            return callee
    elif kind is FunctionType:
        if callable.__code__.co_flags & CO_GENERATOR:  # makes a generator, runs nothing
            return callable(*arguments)
    elif kind is BuiltinFunctionType:
        return _answered(thread, frame, step, callable, arguments, {})
    elif kind in DIRECT:
        return callable(*arguments)
    elif kind is type and not callable.__flags__ & _HEAP_TYPE:
        if callable in ANSWERED_TYPES:
            return ANSWERED_TYPES[callable](thread, frame, step, arguments, {})
        if arguments and type(arguments[0]) in _LAZY:
            return call_native(thread, frame, step, callable, arguments)
        return callable(*arguments)
    frame.step = step
    return call_native(thread, frame, step, callable, arguments)


def frame_of_method(method: Any, arguments: list[Any], back: Frame) -> Frame | None:
    """The frame of a guest function's call through a method object, None for other functions."""
    function = method.__func__
    executable = plain_executable(function) if type(function) is FunctionType else None
    if executable is None:
        return None
    return _frame_for(executable, function, [method.__self__, *arguments], back)


def call_special(
    thread: ThreadState, frame: Frame, step: Step, method: Any, arguments: list[Any]
) -> Any:
    """Call native code that LOAD_SPECIAL has found; no signal is looked at behind the call.

    Where the host does, on the way back from Python code, the call has been made all the same:
    `thread.late` is what is to be raised.
    """
    kind = type(method)
    if not arguments and (kind is BuiltinFunctionType or kind in DIRECT):
        return called(method)
    if not callable(method):
        return call_native(thread, frame, step, method, arguments)  # fails
    result = defaultdict(MethodType(method, *arguments) if arguments else method)
    frame.step = step
    try:
        call_native(thread, frame, step, result.__missing__, (None,))
    except BaseException as exception:
        if not result:  # it has not returned
            raise
        thread.late = exception
    return result[None]


def _frame_for(
    executable: Executable, function: FunctionType, arguments: list[Any], back: Frame
) -> Frame:
    if executable.arity == len(arguments):
        return new_frame(executable, function, arguments, back)
    return bound_frame(executable, function, arguments, {}, back)


def _answered(
    thread: ThreadState,
    frame: Frame,
    step: Step,
    callable: Any,
    arguments: list[Any],
    keywords: dict[str, Any],
) -> Any:
    frame.step = step
    return ANSWERED[callable](thread, frame, step, arguments, keywords)


def call_with_keywords(
    thread: ThreadState,
    frame: Frame,
    step: CallStep,
    callable: Any,
    arguments: list[Any],
    keywords: dict[str, Any],
) -> Any:
    """Call with positional and keyword arguments: a result, or a frame to enter."""
    kind = type(callable)
    if kind is MethodType and type(callable.__func__) is FunctionType:
        arguments = [callable.__self__, *arguments]
        callable = callable.__func__
        kind = FunctionType
    if kind is FunctionType:
        executable = (
            step.executable if step.function() is callable else executable_of(callable, step)
        )
        if executable is not None:
            return bound_frame(executable, callable, arguments, keywords, frame)
        if callable.__code__.co_flags & CO_GENERATOR:
            return callable(*arguments, **keywords)
    elif kind is BuiltinFunctionType:
        if callable in ANSWERED:
            return _answered(thread, frame, step, callable, arguments, keywords)
        return _called(callable, arguments, keywords)
    elif kind in DIRECT:
        return _called(callable, arguments, keywords)
    elif kind is type and not callable.__flags__ & _HEAP_TYPE:
        if callable in ANSWERED_TYPES:
            return ANSWERED_TYPES[callable](thread, frame, step, arguments, keywords)
        return _called(callable, arguments, keywords)
    frame.step = step
    return call_native(thread, frame, step, callable, arguments, keywords)


def _called(callable: Any, arguments: list[Any], keywords: dict[str, Any]) -> Any:
    """What C code returns; some knows no keywords from an empty dict."""
    return callable(*arguments, **keywords) if keywords else callable(*arguments)


def call_with_names(
    thread: ThreadState,
    frame: Frame,
    step: CallStep,
    callable: Any,
    arguments: list[Any],
    names: tuple[str, ...],
) -> Any:
    """Call with arguments of which the last are passed by name."""
    first = len(arguments) - len(names)
    keywords = dict(zip(names, arguments[first:], strict=True))
    return call_with_keywords(thread, frame, step, callable, arguments[:first], keywords)


def arguments_of(callable: Any, iterable: Any) -> tuple[Any, ...]:
    """The positional arguments that an iterable behind a star stands for."""
    if not _is_iterable(iterable):
        host.fail_with(host.call_with_star, callable, iterable)
    return (*iterable,)


def call_with_unpacking(
    thread: ThreadState,
    frame: Frame,
    step: CallStep,
    callable: Any,
    positional: tuple[Any, ...],
    mapping: Any,
) -> Any:
    """Call with a tuple of positional and a mapping of keyword arguments."""
    if mapping is None:
        keywords = {}
    elif type(mapping) is dict:
        keywords = mapping.copy()
    elif hasattr(mapping, "keys"):
        keywords = {**mapping}
    else:
        host.fail_with(host.call_with_double_star, callable, mapping)
    if not _needs_list(callable):
        # C code gets the very tuple
        return call_with_keywords(thread, frame, step, callable, positional, keywords)  # type: ignore[arg-type]
    return call_with_keywords(thread, frame, step, callable, [*positional], keywords)


def _needs_list(callable: Any) -> bool:
    kind = type(callable)
    if kind is FunctionType or kind is MethodType:
        return True
    return (kind is type or kind is BuiltinFunctionType) and (
        callable in ANSWERED or callable in ANSWERED_TYPES
    )


def _is_iterable(value: Any) -> bool:
    if hasattr(type(value), "__iter__"):
        return True
    try:
        iter(value)
    except TypeError:
        return False
    return True


hide_all(globals())
