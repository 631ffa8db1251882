"""Raising, handling, matching: what the instructions of exceptions do."""

from __future__ import annotations

import ctypes
import sys

from peephole.machine.audit import OWN_CALLS
from peephole.machine.hiding import hide_all
from peephole.machine.host import raise_again, wraps_with_traceback
from peephole.machine.husks import add_traceback
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from peephole.machine.frame import Frame, Step
    from peephole.machine.thread import ThreadState

# The exception being handled (sys.exception()) belongs to the host's thread state, where native
# code and implicit chaining look for it; nothing but the C API can set it.
_set_handled = ctypes.pythonapi.PyErr_SetHandledException
_set_handled.argtypes = [ctypes.py_object]
_set_handled.restype = None
OWN_CALLS.add(ctypes.cast(_set_handled, ctypes.c_void_p).value or 0)

set_handled = _set_handled
_exception = sys.exception


def handled_exception() -> BaseException | None:
    """The exception that the running function or generator handles itself.

    `sys.exception()` looks through to the callers of a generator where it handles none itself
    (`_PyErr_GetTopmostException`); POP_EXCEPT must not restore that one.
    """
    exception = _exception()
    if exception is None:
        return None
    _set_handled(None)
    if _exception() is exception:
        return None
    _set_handled(exception)
    return exception


def reraise(thread: ThreadState, exception: BaseException) -> None:
    """Raise an exception as RERAISE does: no new traceback entry, no new context."""
    thread.reraised = exception
    raise_again(exception)


def raise_active(thread: ThreadState) -> None:
    """Raise the exception being handled again."""
    exception = _exception()
    if exception is None:
        raise RuntimeError("No active exception to reraise")
    reraise(thread, exception)


_CANNOT_CATCH = "catching classes that do not inherit from BaseException is not allowed"
_CANNOT_CATCH_GROUP = "catching ExceptionGroup with except* is not allowed. Use except instead."


def _is_exception_class(value: Any) -> bool:
    return isinstance(value, type) and issubclass_exactly(value, BaseException)


def issubclass_exactly(cls: type, other: type) -> bool:
    """PyType_IsSubtype: by the method resolution order, no __subclasscheck__."""
    return other in type.__dict__["__mro__"].__get__(cls)


def check_exc_match(left: BaseException, right: Any) -> bool:
    """Whether an except clause with `right` catches `left`."""
    if isinstance(right, tuple):
        for item in right:
            if not _is_exception_class(item):
                raise TypeError(_CANNOT_CATCH)
    elif not _is_exception_class(right):
        raise TypeError(_CANNOT_CATCH)
    return _given_exception_matches(left, right)


def _given_exception_matches(exception: Any, wanted: Any) -> bool:
    if isinstance(wanted, tuple):
        return any(_given_exception_matches(exception, item) for item in wanted)
    return wanted in type.__dict__["__mro__"].__get__(type(exception))


def check_eg_match(
    exception: BaseException, wanted: Any, frame: Frame, step: Step
) -> tuple[Any, Any]:
    """Split an exception by the classes of an except* clause: (rest, match or None)."""
    _check_except_star(wanted)
    rest, match = _split(exception, wanted)
    if match is not None:
        if not isinstance(exception, BaseExceptionGroup) and wraps_with_traceback():
            add_traceback(frame, step, match)
        _set_handled(match)
    return rest, match


def _check_except_star(wanted: Any) -> None:
    for item in wanted if isinstance(wanted, tuple) else (wanted,):
        if not _is_exception_class(item):
            raise TypeError(_CANNOT_CATCH)
        if issubclass(item, BaseExceptionGroup):
            raise TypeError(_CANNOT_CATCH_GROUP)


def _split(exception: BaseException, wanted: Any) -> tuple[Any, Any]:
    """`_PyEval_ExceptionGroupMatch`."""
    if exception is None:
        return None, None
    if _given_exception_matches(exception, wanted):
        if isinstance(exception, BaseExceptionGroup):
            return None, exception
        return None, BaseExceptionGroup("", (exception,))
    if isinstance(exception, BaseExceptionGroup):
        pair = exception.split(wanted)
        if not isinstance(pair, tuple):
            raise TypeError(
                f"{type(exception).__name__}.split must return a tuple, not {type(pair).__name__}"
            )
        if len(pair) < 2:
            raise TypeError(
                f"{type(exception).__name__}.split must return a 2-tuple, "
                f"got tuple of size {len(pair)}"
            )
        return pair[1], pair[0]
    return exception, None


def prep_reraise_star(original: BaseException, raised: list[Any]) -> BaseException | None:
    """Combine what except* clauses raised and left over (`_PyExc_PrepReraiseStar`)."""
    if not raised:
        return None
    if not isinstance(original, BaseExceptionGroup):
        return raised[0]  # type: ignore[no-any-return]
    new = []
    again = []
    for exception in raised:
        if exception is None:
            continue
        if _is_same_metadata(exception, original):
            again.append(exception)
        else:
            new.append(exception)
    projection = _projection(original, again) if again else None
    if not new:
        return projection
    if projection is not None:
        new.append(projection)
    if len(new) == 1:
        return new[0]  # type: ignore[no-any-return]
    return BaseExceptionGroup("", new)


def _is_same_metadata(first: BaseException, second: BaseException) -> bool:
    return (
        isinstance(first, BaseExceptionGroup)
        and first.__traceback__ is second.__traceback__
        and first.__cause__ is second.__cause__
        and first.__context__ is second.__context__
        and getattr(first, "__notes__", None) is getattr(second, "__notes__", None)
    )


def _projection(original: BaseExceptionGroup[Any], kept: list[Any]) -> Any:
    """The part of a group whose leaves are in the kept groups."""
    leaves: set[int] = set()
    for exception in kept:
        _collect_leaves(exception, leaves)
    return original.subgroup(lambda exception: id(exception) in leaves)


def _collect_leaves(exception: BaseException, leaves: set[int]) -> None:
    if isinstance(exception, BaseExceptionGroup):
        for inner in exception.exceptions:
            _collect_leaves(inner, leaves)
    else:
        leaves.add(id(exception))


hide_all(globals())
