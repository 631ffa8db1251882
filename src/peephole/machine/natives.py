"""Builtins that look at the calling frame: the machine answers for them.

The host would find a frame of its own; so what they need of the frame is taken from the guest's.
A call of any other builtin goes to the builtin as it is.
"""

from __future__ import annotations

import _typing  # type: ignore[import-not-found]
import _warnings
import builtins
import sys
from opcode import opname
from types import BuiltinFunctionType, CellType, CodeType, FrameType, FunctionType

from peephole.machine import answers, attribute_answers, collector_answers, host
from peephole.machine import frame_attributes as frame_attributes  # fills in the answers
from peephole.machine import library_answers as library_answers  # these, too
from peephole.machine.audit import heard, tell
from peephole.machine.executable import GENERATOR_KINDS, Executable
from peephole.machine.functions import generator_of, trampoline_of
from peephole.machine.hiding import hidden, hide_all
from peephole.machine.local_variables import locals_of, value_of
from peephole.machine.settings import settings
from peephole.machine.stack import (
    call_by_function,
    call_native,
    call_on_stack,
    callers,
    current_frames,
    frame_at,
)
from peephole.machine.tracing import TRACING
from peephole.machine.trampolines import guest_behind
from peephole.machine.values import NULL
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from peephole.machine.frame import Frame, Step
    from peephole.machine.thread import ThreadState

    Answer = Callable[[ThreadState, Frame, Step, list[Any], dict[str, Any]], Any]

_FUTURE_FLAGS = 0x1FE0000  # CO_FUTURE_* of Include/cpython/code.h


@hidden
def _through(name: Any) -> Answer:
    """The builtin itself, called from a host frame that looks like the guest's."""

    def answer(
        thread: ThreadState,
        frame: Frame,
        step: Step,
        arguments: list[Any],
        keywords: dict[str, Any],
    ) -> Any:
        return call_native(thread, frame, step, name, arguments, keywords)

    return answer


@hidden
def _by_function(callable: Any) -> Answer:
    """What asks the function that calls it for its module."""

    def answer(
        thread: ThreadState,
        frame: Frame,
        step: Step,
        arguments: list[Any],
        keywords: dict[str, Any],
    ) -> Any:
        return call_by_function(frame, step, callable, arguments, keywords)

    return answer


def _locals(
    thread: ThreadState, frame: Frame, step: Step, arguments: list[Any], keywords: dict[str, Any]
) -> Any:
    if arguments or keywords:
        return builtins.locals(*arguments, **keywords)
    return locals_of(frame)


def _globals(
    thread: ThreadState, frame: Frame, step: Step, arguments: list[Any], keywords: dict[str, Any]
) -> Any:
    if arguments or keywords:
        return builtins.globals(*arguments, **keywords)
    return frame.globals


def _vars(
    thread: ThreadState, frame: Frame, step: Step, arguments: list[Any], keywords: dict[str, Any]
) -> Any:
    if arguments or keywords:
        return builtins.vars(*arguments, **keywords)
    return locals_of(frame)


def _dir(
    thread: ThreadState, frame: Frame, step: Step, arguments: list[Any], keywords: dict[str, Any]
) -> Any:
    if arguments or keywords:
        return builtins.dir(*arguments, **keywords)
    found = locals_of(frame)
    return sorted(found if type(found) is dict else _keys(found))


def _keys(mapping: Any) -> list[Any]:
    """PyMapping_Keys, with the host's own error."""
    keys = mapping.keys()
    if not hasattr(type(keys), "__iter__"):
        host.fail_with(eval, "dir()", {"dir": dir}, mapping)
    return list(keys)


def _namespaces(frame: Frame, globals: Any, locals: Any) -> tuple[Any, Any]:
    """The namespaces of eval and exec, the frame's where none are given."""
    if globals is None:
        globals = frame.globals
        if locals is None:
            locals = locals_of(frame)
    elif locals is None:
        locals = globals
    return globals, locals


def _exec(
    thread: ThreadState, frame: Frame, step: Step, arguments: list[Any], keywords: dict[str, Any]
) -> Any:
    from peephole.machine.machine import run_code

    source, globals, locals, closure = _exec_arguments(arguments, keywords)
    plain = globals is None or type(globals) is dict
    if not plain or closure is not None or type(source) not in (str, bytes, CodeType):
        return call_native(thread, frame, step, builtins.exec, arguments, keywords)
    if type(source) is CodeType and source.co_freevars:
        return call_native(thread, frame, step, builtins.exec, arguments, keywords)
    globals, locals = _namespaces(frame, globals, locals)
    if not hasattr(type(locals), "__getitem__"):
        return call_native(thread, frame, step, builtins.exec, arguments, keywords)
    code = _compiled(thread, frame, step, source, globals, "exec")
    tell("exec", code)
    globals.setdefault("__builtins__", frame.builtins)
    if code.co_flags & GENERATOR_KINDS:
        generator_of(code, globals, locals)
    else:
        run_code(thread, code, globals, locals, again=code is source)
    return None


def _exec_arguments(arguments: list[Any], keywords: dict[str, Any]) -> tuple[Any, Any, Any, Any]:
    source, globals, locals = (*arguments, None, None, None)[:3]
    return (
        source,
        keywords.get("globals", globals),
        keywords.get("locals", locals),
        keywords.get("closure"),
    )


def _eval(
    thread: ThreadState, frame: Frame, step: Step, arguments: list[Any], keywords: dict[str, Any]
) -> Any:
    from peephole.machine.machine import run_code

    source, globals, locals, _ = _exec_arguments(arguments, keywords)
    plain = globals is None or type(globals) is dict
    if not plain or type(source) not in (str, bytes, CodeType):
        return call_native(thread, frame, step, builtins.eval, arguments, keywords)
    if type(source) is CodeType and source.co_freevars:
        return call_native(thread, frame, step, builtins.eval, arguments, keywords)
    globals, locals = _namespaces(frame, globals, locals)
    if not hasattr(type(locals), "__getitem__"):
        return call_native(thread, frame, step, builtins.eval, arguments, keywords)
    if type(source) is str:
        source = source.lstrip(" \t")
    elif type(source) is bytes:
        source = source.lstrip(b" \t")
    code = _compiled(thread, frame, step, source, globals, "eval")
    tell("exec", code)
    globals.setdefault("__builtins__", frame.builtins)
    if code.co_flags & GENERATOR_KINDS:
        return generator_of(code, globals, locals)
    return run_code(thread, code, globals, locals, again=code is source)


def _compiled(
    thread: ThreadState, frame: Frame, step: Step, source: Any, globals: dict[str, Any], mode: str
) -> CodeType:
    if type(source) is CodeType:
        return source
    name = globals.get("__name__")
    keywords = {"module": name} if _WARNS_FOR_MODULE and type(name) is str else {}
    arguments = [source, "<string>", mode]
    return call_native(thread, frame, step, builtins.compile, arguments, keywords)  # type: ignore[no-any-return]


#: whether warnings about source code are given for a module (3.15)
_WARNS_FOR_MODULE = "module=" in getattr(builtins.compile, "__text_signature__", "")


def _super(
    thread: ThreadState, frame: Frame, step: Step, arguments: list[Any], keywords: dict[str, Any]
) -> Any:
    if arguments or keywords:
        return super(*arguments, **keywords)
    executable = frame.executable
    if executable.code.co_argcount == 0:
        raise RuntimeError("super(): no arguments")
    first = frame.r[0]
    if type(first) is CellType and 0 in executable.cells:
        first = value_of(first)
    if first is NULL:
        raise RuntimeError("super(): arg[0] deleted")
    for slot in range(executable.first_free, executable.size):
        if executable.names[slot] == "__class__":
            cls = value_of(frame.r[slot])
            if cls is NULL:
                raise RuntimeError("super(): empty __class__ cell")
            if not isinstance(cls, type):
                raise RuntimeError(f"super(): __class__ is not a type ({type(cls).__name__})")
            return super(cls, first)
    raise RuntimeError("super(): __class__ cell not found")


def _type(
    thread: ThreadState, frame: Frame, step: Step, arguments: list[Any], keywords: dict[str, Any]
) -> Any:
    if len(arguments) == 1 and not keywords:
        return type(arguments[0])
    return call_native(thread, frame, step, type, arguments, keywords)


def _function(
    thread: ThreadState, frame: Frame, step: Step, arguments: list[Any], keywords: dict[str, Any]
) -> Any:
    if arguments and type(arguments[0]) is CodeType and guest_behind(arguments[0]) is None:
        arguments = [trampoline_of(Executable(arguments[0])), *arguments[1:]]
    return call_native(thread, frame, step, FunctionType, arguments, keywords)


def _getframe(
    thread: ThreadState, frame: Frame, step: Step, arguments: list[Any], keywords: dict[str, Any]
) -> Any:
    depth = arguments[0] if arguments else 0
    if keywords or len(arguments) > 1 or type(depth) is not int:
        return call_native(thread, frame, step, sys._getframe, arguments, keywords)
    found = frame_at(thread, frame, depth)
    tell("sys._getframe", found)
    return found


def _getframemodulename(
    thread: ThreadState, frame: Frame, step: Step, arguments: list[Any], keywords: dict[str, Any]
) -> Any:
    depth = arguments[0] if arguments else keywords.get("depth", 0)
    if len(arguments) + len(keywords) > 1 or type(depth) is not int or keywords.keys() - {"depth"}:
        return sys._getframemodulename(*arguments, **keywords)  # type: ignore[attr-defined, unused-ignore]
    tell("sys._getframemodulename", depth)
    for found in callers(thread, frame):
        if depth <= 0:
            function = None if type(found) is FrameType else found.function
            names = found.f_globals if type(found) is FrameType else found.globals
            return names.get("__name__") if function is None else function.__module__
        depth -= 1
    return None


def _current_frames(
    thread: ThreadState, frame: Frame, step: Step, arguments: list[Any], keywords: dict[str, Any]
) -> Any:
    if arguments or keywords:
        return sys._current_frames(*arguments, **keywords)
    return current_frames()


def _addaudithook(
    thread: ThreadState, frame: Frame, step: Step, arguments: list[Any], keywords: dict[str, Any]
) -> Any:
    return sys.addaudithook(*map(heard, arguments), **{k: heard(v) for k, v in keywords.items()})


@hidden
def _from_stack(function: Any) -> Answer:
    """A builtin that looks further up than its caller: called with the whole stack in place."""

    def answer(
        thread: ThreadState,
        frame: Frame,
        step: Step,
        arguments: list[Any],
        keywords: dict[str, Any],
    ) -> Any:
        return call_on_stack(thread, frame, step, function, arguments, keywords)

    return answer


def _setrecursionlimit(
    thread: ThreadState, frame: Frame, step: Step, arguments: list[Any], keywords: dict[str, Any]
) -> Any:
    if len(arguments) != 1 or keywords or type(arguments[0]) is not int or arguments[0] < 1:
        return sys.setrecursionlimit(*arguments, **keywords)
    if arguments[0] <= frame.depth:
        raise RecursionError(
            f"cannot set the recursion limit to {arguments[0]} at the recursion depth "
            f"{frame.depth}: the limit is too low"
        )
    settings.set_limit(arguments[0])
    return None


#: what can be between the load of an argument and the call
_NO_LOADS = ("CACHE", "PRECALL")


def _getrefcount(
    thread: ThreadState, frame: Frame, step: Step, arguments: list[Any], keywords: dict[str, Any]
) -> Any:
    """The count without the machine's own references: the list of arguments and its own load.

    A variable that has been loaded is still in a slot of the stack, but not in translated code; and
    a host that borrows it (3.14) has no reference for it at all.
    """
    if keywords or len(arguments) != 1:
        return sys.getrefcount(*arguments, **keywords)
    count = sys.getrefcount(arguments[0])
    if count >= _IMMORTAL:
        return count
    units = frame.executable.code.co_code
    before = step.offset - 2
    while opname[units[before]] in _NO_LOADS:
        before -= 2
    loaded_by = opname[units[before]]
    if not loaded_by.startswith("LOAD_FAST"):
        return count - 2
    on_stack = frame.r[step.sp - 1] is arguments[0]
    return count - 2 - on_stack + ("BORROW" not in loaded_by)


#: reference counts from here on never change (PEP 683)
_IMMORTAL = 1 << 28


def _getrecursionlimit(
    thread: ThreadState, frame: Frame, step: Step, arguments: list[Any], keywords: dict[str, Any]
) -> Any:
    if arguments or keywords:
        return sys.getrecursionlimit(*arguments, **keywords)  # type: ignore[call-arg, unused-ignore]
    return settings.limit


#: builtin functions that the machine answers for
ANSWERED: dict[Any, Answer] = {
    builtins.locals: _locals,
    builtins.globals: _globals,
    builtins.vars: _vars,
    builtins.dir: _dir,
    builtins.exec: _exec,
    builtins.eval: _eval,
    builtins.compile: _through(builtins.compile),
    builtins.breakpoint: _from_stack(builtins.breakpoint),
    builtins.__import__: _through(builtins.__import__),
    builtins.__build_class__: _through(builtins.__build_class__),
    sys._current_frames: _current_frames,
    sys._getframe: _getframe,
    sys.addaudithook: _addaudithook,
    sys.setrecursionlimit: _setrecursionlimit,
    sys.getrecursionlimit: _getrecursionlimit,
    sys.getrefcount: _getrefcount,
    _warnings.warn: _from_stack(_warnings.warn),
    _warnings.warn_explicit: _from_stack(_warnings.warn_explicit),
}
ANSWERED |= attribute_answers.ANSWERED | TRACING
if hasattr(builtins, "__lazy_import__"):
    ANSWERED[builtins.__lazy_import__] = _through(builtins.__lazy_import__)
if hasattr(sys, "_getframemodulename"):
    ANSWERED[sys._getframemodulename] = _getframemodulename

#: functions of C modules that programs import their own copy of, by module and name
_IMPORTED: dict[str, dict[str, Answer]] = {
    "gc": {
        "get_objects": collector_answers.get_objects,
        "get_referrers": collector_answers.get_referrers,
    },
}
answers.IMPORTED |= _IMPORTED.keys()


def _answer_for(name: str) -> None:
    """Answer for the functions of a module that the guest has imported."""
    module = sys.modules.get(name)
    for function, answer in _IMPORTED[name].items():
        found = getattr(module, function, None)
        if type(found) is BuiltinFunctionType:
            ANSWERED[found] = answer


answers.answer_for = _answer_for

#: builtin classes that the machine answers for
ANSWERED_TYPES: dict[type, Answer] = {
    super: _super,
    type: _type,
    FunctionType: _function,
}
for _scope, _name in ((_typing, "TypeAliasType"), (builtins, "sentinel")):
    if hasattr(_scope, _name):  # its module is its caller's
        ANSWERED_TYPES[getattr(_scope, _name)] = _by_function(getattr(_scope, _name))

hide_all(globals())
