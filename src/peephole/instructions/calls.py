"""Instructions that call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peephole.instructions.registry import family, fragment
from peephole.instructions.vocabulary import NULL, done, enter, replace

if TYPE_CHECKING:
    from types import BuiltinFunctionType, FunctionType, MethodType

    from peephole.machine.calls import (
        ANSWERED,
        arguments_of,
        blank_frame,
        bound_frame,
        call_other,
        call_special,
        call_with_names,
        call_with_unpacking,
        executable_of,
        frame_of_method,
    )
    from peephole.machine.frame import Frame
    from peephole.machine.settings import settings
    from peephole.machine.special import calling

instruction = family("calls")

#: numbers of arguments that have a leaf of their own
COUNTS = (0, 1, 2, 3)


@fragment
def invoke(callable: Any, arguments: Any, count: int, frame: Any, step: Any, thread: Any) -> Any:
    """Call with a list of `count` positional arguments: a guest function gets a frame, all else is
    called as it is."""
    if type(callable) is FunctionType:
        executable = (
            step.executable if step.function() is callable else executable_of(callable, step)
        )
        if executable is not None:
            if executable.arity == count and frame.depth < settings.limit:
                # new_frame, inlined: the common case of the most frequent instruction
                callee = executable.pool.pop() if executable.pool else blank_frame(executable)
                callee.depth = frame.depth + 1
                callee.function = callable
                callee.globals = callable.__globals__
                callee.builtins = callable.__builtins__  # type: ignore[attr-defined, unused-ignore]
                arguments += executable.tail
                if executable.free:
                    arguments[executable.first_free : executable.size] = callable.__closure__
                callee.r = arguments
                callee.node = executable.entry
                callee.back = frame
                enter(callee)
            else:
                enter(bound_frame(executable, callable, arguments, {}, frame))
            return None
    elif type(callable) is BuiltinFunctionType and callable not in ANSWERED:
        return callable(*arguments)
    value = call_other(thread, frame, step, callable, arguments)
    if type(value) is Frame:
        enter(value)
        return None
    return value


@instruction(
    "method_or_null, callable, args[oparg] -- method_or_null, callable, args[oparg]", "3.11"
)
def PRECALL() -> None:
    """Prepare a call (the cache behind it lets the specializer look at what is called)."""


@instruction("--", versions="3.11-3.12")
def KW_NAMES() -> None:
    """Announce the names (a tuple of co_consts) of the next call's keyword arguments."""


@instruction(
    "method_or_null, self_or_callable, args[oparg] -- res",
    "3.11-3.12",
    select=("oparg", COUNTS),
    signals="3.11-",
)
def CALL(method_or_null: Any, self_or_callable: Any, args: Any, oparg: int) -> Any:
    """Call with oparg arguments, the last of them by the names that KW_NAMES announced: a method's
    function with self and the arguments, or (above NULL) a callable with the arguments."""
    if method_or_null is NULL:
        callable = self_or_callable
        arguments = [*args]
        count = oparg
    else:
        callable = method_or_null
        arguments = [self_or_callable, *args]
        count = oparg + 1
    return invoke(callable, arguments, count)


@instruction("method_or_null, self_or_callable, args[oparg] -- res", "3.11-3.12", signals="3.11-")
def CALL_KW_NAMES(
    method_or_null: Any,
    self_or_callable: Any,
    args: Any,
    thread: Any,
    frame: Any,
    step: Any,
    operand: Any,
) -> Any:
    """CALL behind KW_NAMES: the last of the oparg arguments are passed by name."""
    if method_or_null is NULL:
        value = call_with_names(thread, frame, step, self_or_callable, args, operand)
    else:
        value = call_with_names(
            thread, frame, step, method_or_null, [self_or_callable, *args], operand
        )
    if type(value) is Frame:
        enter(value)
        return None
    return value


@instruction(
    "callable, self_or_null, args[oparg] -- res", "3.13-", select=("oparg", COUNTS), signals="3.11-"
)
def CALL(callable: Any, self_or_null: Any, args: Any, oparg: int) -> Any:
    """Call with oparg positional arguments; self, where it is not NULL, goes before them."""
    if self_or_null is NULL:
        arguments = [*args]
        count = oparg
    else:
        arguments = [self_or_null, *args]
        count = oparg + 1
    return invoke(callable, arguments, count)


@instruction("callable, self_or_null -- res", "3.15-")
def CALL_SPECIAL(callable: Any, self_or_null: Any, thread: Any, frame: Any, step: Any) -> Any:
    """CALL behind LOAD_SPECIAL, that of __enter__ in a with statement: signals that come while it
    is called are looked at in the block, not here."""
    if self_or_null is NULL:
        if type(callable) is BuiltinFunctionType and callable not in ANSWERED:
            value = calling[callable]
            done()
            return value
        arguments = []
        count = 0
    else:
        arguments = [self_or_null]
        count = 1
    if type(callable) is FunctionType:
        return invoke(callable, arguments, count)
    if type(callable) is MethodType:
        value = frame_of_method(callable, arguments, frame)
        if value is not None:
            enter(value)
            return None
    # from here on nothing that the host looks at signals behind
    value = call_special(thread, frame, step, callable, arguments)
    done()
    return value


@instruction("callable, self_or_null, args[oparg], kwnames -- res", "3.13-", signals="3.13")
def CALL_KW(
    callable: Any,
    self_or_null: Any,
    args: Any,
    kwnames: Any,
    thread: Any,
    frame: Any,
    step: Any,
) -> Any:
    """Call with oparg arguments, the last of them by the names in the tuple on top."""
    arguments = args if self_or_null is NULL else [self_or_null, *args]
    value = call_with_names(thread, frame, step, callable, arguments, kwnames)
    if type(value) is Frame:
        enter(value)
        return None
    return value


@instruction(
    "null, func, callargs, kwargs[oparg & 1] -- result",
    "3.11",
    select=("oparg & 1", (0, 1)),
    signals="3.11-",
)
def CALL_FUNCTION_EX(
    func: Any, callargs: Any, kwargs: Any, thread: Any, frame: Any, step: Any, selected: int
) -> Any:
    """Call with a tuple (or iterable) of positional arguments and, with oparg 1, a mapping of
    keyword arguments; they live until it has returned."""
    replace(callargs, callargs if type(callargs) is tuple else arguments_of(func, callargs))
    value = call_with_unpacking(
        thread, frame, step, func, callargs, kwargs[0] if selected else None
    )
    if type(value) is Frame:
        value.r.extend((callargs, *kwargs))
        enter(value)
        return None
    return value


@instruction(
    "null, func, callargs, kwargs[oparg & 1] -- result",
    "3.12",
    select=("oparg & 1", (0, 1)),
    signals="3.11-",
)
def CALL_FUNCTION_EX(
    func: Any, callargs: Any, kwargs: Any, thread: Any, frame: Any, step: Any, selected: int
) -> Any:
    """Call with a tuple (or iterable) of positional arguments and, with oparg 1, a mapping of
    keyword arguments."""
    replace(callargs, callargs if type(callargs) is tuple else arguments_of(func, callargs))
    value = call_with_unpacking(
        thread, frame, step, func, callargs, kwargs[0] if selected else None
    )
    if type(value) is Frame:
        enter(value)
        return None
    return value


@instruction(
    "func, null, callargs, kwargs[oparg & 1] -- result",
    "3.13",
    select=("oparg & 1", (0, 1)),
    signals="3.11-",
)
def CALL_FUNCTION_EX(
    func: Any, callargs: Any, kwargs: Any, thread: Any, frame: Any, step: Any, selected: int
) -> Any:
    """Call with a tuple (or iterable) of positional arguments and, with oparg 1, a mapping of
    keyword arguments."""
    replace(callargs, callargs if type(callargs) is tuple else arguments_of(func, callargs))
    value = call_with_unpacking(
        thread, frame, step, func, callargs, kwargs[0] if selected else None
    )
    if type(value) is Frame:
        enter(value)
        return None
    return value


@instruction("func, null, callargs, kwargs_or_null -- result", "3.14-", signals="3.11-")
def CALL_FUNCTION_EX(
    func: Any, callargs: Any, kwargs_or_null: Any, thread: Any, frame: Any, step: Any
) -> Any:
    """Call with a tuple (or iterable) of positional arguments and a mapping of keyword arguments
    or NULL."""
    replace(callargs, callargs if type(callargs) is tuple else arguments_of(func, callargs))
    value = call_with_unpacking(
        thread,
        frame,
        step,
        func,
        callargs,
        None if kwargs_or_null is NULL else kwargs_or_null,
    )
    if type(value) is Frame:
        enter(value)
        return None
    return value


@instruction("should_be_none --", versions="3.13-")
def EXIT_INIT_CHECK(should_be_none: Any) -> None:
    """Check that __init__, called by the instruction that made the object, returned None."""
    if should_be_none is not None:
        raise TypeError(f"__init__() should return None, not '{type(should_be_none).__name__}'")
