"""The pyperformance suite: which benchmarks there are, and one of its scripts run both ways."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from .measuring import Comparison, geometric_mean
from .processes import Failed, environment, last_line
from .programs import ROOT

sys.path.insert(0, str(ROOT.parent / "tools"))

from environments import BUILD, environment_with

PLAYER = ROOT / "harness" / "player.py"
VERSION = "1.14.0"
#: what is native code for older versions and does not install
_LEFT_OUT = ("mercurial",)
#: what pyperformance itself has in its environments (distutils, which old Django needs, is in it)
_ALSO = ("setuptools==75.8.0",)

_LIST = """
import json
from pyperformance._manifest import load_manifest
print(json.dumps([
    {"name": each.name, "script": each.runscript, "options": each.extra_opts or [],
     "needs": each.requirements_lockfile, "tags": each.tags}
    for each in load_manifest(None).benchmarks
]))
"""


@dataclass(frozen=True)
class Benchmark:
    """One entry of the suite: a script with its options."""

    name: str
    script: str
    options: list[str]
    needs: str
    tags: list[str]


def prepared(python: str, version: str) -> tuple[str, list[Benchmark]]:
    """An interpreter with the suite and what its benchmarks need, and the benchmarks."""
    first = environment_with(
        python, BUILD / "pyperformance" / f"{version}-list", f"pyperformance=={VERSION}\n"
    )
    listed = subprocess.check_output([first, "-c", _LIST], text=True)
    benchmarks = [Benchmark(**each) for each in json.loads(listed)]
    needs = sorted({need for each in benchmarks for need in _requirements(each.needs)})
    wanted = "\n".join([f"pyperformance=={VERSION}", *_ALSO, *needs]) + "\n"
    return environment_with(python, BUILD / "pyperformance" / version, wanted), benchmarks


def _requirements(path: str) -> list[str]:
    if not Path(path).exists():
        return []
    lines = (line.partition("#")[0].strip() for line in Path(path).read_text().splitlines())
    return [line for line in lines if line and not line.startswith(_LEFT_OUT)]


def compare(python: str, benchmark: Benchmark, timeout: float) -> list[Comparison]:
    """What the benchmarks of one script take both ways, by name, with the loops of a first run.

    Raises `Failed` where the script does not run natively.
    """
    with TemporaryDirectory() as folder:
        player = _Player(python, benchmark, Path(folder), timeout)
        player.play("first", None)
        native = player.play("native", "first")
        results = {
            one["name"]: Comparison(one["name"], one["loops"], [one["seconds"]])
            for one in native.played
        }
        try:
            machine = player.play("machine", "first", "-m", "peephole", "run", "--all")
        except Failed as failure:
            for result in results.values():
                result.error = str(failure)
            return list(results.values())
        again = player.play("native", "first")
    for one, other, third in zip(native.played, machine.played, again.played, strict=True):
        result = results[one["name"]]
        result.base.append(third["seconds"])
        result.other.append(other["seconds"])
        result.error = _difference(native, machine, again, one, other, third)
    return list(results.values())


@dataclass(frozen=True)
class _Run:
    """What the player wrote, and what the script printed."""

    played: list[dict[str, Any]]
    names: str
    output: str


@dataclass(frozen=True)
class _Player:
    python: str
    benchmark: Benchmark
    folder: Path
    timeout: float

    def play(self, name: str, like: str | None, *how: str) -> _Run:
        """Run the script; raises `Failed`."""
        results = self.folder / f"{name}.json"
        loops = "-" if like is None else str(self.folder / f"{like}.json")
        script = [self.benchmark.script, *self.benchmark.options]
        command = [self.python, *how, str(PLAYER), str(results), loops, *script]
        try:
            done = subprocess.run(
                command, capture_output=True, text=True, timeout=self.timeout,
                env=environment(), cwd=self.folder, stdin=subprocess.DEVNULL,
            )  # fmt: skip
        except subprocess.TimeoutExpired as error:
            raise Failed(f"not done after {self.timeout:g} s") from error
        if done.returncode or not results.exists():
            raise Failed(f"status {done.returncode}: {last_line(done.stderr)}")
        return _Run(**json.loads(results.read_text(encoding="utf-8")), output=done.stdout)


def _difference(native: _Run, machine: _Run, again: _Run, *ones: dict[str, Any]) -> str | None:
    """What is not the same on the machine; nothing that two native runs do not have in common."""
    one, other, third = ones
    if one["result"] == third["result"] != other["result"]:
        return f"results in {other['result']}, not {one['result']}"
    if native.names == again.names != machine.names:
        return f"leaves {machine.names} in its variables, not {native.names}"
    if native.output == again.output != machine.output:
        return f"prints {machine.output[:60]!r}, not {native.output[:60]!r}"
    return None


def markdown(version: str, comparisons: list[Comparison], absent: dict[str, str]) -> str:
    """The ratios as a page in Markdown, and what has none."""
    lines = [
        f"# The pyperformance suite {VERSION} on CPython {version}",
        "",
        "Made by `python benchmarks/suite.py --table FILE`. Seconds are CPU seconds of the same",
        "number of loops; everything is in scope (`--all`), and computes the same both ways.",
        "",
        "| benchmark | loops | CPython s | machine s | ratio |",
        "|-----------|------:|----------:|----------:|------:|",
    ]
    for one in sorted(comparisons, key=lambda one: one.program):
        if one.ratio is not None:
            seconds = f"{min(one.base):.3f} | {min(one.other):.3f}"
            lines.append(f"| {one.program} | {one.iterations} | {seconds} | {one.ratio:.2f} |")
    mean = geometric_mean(comparisons)
    if mean is not None:
        lines.append(f"| **geometric mean** | | | | **{mean:.2f}** |")
    lines += [""] + [f"- {one.program}: {one.error}" for one in comparisons if one.error]
    lines += [f"- {name}: does not run natively: {reason}" for name, reason in absent.items()]
    return "\n".join(lines).rstrip() + "\n"
