"""Two ways of running the same program, measured in turn."""

import math
import os
import statistics
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from tempfile import TemporaryFile

from .processes import Failed, Interpreter, Sample, environment, execute, last_line, sample
from .programs import Program

MIB = 1 << 20


@dataclass
class Comparison:
    """CPU seconds (or bytes) of one program both ways; `error` says why a way is missing."""

    program: str
    iterations: int
    base: list[float] = field(default_factory=list)
    other: list[float] = field(default_factory=list)
    error: str | None = None

    @property
    def ratio(self) -> float | None:
        """Best of one way to best of the other: what disturbs a run only ever makes it longer."""
        if self.error is not None or not self.base or not self.other:
            return None
        return min(self.other) / min(self.base)


def compare(
    program: Program,
    iterations: int,
    base: list[str],
    other: list[str],
    *,
    rounds: int,
    timeout: float,
) -> Comparison:
    """Runs two commands in turn, `rounds` times, the shorter one once more at the end.

    The outputs have to be equal.
    """
    result = Comparison(program.name, iterations)
    try:
        for _ in range(rounds):
            expected = _add(result.base, base, timeout)
            found = _add(result.other, other, timeout)
            if found.output != expected.output:
                raise Failed(f"printed {found.output[:40]!r}, not {expected.output[:40]!r}")
        _add(result.base, base, timeout)
    except Failed as failure:
        result.error = str(failure)
    return result


def _add(seconds: list[float], command: list[str], timeout: float) -> Sample:
    measured = sample(command, timeout)
    seconds.append(measured.seconds)
    return measured


def geometric_mean(comparisons: list[Comparison]) -> float | None:
    ratios = [ratio for comparison in comparisons if (ratio := comparison.ratio) is not None]
    return math.exp(sum(map(math.log, ratios)) / len(ratios)) if ratios else None


@dataclass(frozen=True)
class StartUp:
    """Median seconds from start to end of a program that does nothing."""

    native: float
    machine: float

    @property
    def difference(self) -> float:
        return self.machine - self.native


def start_up(interpreter: Interpreter, times: int = 20) -> StartUp:
    """Starts each way `times` times in turn, after two starts that fill the caches."""
    native = [interpreter.executable, "-c", "pass"]
    machine = [interpreter.executable, "-m", "peephole", "run", "-c", "pass"]
    seconds: tuple[list[float], list[float]] = ([], [])
    for turn in range(times + 2):
        for command, taken in zip((native, machine), seconds, strict=True):
            _, elapsed = execute(command, timeout=60)
            if turn >= 2:
                taken.append(elapsed)
    return StartUp(*map(statistics.median, seconds))


def peak_memory(command: list[str], timeout: float) -> tuple[str, int]:
    """Runs a command; returns what it printed and its largest resident size in bytes.

    The kernel counts what the process was before it became the command: nothing below this
    process's own size can be seen, so the programs have to be larger.
    """
    with TemporaryFile("w+") as output, TemporaryFile("w+") as errors:
        process = subprocess.Popen(command, stdout=output, stderr=errors, env=environment())
        timer = threading.Timer(timeout, process.kill)
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        if process.returncode:
            raise Failed(f"status {process.returncode}: {last_line(errors.read())}")
        size = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        return output.read(), size


def compare_memory(interpreter: Interpreter, program: Program, timeout: float) -> Comparison:
    """The largest resident size of a program both ways, in bytes."""
    result = Comparison(program.name, program.iterations)
    try:
        expected, size = peak_memory(interpreter.native(program, program.iterations), timeout)
        result.base.append(size)
        found, size = peak_memory(interpreter.machine(program, program.iterations), timeout)
        result.other.append(size)
        if found != expected:
            raise Failed(f"printed {found[:40]!r}, not {expected[:40]!r}")
    except Failed as failure:
        result.error = str(failure)
    return result
