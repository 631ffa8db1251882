"""Run a module of CPython's test suite natively or on the machine, whatever it does."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import tempfile
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from .catalogue import ROOT
from .metering import Meter
from .results import Result, Run, short

if TYPE_CHECKING:
    from .catalogue import Interpreter

RECORDER = Path(__file__).with_name("recorder.py")
NATIVE_LIMIT = 300.0
LAUNCH_LIMIT = 60.0  # until the first case, and after the last
ATTEMPTS = 8
POLL = 0.1


@dataclass(slots=True)
class Limits:
    """Seconds of a Meter for a module, for a case, and for each whose native time is known."""

    module: float
    case: float
    cases: dict[str, float] = field(default_factory=dict)

    def of(self, case: str) -> float:
        return max(self.case, self.cases.get(short(case), 0.0))

    @classmethod
    def scaled(cls, native: Run, factor: float, floor: float) -> Limits:
        """Native times multiplied, but no less than a floor."""
        cases = {case: result.seconds * factor for case, result in native.cases.items()}
        return cls(max(floor, native.seconds * factor), floor, cases)


def environment() -> dict[str, str]:
    """The environment of both runs."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return kept | {"PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": "0"}


class Module:
    """A module's run in processes of its own, resumed after a case that ends or blocks one."""

    def __init__(
        self, python: Interpreter, name: str, directory: Path, limits: Limits, machine: bool
    ) -> None:
        self.name = name
        self.limits = limits
        self.events = directory / f"{name}.events"
        self.done = directory / f"{name}.done"
        self.log = directory / f"{name}.log"
        program = ["-m", "peephole", "run", "--all"] if machine else []
        files = [str(RECORDER), str(self.events), str(self.done)]
        self.command = [python.executable, *program, *files, "-v", "--randseed", "1"]
        self.run = Run()
        self.read = 0  # bytes of the events that have been read
        self.current: str | None = None
        self.seconds = 0.0
        self.current_since = 0.0
        self.finished: list[str] = []
        self.ended = False
        directory.mkdir(parents=True, exist_ok=True)

    def execute(self, options: list[str]) -> Run:
        """Run all cases, or those that options of regrtest choose."""
        self.events.write_bytes(b"")
        with self.log.open("wb") as log:
            for _ in range(ATTEMPTS):
                self.done.write_text("\n".join(self.finished), encoding="utf-8")
                ending = self._attempt(log.fileno(), options)
                if self.ended or self.current is None:
                    break
                # The case that was running is to blame; the others are still to be run.
                self.run.add(self.current, Result(*ending))
                self.finished.append(self.current)
                self.current = None
                if self.seconds > self.limits.module:
                    break
            else:
                ending = ("crash", "too many cases end the process")
        if not self.ended:
            self.run.note = f"{ending[0]}: {ending[1]}"
        self.run.seconds = round(self.seconds, 2)
        return self.run

    def _attempt(self, log: int, options: list[str]) -> tuple[str, str]:
        """Run until the process ends or must be ended; how that was, in two words."""
        with tempfile.TemporaryDirectory(prefix="conformance-") as directory:
            process = subprocess.Popen(
                [*self.command, *options, self.name],
                cwd=directory,
                env=environment() | {"TMPDIR": directory},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
            try:
                return self._watch(process)
            finally:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()

    def _watch(self, process: subprocess.Popen[bytes]) -> tuple[str, str]:
        meter = Meter(process.pid)
        before = self.current_since = self.seconds
        while True:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(POLL)
            self._read_events()
            ended = process.returncode is not None
            self.seconds = before + meter.read(ended)
            if ended:
                return "crash", _ending(process.returncode)
            if self.seconds > self.limits.module:
                return "timeout", f"the module took more than {self.limits.module:.0f} s"
            limit = (
                self.limits.of(self.current)
                if self.current
                else max(self.limits.case, LAUNCH_LIMIT)
            )
            if self.seconds > self.current_since + limit:
                return "timeout", f"more than {limit:.0f} s"

    def _read_events(self) -> None:
        with self.events.open("rb") as file:
            file.seek(self.read)
            lines = file.read().split(b"\n")
        # The last line may still be being written.
        self.read += sum(len(line) + 1 for line in lines[:-1])
        for line in lines[:-1]:
            kind, *rest = json.loads(line)
            self.current_since = self.seconds
            if kind == "end":
                self.ended = True
            elif kind == "start":
                self.current = rest[0]
            else:
                case, seconds, message = rest
                self.run.add(case, Result(kind, message, seconds))
                self.finished.append(case)
                self.current = None


def _ending(status: int) -> str:
    if status < 0:
        return f"the process ended with {signal.Signals(-status).name}"
    return f"the process ended with status {status}"


def native(python: Interpreter, name: str, directory: Path, fresh: bool) -> Run:
    """A module's native run, from the cache if the interpreter has not changed."""
    kept = directory / "native" / f"{name}.json"
    key = sha256(f"{python.executable}\n{python.build}\n{RECORDER.read_text()}".encode())
    if kept.exists() and not fresh:
        data = json.loads(kept.read_text())
        if data["key"] == key.hexdigest():
            return Run.from_json(data)
    limits = Limits(NATIVE_LIMIT, NATIVE_LIMIT)
    run = Module(python, name, directory / "native", limits, machine=False).execute([])
    kept.write_text(json.dumps({"key": key.hexdigest()} | run.to_json()))
    return run
