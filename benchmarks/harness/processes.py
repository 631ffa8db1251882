"""Running one program once, in a process of its own."""

import os
import subprocess
import time
from dataclasses import dataclass

from .programs import DRIVER, SOURCES, Program


class Failed(Exception):
    """A program that did not do what it has to do; the message is one line."""


@dataclass(frozen=True)
class Interpreter:
    """A CPython executable and its version, such as `3.13`."""

    executable: str
    version: str

    @classmethod
    def of(cls, executable: str) -> "Interpreter":
        """Asks the executable for its version; raises `Failed` where it does not run."""
        code = "import sys; print('%d.%d' % sys.version_info[:2])"
        try:
            run = subprocess.run(
                [executable, "-c", code], capture_output=True, text=True, check=True
            )
        except (OSError, subprocess.CalledProcessError) as error:
            raise Failed(f"{executable}: {error}") from error
        return cls(executable, run.stdout.strip())

    def native(self, program: Program, iterations: int) -> list[str]:
        return [self.executable, str(program.path), str(iterations)]

    def machine(self, program: Program, iterations: int) -> list[str]:
        return [
            *(self.executable, "-m", "peephole", "run"),
            *(str(program.path), str(iterations)),
        ]

    def driver(self, program: Program, iterations: int, mode: str) -> list[str]:
        """The machine used as a library; `mode` is `unobserved` or `observed`."""
        return [self.executable, str(DRIVER), mode, str(program.path), str(iterations)]

    def xpython(self, program: Program, iterations: int) -> list[str]:
        return [self.executable, "-m", "xpython", str(program.path), str(iterations)]


@dataclass(frozen=True)
class Sample:
    """What one run printed, the CPU seconds of its work, and the seconds of the whole process."""

    output: str
    seconds: float
    elapsed: float


def environment() -> dict[str, str]:
    """The same for every run: this checkout's peephole, and one order of sets for all."""
    paths = [str(SOURCES), os.environ.get("PYTHONPATH", "")]
    return os.environ | {
        "PYTHONPATH": os.pathsep.join(path for path in paths if path),
        "PYTHONHASHSEED": "0",
        "PYTHONWARNINGS": "ignore",
    }


def execute(command: list[str], timeout: float) -> tuple[subprocess.CompletedProcess[str], float]:
    """Runs a command; returns it with the seconds that it took, raises `Failed`."""
    begin = time.perf_counter()
    try:
        run = subprocess.run(
            command, capture_output=True, text=True, timeout=timeout, env=environment()
        )
    except subprocess.TimeoutExpired as error:
        raise Failed(f"not done after {timeout:g} s") from error
    elapsed = time.perf_counter() - begin
    if run.returncode:
        raise Failed(f"status {run.returncode}: {last_line(run.stderr)}")
    return run, elapsed


def last_line(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[-1] if lines else "nothing on standard error"


def sample(command: list[str], timeout: float) -> Sample:
    """Runs a program once; raises `Failed` where it fails or does not say its time."""
    run, elapsed = execute(command, timeout)
    word, _, number = last_line(run.stderr).partition(" ")
    if word != "seconds":
        raise Failed(f"said no time: {last_line(run.stderr)}")
    return Sample(run.stdout, float(number), elapsed)
