"""The corpus of guest programs: finding them, reading their directives, running and comparing.

A program may open with comment lines `# key: value`:

    requires: 3.12       the oldest CPython that can run it
    status: 1            exit status under plain `python` (0 when absent; negative: by a signal)
    stdin: a\\nb\\n        text for standard input, with Python escapes (empty when absent)
    args: a "b c"        command line arguments, split as a shell does
    run: --all           options of `peephole run`
    as: module           how it is started: file (default), module (-m), command (-c), stdin (-)
    target: -m package   started with these words instead, the file only says so
    machine: 2           exit status on the machine, where it is meant to differ (bad input: 2)

Files whose name or folder begins with `_`, and packages' insides, are material for programs, not
programs. A program runs in its own folder.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "tests" / "corpus"
TIMEOUT = 20.0
TRACED = 20_000  # instructions of a program at most
ADDRESS = re.compile(r"\b0x[0-9a-f]{8,16}\b")
IN_A_TRACE = re.compile(r"\b0x[0-9a-f]+\b|\b1[34]\d{13}\b")  # addresses, cut or as numbers
DIRECTIVE = re.compile(r"# (requires|status|stdin|args|run|as|target|machine): ?(.*)")


class Program(NamedTuple):
    """One guest program with what its directives say."""

    path: Path
    requires: tuple[int, ...]
    status: int
    stdin: str
    args: list[str]
    run: list[str]
    start: str
    words: list[str]
    machine: int

    @property
    def name(self) -> str:
        """Family and name, as `operators/chained_comparison`."""
        return self.path.relative_to(CORPUS).with_suffix("").as_posix()

    def target(self) -> list[str]:
        """What follows `python` on the command line."""
        if self.words:
            return self.words
        if self.start == "module":
            return ["-m", self.path.stem, *self.args]
        if self.start == "command":
            return ["-c", self.path.read_text(encoding="utf-8"), *self.args]
        if self.start == "stdin":
            return ["-", *self.args]
        return [self.path.name, *self.args]

    def input(self) -> str:
        """The text of standard input."""
        return self.path.read_text(encoding="utf-8") if self.start == "stdin" else self.stdin


class Outcome(NamedTuple):
    """What a run left behind; status is None when it had to be killed at the timeout."""

    stdout: str
    stderr: str
    status: int | None


def load(path: Path) -> Program:
    """Read a program's directives."""
    found: dict[str, str] = {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            match = DIRECTIVE.match(line.rstrip("\n"))
            if match is None:
                break
            found[match[1]] = match[2]
    status = int(found.get("status", "0"))
    return Program(
        path=path,
        requires=tuple(int(part) for part in found.get("requires", "3.11").split(".")),
        status=status,
        stdin=found.get("stdin", "").encode("latin-1").decode("unicode_escape"),
        args=shlex.split(found.get("args", "")),
        run=shlex.split(found.get("run", "")),
        start=found.get("as", "file"),
        words=shlex.split(found.get("target", "")),
        machine=int(found.get("machine", status)),
    )


def programs(*selections: str) -> list[Program]:
    """Every program, or those whose `family/name` contains one of the selections."""
    found = []
    for path in sorted(CORPUS.glob("*/*.py")):
        parts = path.relative_to(CORPUS).parts
        if any(part.startswith("_") for part in parts):
            continue
        program = load(path)
        if not selections or any(selection in program.name for selection in selections):
            found.append(program)
    return found


def environment(**more: str) -> dict[str, str]:
    """The environment of every run: fixed hashes, no colour, no bytecode files, peephole found."""
    passed = ("PATH", "HOME", "TMPDIR", "PEEPHOLE_TRANSLATE_AFTER")
    kept = {key: os.environ[key] for key in passed if key in os.environ}
    kept.update(
        PYTHONHASHSEED="0",
        PYTHONDONTWRITEBYTECODE="1",
        PYTHON_COLORS="0",
        NO_COLOR="1",
        TERM="dumb",
        COLUMNS="80",
        LANG="C.UTF-8",
        PYTHONPATH=str(ROOT / "src"),
        **more,
    )
    return kept


def execute(
    command: list[str], cwd: Path, stdin: str = "", timeout: float = TIMEOUT, **variables: str
) -> Outcome:
    """Run a command, with variables of the environment, and collect what it says."""
    try:
        done = subprocess.run(
            command,
            cwd=cwd,
            input=stdin.encode(),
            env=environment(**variables),
            capture_output=True,
            timeout=timeout,
            check=False,
        )
    except subprocess.TimeoutExpired as expired:
        return Outcome(_text(expired.stdout), _text(expired.stderr), None)
    return Outcome(_text(done.stdout), _text(done.stderr), done.returncode)


def _text(output: bytes | None) -> str:
    """What was written, addresses masked: messages about ignored exceptions show them."""
    return ADDRESS.sub("0x...", (output or b"").decode("utf-8", "backslashreplace"))


def run_native(program: Program, python: str = sys.executable, timeout: float = TIMEOUT) -> Outcome:
    """The program under plain CPython."""
    return execute([python, *program.target()], program.path.parent, program.input(), timeout)


def run_machine(
    program: Program, python: str = sys.executable, timeout: float = TIMEOUT
) -> Outcome:
    """The program on the machine; a status meant to differ is given as python's."""
    command = [python, "-m", "peephole", "run", *program.run, *program.target()]
    outcome = execute(command, program.path.parent, program.input(), timeout)
    if program.machine != program.status and outcome.status == program.machine:
        outcome = outcome._replace(status=program.status)
    return outcome


def run_traced(
    program: Program, after: int, python: str = sys.executable, timeout: float = TIMEOUT
) -> Outcome:
    """The program under `peephole trace`, translated after so many times (0: never); the trace
    stands behind what the program writes to stdout."""
    descriptor, name = tempfile.mkstemp(".jsonl")
    options = ["--format", "json", "--output", name, "--limit", str(TRACED)]
    command = [python, "-m", "peephole", "trace", *options, *program.run, *program.target()]
    try:
        outcome = execute(
            *(command, program.path.parent, program.input(), timeout),
            PEEPHOLE_TRANSLATE_AFTER=str(after),
        )
        with open(descriptor, encoding="utf-8") as trace:
            lines = trace.readlines()
        if "thread" in program.path.read_text(encoding="utf-8"):
            lines.sort()  # which thread is first is chance
        return outcome._replace(stdout=outcome.stdout + IN_A_TRACE.sub("0x...", "".join(lines)))
    finally:
        os.unlink(name)


def compare_traces(
    program: Program, python: str = sys.executable, timeout: float = TIMEOUT
) -> list[str]:
    """What an observer sees of the program by the loop alone and translated at once: a diff."""
    soon = 20 if "--all" in program.run else 2  # the standard library is large
    by_loop, translated = (run_traced(program, after, python, timeout) for after in (0, soon))
    return differences(by_loop, translated, ("by the loop", "translated"))


def version_of(python: str) -> tuple[int, ...]:
    """Major and minor version of an interpreter."""
    asked = subprocess.run(
        [python, "-c", "import sys; print(*sys.version_info[:2])"],
        capture_output=True,
        text=True,
        check=True,
    )
    return tuple(int(part) for part in asked.stdout.split())


def differences(
    native: Outcome,
    machine: Outcome,
    names: tuple[str, str] = ("under python", "on the machine"),
) -> list[str]:
    """A diff of what differs, exit status first; empty when nothing does."""
    import difflib

    found = []
    if native.status != machine.status:
        shown = ["killed at the timeout" if s is None else s for s in (native[2], machine[2])]
        found.append(f"exit status: {shown[0]} {names[0]}, {shown[1]} {names[1]}")
    for stream in ("stdout", "stderr"):
        expected: str = getattr(native, stream)
        got: str = getattr(machine, stream)
        if expected != got:
            found += difflib.unified_diff(
                expected.splitlines(),
                got.splitlines(),
                f"{stream} {names[0]}",
                f"{stream} {names[1]}",
                lineterm="",
                n=2,
            )
    return found
