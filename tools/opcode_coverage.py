"""Which opcodes of each CPython version the corpus reaches, and why the others cannot be.

    python tools/opcode_coverage.py [--executed] [--where] [PYTHON ...]

Every program of `tests/corpus` is compiled by the interpreter that is asked about (so are the
literal sources that programs hand to `compile`, `exec` and `eval`), and the opcodes of all code
objects are collected with that interpreter's own `dis`. With `--executed` every program is run
instead, and the opcodes that really execute are counted (END_FOR, which is there for generators'
loops, is jumped over by FOR_ITER and never reported). `tests/data/never_emitted.toml` says, with
the reason, which opcodes no compiler emits from any source.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "tests" / "corpus"
NEVER_EMITTED = ROOT / "tests" / "data" / "never_emitted.toml"

PROBE = Path(__file__).with_name("opcode_probe.py")


class Coverage(NamedTuple):
    """What one interpreter says of the corpus."""

    version: str
    real: list[str]
    found: dict[str, str]
    unreachable: dict[str, str]

    @property
    def missing(self) -> list[str]:
        """Opcodes that a compiler emits and no program reaches."""
        return [n for n in self.real if n not in self.found and n not in self.unreachable]

    @property
    def contradicted(self) -> list[str]:
        """Opcodes said to be unreachable that the corpus reaches."""
        return [name for name in self.unreachable if name in self.found]


def never_emitted(version: str, real: Iterable[str]) -> dict[str, str]:
    """Those of a version's real opcodes that no source compiles to: name to reason."""
    with NEVER_EMITTED.open("rb") as file:
        groups = tomllib.load(file)["group"]
    return {
        name: group["reason"]
        for name in real
        for group in groups
        if version in group["versions"]
        and any(fnmatchcase(name, pattern) for pattern in group["opcodes"])
    }


def compiled(python: str = sys.executable) -> Coverage:
    """The opcodes that an interpreter's compiler makes of the corpus."""
    told = json.loads(
        subprocess.run(
            [python, str(PROBE), "compile", str(CORPUS)], stdout=subprocess.PIPE, check=True
        ).stdout
    )
    unreachable = never_emitted(told["version"], told["real"])
    return Coverage(told["version"], told["real"], told["found"], unreachable)


def executed(python: str = sys.executable) -> Coverage:
    """The opcodes that execute when an interpreter runs the corpus, by its own event system."""
    sys.path.insert(0, str(ROOT / "tests"))
    from corpus_programs import execute, programs, version_of

    compiled_too = compiled(python)
    found: dict[str, str] = {}
    version = version_of(python)
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        for program in programs():
            if program.requires > version or program.start in ("command", "stdin"):
                continue
            report.unlink(missing_ok=True)
            command = [python, str(PROBE), "run", str(report), program.path.name, *program.args]
            execute(command, program.path.parent, program.stdin)
            if report.exists():
                for name in json.loads(report.read_text()):
                    found.setdefault(name, str(program.path))
    return compiled_too._replace(found=found)


def report(coverage: Coverage, *, where: bool = False) -> Iterable[str]:
    """Lines for a reader."""
    yield (
        f"{coverage.version}: {len(coverage.real)} real opcodes, "
        f"{sum(name in coverage.found for name in coverage.real)} reached, "
        f"{len(coverage.unreachable)} never emitted, {len(coverage.missing)} missing"
    )
    if coverage.missing:
        yield "    missing: " + " ".join(coverage.missing)
    if coverage.contradicted:
        yield "    reached in spite of the reason: " + " ".join(coverage.contradicted)
    if where:
        for name in coverage.real:
            place = coverage.found.get(name)
            shown = Path(place).relative_to(CORPUS) if place else coverage.unreachable.get(name)
            yield f"    {name:<32} {shown or '-'}"


def main() -> int:
    """Print the coverage of each interpreter; 1 when an emitted opcode is missing."""
    parser = argparse.ArgumentParser(description="Opcodes that the corpus reaches.")
    parser.add_argument("python", nargs="*", default=[sys.executable])
    parser.add_argument("--executed", action="store_true", help="run the programs")
    parser.add_argument("--where", action="store_true", help="name a program for each opcode")
    options = parser.parse_args()
    measure = executed if options.executed else compiled
    complete = True
    for python in options.python:
        coverage = measure(python)
        complete = complete and not coverage.missing and not coverage.contradicted
        print(*report(coverage, where=options.where), sep="\n", flush=True)
    return 0 if complete else 1


if __name__ == "__main__":
    sys.exit(main())
