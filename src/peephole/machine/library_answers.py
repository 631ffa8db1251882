"""Functions of the standard library's inspectors: the machine answers for them, or tells them what
they could not see themselves."""

from __future__ import annotations

from types import (
    AsyncGeneratorType,
    CodeType,
    CoroutineType,
    FrameType,
    FunctionType,
    GeneratorType,
    MethodType,
)

from peephole.machine.answers import FUNCTIONS
from peephole.machine.hiding import hidden, hide_all
from peephole.machine.local_variables import f_locals_of
from peephole.machine.marks import mark_of
from peephole.machine.stack import call_on_stack, exposed
from peephole.machine.trampolines import guest_behind
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from peephole.machine.frame import Frame, Step
    from peephole.machine.thread import ThreadState


def _currentframe(
    thread: ThreadState,
    frame: Frame,
    step: Step,
    function: Any,
    arguments: list[Any],
    keywords: dict[str, Any],
) -> FrameType:
    if arguments or keywords:
        return function(*arguments, **keywords)  # type: ignore[no-any-return]
    return exposed(thread, frame)


@hidden
def _variables(attribute: str) -> Callable[..., Any]:
    """getgeneratorlocals and its like: `attribute` is the one with the frame."""

    @hidden
    def answer(
        thread: ThreadState,
        frame: Frame,
        step: Step,
        function: Any,
        arguments: list[Any],
        keywords: dict[str, Any],
    ) -> Any:
        if len(arguments) == 1 and not keywords:
            trampoline = getattr(arguments[0], attribute, None)
            mark = mark_of(trampoline) if type(trampoline) is FrameType else None
            if mark is not None and mark.frame is not None:
                return f_locals_of(mark.frame)
        return call_on_stack(thread, frame, step, function, arguments, keywords)

    return answer


def _disassembler(
    thread: ThreadState,
    frame: Frame,
    step: Step,
    function: Any,
    arguments: list[Any],
    keywords: dict[str, Any],
) -> Any:
    """The functions of `dis`, given the guest's code."""
    given = [guest_code(argument) for argument in arguments]
    named = {name: guest_code(value) for name, value in keywords.items()}
    return call_on_stack(thread, frame, step, function, given, named)


def _closure_variables(
    thread: ThreadState,
    frame: Frame,
    step: Step,
    function: Any,
    arguments: list[Any],
    keywords: dict[str, Any],
) -> Any:
    """getclosurevars, given a function that has the guest's code."""
    given = [_native_twin(argument) for argument in arguments]
    return call_on_stack(thread, frame, step, function, given, keywords)


def _native_twin(value: Any) -> Any:
    """A function like a guest function whose code is the guest's."""
    function = value.__func__ if type(value) is MethodType else value
    code = guest_behind(function.__code__) if type(function) is FunctionType else None
    if code is None:
        return value
    return FunctionType(code, function.__globals__, None, None, function.__closure__)


_CODE_OF: dict[type, str] = {
    FunctionType: "__code__",
    GeneratorType: "gi_code",
    CoroutineType: "cr_code",
    AsyncGeneratorType: "ag_code",
}


def guest_code(value: Any) -> Any:
    """The guest's code of a guest function or generator; every other value as it is."""
    found = value.__func__ if type(value) is MethodType else value
    if type(found) in _CODE_OF:
        found = getattr(found, _CODE_OF[type(found)])
    if type(found) is CodeType:
        return guest_behind(found) or value
    return value


@hidden
def _set_in_threads(which: str) -> Callable[..., Any]:
    """threading.settrace and threading.setprofile; `which` function they set."""

    @hidden
    def answer(
        thread: ThreadState,
        frame: Frame,
        step: Step,
        function: Any,
        arguments: list[Any],
        keywords: dict[str, Any],
    ) -> Any:
        from peephole.machine.probes.functions import trace_threads

        function(*[None for _ in arguments], **dict.fromkeys(keywords))
        trace_threads(**{which: (*arguments, *keywords.values())[0]})

    return answer


@hidden
def _set_in_all_threads(which: str) -> Callable[..., Any]:
    """threading.settrace_all_threads and its like."""

    @hidden
    def answer(
        thread: ThreadState,
        frame: Frame,
        step: Step,
        function: Any,
        arguments: list[Any],
        keywords: dict[str, Any],
    ) -> Any:
        from peephole.machine.probes import functions

        (value,) = (*arguments, *keywords.values())
        functions.trace_threads(**{which: value})
        functions.set_in_all_threads(which, value)

    return answer


@hidden
def _get_in_threads(which: str) -> Callable[..., Any]:
    """threading.gettrace and threading.getprofile."""

    @hidden
    def answer(
        thread: ThreadState,
        frame: Frame,
        step: Step,
        function: Any,
        arguments: list[Any],
        keywords: dict[str, Any],
    ) -> Any:
        from peephole.machine.probes.functions import threads

        function(*arguments, **keywords)
        return getattr(threads, which)

    return answer


hide_all(globals())

FUNCTIONS |= {
    ("inspect", "currentframe"): _currentframe,
    ("inspect", "getgeneratorlocals"): _variables("gi_frame"),
    ("inspect", "getcoroutinelocals"): _variables("cr_frame"),
    ("inspect", "getasyncgenlocals"): _variables("ag_frame"),
    ("inspect", "getclosurevars"): _closure_variables,
    ("dis", ""): _disassembler,
    ("threading", "getprofile"): _get_in_threads("profile"),
    ("threading", "gettrace"): _get_in_threads("trace"),
    ("threading", "setprofile"): _set_in_threads("profile"),
    ("threading", "setprofile_all_threads"): _set_in_all_threads("profile"),
    ("threading", "settrace_all_threads"): _set_in_all_threads("trace"),
    ("threading", "settrace"): _set_in_threads("trace"),
}
