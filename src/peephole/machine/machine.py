"""The machine: runs code objects and functions with one evaluation loop of the host's version."""

from __future__ import annotations

import builtins
import gc
import sys
from importlib import import_module
from types import CodeType, FunctionType

from peephole.errors import PeepholeError
from peephole.machine import audit, unraisable, warning_context
from peephole.machine import thread as threads
from peephole.machine.dissolving import dissolve
from peephole.machine.executable import Executable
from peephole.machine.frame import Frame, attach
from peephole.machine.functions import trampoline_of
from peephole.machine.hiding import hide_all
from peephole.machine.rows import HOST
from peephole.machine.scope import Scope
from peephole.machine.trampolines import executable_behind
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

_MODULE = f"v{HOST.replace('.', '_')}"
_loop = import_module(f"peephole.machine.loops.{_MODULE}")
for _needed in ("decoder", "translate.segments"):  # not to be imported while a guest runs
    import_module(f"peephole.machine.{_needed}")

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, ParamSpec, TypeVar

    from peephole.machine.events import Observer
    from peephole.machine.thread import ThreadState

    P = ParamSpec("P")
    R = TypeVar("R")


class Machine:
    """Runs Python code on an evaluation loop of its own.

    `scope` tells which imported modules run on it too (see `peephole.machine.imports`), `observer`
    hears of everything that happens (see `peephole.machine.events`).
    """

    def __init__(self, scope: Scope | None = None, observer: Observer | None = None) -> None:
        self.scope = scope if scope is not None else Scope()
        self.observer = observer

    @property
    def observer(self) -> Observer | None:
        """Who hears of everything; given before the machine runs."""
        return self._observer

    @observer.setter
    def observer(self, observer: Observer | None) -> None:
        self._observer = observer
        loop, self._hearing = _loop, None
        if observer is not None:  # imported now: not while a guest runs
            loop = import_module(f"peephole.machine.observed_loops.{_MODULE}")
            hearing = import_module("peephole.machine.translate.hearing")
            self._hearing = hearing.Hearing(observer)
        self._evaluate = loop.evaluate

    def run(self, function: Any, *args: Any, **kwargs: Any) -> Any:
        """Call a Python function with its body executed by the machine; return what it returns.

        Functions that it makes run on the machine too, those that exist already are called as
        they are.  TypeError for what is no Python function; what the function raises goes out.
        """
        if not isinstance(function, FunctionType):
            raise TypeError(f"a Python function is needed, not {type(function).__name__}")
        self._use()
        guest = function if executable_behind(function.__code__) else _guest_of(function)
        return guest(*args, **kwargs)

    def exec(self, code: CodeType, globals: dict[str, Any], locals: Any = None) -> Any:
        """Execute a code object as the builtin exec would; return what it returns (None)."""
        return self._exec(code, globals, globals if locals is None else locals, True)

    def exec_once(self, code: CodeType, globals: dict[str, Any]) -> Any:
        """As `exec`, for code that will not be executed again: nothing of it is kept."""
        return self._exec(code, globals, globals, False)

    def _exec(self, code: CodeType, globals: dict[str, Any], locals: Any, again: bool) -> Any:
        thread = self._use()
        if "__builtins__" not in globals:
            globals["__builtins__"] = builtins.__dict__
        audit.tell("exec", code)
        return run_code(thread, code, globals, locals, again)

    def release(self) -> None:
        """Let go of everything of the guest's, so that it dies when it would without the machine.

        For the end of a program: what the machine remembers only makes it faster.
        """
        _recent.clear()
        threads.release()
        for candidate in gc.get_objects():
            if type(candidate) is Executable:
                candidate.release()

    def _use(self) -> ThreadState:
        warning_context.install()
        unraisable.install()
        threads.use(self._evaluate, self._observer, self._hearing)
        return threads.current_thread()


def run(function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Call a Python function with its body executed by the machine; return what it returns.

    As `Machine().run`.
    """
    return Machine().run(function, *args, **kwargs)  # type: ignore[no-any-return]


def _guest_of(function: FunctionType) -> FunctionType:
    """A function like `function` whose body runs on the machine."""
    executable = Executable(function.__code__)
    guest = FunctionType(
        trampoline_of(executable),
        function.__globals__,
        function.__name__,
        function.__defaults__,
        function.__closure__,
    )
    guest.__kwdefaults__ = function.__kwdefaults__
    guest.__qualname__ = function.__qualname__
    return guest


def run_code(
    thread: ThreadState, code: CodeType, globals: dict[str, Any], locals: Any, again: bool = True
) -> Any:
    """Run a module's or an expression's code object in namespaces.

    `again` tells that it may be run again: what was made of it is kept for a while then.
    """
    if code.co_freevars:
        raise PeepholeError(f"{code.co_qualname} needs a closure: it cannot be executed alone")
    executable = audit.quietly(executable_for if again else Executable, code)
    frame = Frame()
    frame.executable = executable
    frame.function = None
    frame.globals = globals
    frame.builtins = _builtins_of(globals)
    frame.node = executable.decode()
    frame.r = list(executable.tail)
    frame.locals = locals
    frame.husk = None
    frame.suspended = False
    frame.ret = 0
    frame.sp = executable.base
    attach(frame, thread.frame)
    if thread.observer is not None:
        thread.observer.start(frame)
    if again:
        return thread.evaluate(thread, frame)
    try:
        return thread.evaluate(thread, frame)
    finally:
        dissolve(executable)


_recent: dict[int, Executable] = {}
_MOST_RECENT = 4


def executable_for(code: CodeType) -> Executable:
    """The executable of a code object that is executed by itself; the last ones are kept."""
    executable = _recent.get(id(code))
    if executable is None:
        if len(_recent) >= _MOST_RECENT:
            _recent.pop(next(iter(_recent))).forget()
        executable = _recent[id(code)] = Executable(code)
    return executable


def _builtins_of(globals: dict[str, Any]) -> Any:
    """The builtins' namespace that code with these globals sees."""
    found = globals.get("__builtins__", builtins)
    return found.__dict__ if isinstance(found, type(sys)) else found


hide_all(globals())
