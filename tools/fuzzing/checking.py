"""What must hold for any bytes at all: they load, or are a FormatError."""

from __future__ import annotations

import contextlib
import importlib
import json
import pkgutil
import re
import resource
import signal
import sys
import time
from pathlib import Path
from typing import Any

from peephole import isa
from peephole.analysis.effects import stack_effects
from peephole.analysis.graph_forms import graph_json
from peephole.analysis.listing import Listing
from peephole.analysis.verifier import verify_one
from peephole.code import CodeObject, FormatError, load
from peephole.disassembly import disassemble, to_json, to_text

MOST_SECONDS = 1.0
MOST_MEMORY = 256 << 20
_HANGS = 10.0  # seconds
_FORBIDDEN = ("import", "exec", "compile", "open", "os.", "subprocess.", "socket.", "marshal.")


class Forbidden(Exception):
    """Something happened that reading must not do."""


class Hangs(Exception):
    """Reading has taken too long, and does not seem to end."""


def check(data: bytes, thorough: bool = True) -> str:
    """Read `data`, write, disassemble and verify it; say what came of it.

    `thorough`: show it in every other way, too. An AssertionError, or whatever error it is, for
    what must not happen.
    """
    try:
        code = load(data)
    except FormatError as error:
        if not 0 <= error.offset <= len(data):
            raise AssertionError(f"offset {error.offset} of {len(data)} bytes") from error
        return "refused"
    if code.dump() != data:
        raise AssertionError("not written as it was read")
    result = "loaded"
    for each in code.walk():
        for show in (*_TABLES, *(_VIEWS if thorough else ())):
            try:
                show(each)
            except FormatError:
                result = "loaded, a table refused"
        verify_one(each)
    return result


def _to_json(code: CodeObject) -> None:
    json.dumps(to_json(_alone(code)))


def _to_text(code: CodeObject) -> None:
    to_text(_alone(code))


def _listing(code: CodeObject) -> None:
    for _ in Listing(code).lines():
        pass


def _graph(code: CodeObject) -> None:
    json.dumps(graph_json(code))


def _alone(code: CodeObject) -> CodeObject:
    """The code object without those in it, which have their own turn."""
    consts = [repr(const) if isinstance(const, CodeObject) else const for const in code.consts]
    return code.replace(consts=tuple(consts))


_TABLES = (disassemble, CodeObject.lines, CodeObject.line_starts, CodeObject.exception_entries)
_VIEWS = (CodeObject.positions, CodeObject.flag_names, _to_json, _to_text, _listing, _graph)


def warm_up() -> None:
    """Import, and make of the tables, all that reading ever needs: later that is forbidden."""
    for room in ("analysis", "code", "disassembly", "instructions", "isa"):
        package = importlib.import_module(f"peephole.{room}")
        for module in pkgutil.walk_packages(package.__path__, f"peephole.{room}."):
            importlib.import_module(module.name)
    for version in isa.VERSIONS:
        for fallthrough, taken in isa.table(version).effects.values():
            isa.evaluate(fallthrough, 0)
            isa.evaluate(taken, 0)
        effects = stack_effects(version)
        for opname in isa.table(version).opmap:
            with contextlib.suppress(KeyError):  # instructions that are never in bytecode
                effects.counts(opname, 0)


class Guard:
    """Checks data, and that meanwhile nothing is imported, executed or opened, and that it takes
    neither long nor much memory."""

    def __init__(self) -> None:
        self.slowest = 0.0
        self._on = False
        sys.addaudithook(self._hear)
        signal.signal(signal.SIGVTALRM, self._interrupt)

    def problem(self, data: bytes, thorough: bool, results: dict[str, int]) -> str | None:
        """What is wrong with how `data` is read, None if nothing; counts the result."""
        started = time.process_time()
        signal.setitimer(signal.ITIMER_VIRTUAL, _HANGS)
        self._on = True
        try:
            result = check(data, thorough)
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            return f"{type(error).__name__}: {error}"
        finally:
            self._on = False
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        seconds = time.process_time() - started
        self.slowest = max(self.slowest, seconds)
        results[result] = results.get(result, 0) + 1
        if seconds > MOST_SECONDS:
            return f"took {seconds:.1f} s"
        if memory() > MOST_MEMORY:
            return f"{memory() >> 20} MiB"
        return None

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self._on and event.startswith(_FORBIDDEN):
            raise Forbidden(f"{event} {arguments!r:.100}")

    def _interrupt(self, number: int, frame: object) -> None:
        raise Hangs(f"no end after {_HANGS:.0f} s")


def memory() -> int:
    """The most memory that the process has had, in bytes."""
    with contextlib.suppress(OSError):  # Linux counts what the process was forked from in ru_maxrss
        found = re.search(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text("ascii"))
        if found:
            return int(found[1]) * 1024
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
