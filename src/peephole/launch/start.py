"""Getting out of the way: how a program comes to run with nothing of peephole beneath it.

A console script or `python -m peephole` has frames of its own, which a program would see in
`traceback.print_stack`, `inspect.stack` or the warnings module.  So they are left, by an
exception, before the program starts: the interpreter hands an uncaught exception to
`sys.excepthook` when no frame is left, and not yet at its own end; there the program runs.

If the hook ends with SystemExit, the interpreter exits with its status; if it returns, the
interpreter goes on as after any uncaught exception, and so, if Ctrl-C was the reason, ends
itself by SIGINT.
"""

from __future__ import annotations

import atexit
import sys
from types import FrameType

from peephole.launch.exits import forget_last
from peephole.launch.modules import forget_library, forget_peephole
from peephole.launch.program import Program
from peephole.machine.hiding import hidden
from peephole.machine.settings import settings

INTERRUPTED = 130  # the exit status where the process cannot end itself by SIGINT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


class _Leave(BaseException):
    """Leaves the frames beneath; holds the program until the interpreter has ended."""

    def __init__(self, program: Program) -> None:
        self.program = program


def launch(program: Program, caller: FrameType | None) -> int:
    """Run `program`; `caller` is the frame that called peephole's command line.

    Where `caller` is a console script or `python -m peephole`, leaves it by an exception, and
    never returns.  Elsewhere (called from another program) runs the program right here and
    returns its exit status, or raises its SystemExit.
    """
    if not _is_outermost(caller):
        return _run_here(program)
    sys.excepthook = _starter(program, sys.excepthook)
    raise _Leave(program)


def _starter(program: Program, previous: Hook) -> Hook:
    @hidden
    def start(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.excepthook = previous
        forget_last()
        settings.owns_process = True
        own = sys.modules["__main__"]
        atexit.register(_at_end, program)  # the first one registered is the last one called
        forget_library()
        if not sys.flags.safe_path:
            sys.path_importer_cache.pop(sys.path.pop(0), None)
        status = program.run()
        if status is not None:
            raise SystemExit(status)
        # The interpreter will return to the console script's `__main__`, and does not hold it.
        atexit.register(own.__dict__.get, "")

    return start


@hidden
def _at_end(program: Program) -> None:
    """Let go of the program, after its own exit handlers."""
    if program.release is not None:
        program.release()
    forget_peephole()


def _is_outermost(frame: FrameType | None) -> bool:
    """Tell whether `frame` is `__main__`'s, and an exception would leave it for good."""
    if frame is None or sys.flags.inspect:
        return False
    if frame.f_globals is not sys.modules["__main__"].__dict__ or frame.f_code.co_exceptiontable:
        return False
    runner = frame.f_back
    if runner is None:
        return True
    for name in ("_run_code", "_run_module_as_main"):
        if runner is None or runner.f_globals.get("__name__") != "runpy":
            return False
        if runner.f_code.co_name != name:
            return False
        runner = runner.f_back
    return runner is None


@hidden
def _run_here(program: Program) -> int:
    argv, search, main = sys.argv, sys.path[:], sys.modules["__main__"]
    try:
        status = program.run()
    finally:
        sys.argv, sys.path[:], sys.modules["__main__"] = argv, search, main
    return INTERRUPTED if status is None else status
