"""How a program ends: what `PyErr_Print` (Python/pythonrun.c) does with an uncaught exception.

(`contextlib` is not used here because it takes longer to import than all of this room.)
"""

from __future__ import annotations

import os
import sys

from peephole.machine.hiding import hidden

_display = sys.__excepthook__  # `PyErr_Display`
# What the interpreter remembers of the last uncaught exception, as variables of `sys`.
_LAST = ("last_type", "last_value", "last_traceback")
if sys.version_info >= (3, 12):
    _LAST = ("last_exc", *_LAST)

# When an uncaught KeyboardInterrupt is noted for the interpreter's end: when it leaves source
# that was executed (`run_eval_code_obj`), or, later, when it is printed (`_PyErr_PrintEx`).
_MARKS_WHEN_PRINTING = sys.version_info >= (3, 14)


def forget_last() -> None:
    """Remove what the interpreter remembers of the last uncaught exception."""
    for name in _LAST:
        if hasattr(sys, name):
            delattr(sys, name)


@hidden
def flush_io() -> None:
    """Flush the standard streams as the interpreter does at a script's end, errors and all."""
    for name in ("stderr", "stdout"):
        try:  # noqa: SIM105
            getattr(sys, name).flush()
        except BaseException:
            pass


def is_interrupt(error: BaseException) -> bool:
    """Tell whether the interpreter ends itself by SIGINT after this uncaught exception."""
    if _MARKS_WHEN_PRINTING:
        return isinstance(error, KeyboardInterrupt)
    return type(error) is KeyboardInterrupt


def mark_interrupted() -> None:
    """Let the interpreter end itself by SIGINT, as after an uncaught KeyboardInterrupt.

    Where this cannot be had, it ends with status 1.
    """
    if _MARKS_WHEN_PRINTING:
        try:  # noqa: SIM105
            _print_interrupt()
        except (ImportError, OSError):
            pass
    else:
        try:  # noqa: SIM105
            exec("raise KeyboardInterrupt")
        except KeyboardInterrupt:
            pass


def _print_interrupt() -> None:
    """Let C raise and print a KeyboardInterrupt, so that it notes it, but print nothing."""
    from _ctypes import CFuncPtr, dlopen, dlsym

    cdecl, with_gil = 1, 4
    function = type("function", (CFuncPtr,), {"_flags_": cdecl | with_gil, "_restype_": None})
    run = function(dlsym(dlopen(None, 0), "PyRun_SimpleString"))  # type: ignore[arg-type]
    hook = sys.__dict__.get("excepthook", _display)
    sys.excepthook = lambda *ignored: None
    run(b"raise KeyboardInterrupt")
    sys.excepthook = hook


@hidden
def print_uncaught(error: BaseException) -> None:
    """Remember `error` in `sys` and give it to `sys.excepthook`.

    Raises the SystemExit that the program's own hook raises, and nothing else.
    """
    kind, trace = type(error), error.__traceback__
    for name, value in zip(_LAST[::-1], (trace, error, kind, error), strict=False):
        setattr(sys, name, value)
    try:
        hook = sys.excepthook
    except AttributeError:
        _write("sys.excepthook is missing\n")
        _display(kind, error, trace)
        return
    try:
        sys.audit("sys.excepthook", hook, kind, error, trace)
    except RuntimeError:
        return
    failure = None
    try:
        hook(kind, error, trace)
    except SystemExit:
        raise
    except BaseException as second:
        failure = second
    if failure is not None:
        _write("Error in sys.excepthook:\n")
        _show(failure)
        _write("\nOriginal exception was:\n")
        _display(kind, error, trace)


def _show(error: BaseException) -> None:
    _display(type(error), error, error.__traceback__)


def _write(text: str) -> None:
    try:
        sys.stderr.write(text)
    except Exception:  # C writes to its own stderr then
        os.write(2, text.encode())
