"""Running a program target as `python` runs it: what Modules/main.c does, in Python.

Every function from here down to the program is hidden, so the program is at the bottom of
the stack, as it is under `python`.  What C does between the program's end and the
interpreter's is done here in the same order, because programs can tell: `__file__` is gone
when exit handlers run, the streams of a script are flushed before its traceback is printed.
"""

from __future__ import annotations

import sys

from peephole.errors import PeepholeError
from peephole.launch.exits import flush_io, is_interrupt, mark_interrupted, print_uncaught
from peephole.launch.modules import new_main
from peephole.launch.source import (
    compile_source,
    dedented,
    is_pyc,
    load_pyc,
    read_file,
    read_stdin,
)
from peephole.launch.target import Target, importer
from peephole.machine.hiding import hidden
from peephole.machine.host_tracing import end_host_tracing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType, TracebackType
    from typing import Any

    Execute = Callable[[CodeType, dict[str, Any]], object]

BAD_INPUT = 2  # the exit status for what is no program

# What versions do differently and nothing in the running interpreter tells.
_REMEMBERS_COMMAND = sys.version_info >= (3, 13)  # tracebacks show the lines of -c code
_DEDENTS_COMMAND = sys.version_info >= (3, 14)  # -c code may be indented as a whole
_FORGETS_FILE_FIRST = sys.version_info >= (3, 14)  # before, not after, an error is printed
_HAS_CACHED = sys.version_info < (3, 15)  # a script has `__cached__`


class Program:
    """One run of a target.  `execute` is called with the code and globals of `__main__`.

    `release` is called after the program's exit handlers: what executes it should hold none of
    its objects any longer, because the interpreter is about to finalize them.
    """

    __slots__ = ("execute", "release", "target", "uncaught")

    def __init__(
        self, target: Target, execute: Execute, release: Callable[[], object] | None = None
    ) -> None:
        self.target = target
        self.execute = execute
        self.release = release
        self.uncaught: BaseException | None = None

    def check(self) -> None:
        """Raise PeepholeError for what cannot be run, where that can be told in advance."""
        if self.target.kind == "file" and not importer(self.target.filename()):
            filename = self.target.filename()
            content = read_file(filename)
            if is_pyc(content, filename):
                load_pyc(content, filename)

    @hidden
    def run(self) -> int | None:
        """Run it to its end as `__main__`, with its `sys.argv` and `sys.path`.

        Returns the exit status, or None if Ctrl-C ended it.  Raises the program's own
        SystemExit, for the interpreter to make of it what it makes of every SystemExit.
        """
        target = self.target
        sys.argv = target.argv
        new_main()
        if target.kind == "file" and importer(target.filename()):
            sys.path.insert(0, target.filename())
            return self._run_module("__main__", False)
        directory = target.first_path()
        if directory is not None and not sys.flags.safe_path:
            sys.path.insert(0, directory)
        if target.kind == "module":
            return self._run_module(target.value, True)
        if target.kind == "code":
            return self._run_command()
        return self._run_file()

    @hidden
    def _run_module(self, name: str, alter_argv: bool) -> int | None:
        import runpy  # the program's own; the import hook has given it its `exec`

        failure = None
        try:
            runpy._run_module_as_main(name, alter_argv)  # type: ignore[attr-defined]
        except BaseException as error:
            failure = error
        end_host_tracing()
        if failure is None:
            return 0
        trace = failure.__traceback__
        problem = failure.__context__
        if isinstance(problem, runpy._Error) and trace and not trace.tb_next:  # type: ignore[attr-defined]
            complain(problem)
            return BAD_INPUT
        broken = isinstance(failure, SyntaxError) and _is_before_start(trace)
        return self._fail(failure, BAD_INPUT if broken else 1)

    @hidden
    def _run_command(self) -> int | None:
        source = self.target.value + "\n"
        sys.audit("cpython.run_command", source)
        if _DEDENTS_COMMAND:
            source = dedented(source)
        code = self._compile(source, "<string>")
        if code is None:
            return BAD_INPUT
        if _REMEMBERS_COMMAND:
            _remember(code, source)
        failure = self._attempt(code, sys.modules["__main__"].__dict__)
        return self._fail(failure) if failure else 0

    @hidden
    def _run_file(self) -> int | None:
        stdin = self.target.kind == "stdin"
        filename = self.target.value if stdin else self.target.filename()
        namespace = sys.modules["__main__"].__dict__
        namespace["__file__"] = filename
        if _HAS_CACHED:
            namespace["__cached__"] = None
        content = read_stdin() if stdin else read_file(filename)
        compiled = not stdin and is_pyc(content, filename)
        if not stdin:
            namespace["__loader__"] = _loader(filename, compiled)
        code = load_pyc(content, filename) if compiled else self._compile(content, filename)
        if code is None:
            return BAD_INPUT
        failure = self._attempt(code, namespace)
        flush_io()
        if _FORGETS_FILE_FIRST:
            _forget_file(namespace)
        status = self._fail(failure) if failure else 0
        _forget_file(namespace)
        return status

    @hidden
    def _compile(self, source: bytes | str, filename: str) -> CodeType | None:
        """Return the program's code, or None if there is none, after saying what is wrong."""
        failure: Exception
        try:
            return compile_source(source, filename)
        except (PeepholeError, SyntaxError) as error:
            failure = error.with_traceback(None)
        if isinstance(failure, PeepholeError):
            complain(failure)
        else:
            self._fail(failure)
        return None

    @hidden
    def _attempt(self, code: CodeType, namespace: dict[str, Any]) -> BaseException | None:
        try:
            self.execute(code, namespace)
        except BaseException as error:
            return error
        finally:
            end_host_tracing()
        return None

    @hidden
    def _fail(self, failure: BaseException, status: int = 1) -> int | None:
        """End with an uncaught exception: with `status`, or None if that was Ctrl-C."""
        if isinstance(failure, SystemExit):
            raise failure
        interrupted = is_interrupt(failure)
        if interrupted:
            mark_interrupted()
        self.uncaught = failure  # stays, as in C, if the program's hook raises SystemExit
        print_uncaught(failure)
        self.uncaught = None
        return None if interrupted else status


def complain(problem: BaseException) -> None:
    """Say in one line on the standard error stream what is wrong with the user's input."""
    # Some of the user's words may be in it, of any characters.
    text = "".join([each if each.isprintable() else repr(each)[1:-1] for each in str(problem)])
    print(f"peephole: {text}", file=sys.stderr)


def _is_before_start(trace: TracebackType | None) -> bool:
    """Tell whether nothing but the import system ran on the way to an error."""
    while trace is not None:
        if not trace.tb_frame.f_code.co_filename.startswith("<frozen "):
            return False
        trace = trace.tb_next
    return True


def _forget_file(namespace: dict[str, Any]) -> None:
    namespace.pop("__file__", None)
    if _HAS_CACHED:
        namespace.pop("__cached__", None)


def _loader(filename: str, compiled: bool) -> object:
    external = sys.modules["_frozen_importlib_external"]
    kind = external.SourcelessFileLoader if compiled else external.SourceFileLoader
    return kind("__main__", filename)


@hidden
def _remember(code: CodeType, source: str) -> None:
    """Let tracebacks find the lines of -c code, as `run_mod` (Python/pythonrun.c) does."""
    import linecache

    key = code if hasattr(linecache, "_interactive_cache") else code.co_filename
    linecache._register_code(key, source, code.co_filename)  # type: ignore[attr-defined]
