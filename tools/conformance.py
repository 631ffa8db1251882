"""Run CPython's own test suite natively and on the machine, and compare case by case.

    python tools/conformance.py [--python PATH] [-j N] [--cases] [MODULE | CATEGORY ...]

The modules are those of tests/data/conformance/modules.toml; every Python module that a test
imports runs on the machine too, `unittest` and `test.libregrtest` included. A case counts that
passes natively; natively skipped ones do not. Native results are kept for each interpreter
under build/conformance/, beside the output of every module (VERSION/machine/MODULE.log). Times
and limits are of CPU time and of sleep, so that a busy computer changes nothing.

Exit status 1: a case differs that tests/data/conformance/differences.toml does not explain; with
--since, a case differs that did not then. 2: bad input.
"""

from __future__ import annotations

import signal
import sys
from concurrent.futures import ThreadPoolExecutor, as_completed
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

sys.path.insert(0, str(Path(__file__).resolve().parent))

from cpython_tests import catalogue, report, results, running

console = Console(width=None if sys.stdout.isatty() else 160)


def compare(
    python: catalogue.Interpreter,
    module: str,
    category: str,
    directory: Path,
    limits: tuple[float, float],
    only: list[str],
    fresh: bool,
) -> results.Comparison:
    """Run one module both ways."""
    native = running.native(python, module, directory, fresh)
    if only:
        kept = {name: said for name, said in native.cases.items() if matches(name, only)}
        native = results.Run(kept, native.seconds, native.note)
    if not any(result.passes for result in native.cases.values()):
        return results.Comparison(module, category, native, results.Run())
    options = [word for pattern in only for word in _chosen(pattern)]
    options += [
        word for case in catalogue.endless(python.feature) for word in ("-i", f"test.{case}")
    ]
    scaled = running.Limits.scaled(native, *limits)
    machine = running.Module(python, module, directory / "machine", scaled, machine=True)
    return results.Comparison(module, category, native, machine.execute(options))


def _chosen(pattern: str) -> tuple[str, ...]:
    """Options of regrtest, for which every name begins with the package."""
    return "-m", pattern, "-m", f"test.{pattern}"


def matches(case: str, patterns: list[str]) -> bool:
    """Whether regrtest's -m chooses a case: a pattern of its name or of a part of it."""
    parts = [case, f"test.{case}", *case.split(".")]
    return any(fnmatchcase(part, pattern) for part in parts for pattern in patterns)


def compare_all(
    python: catalogue.Interpreter,
    modules: dict[str, str],
    directory: Path,
    jobs: int,
    limits: tuple[float, float],
    only: list[str],
    fresh: bool,
    json: Path | None,
) -> list[results.Comparison]:
    """Run modules, `jobs` at a time, and tell how far it is; `json` has every result at once."""
    done: list[results.Comparison] = []
    columns = (TextColumn("{task.description}"), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(f"CPython {python.version}", total=len(modules))
        with ThreadPoolExecutor(jobs) as pool:
            futures = [
                pool.submit(compare, python, name, category, directory, limits, only, fresh)
                for name, category in modules.items()
            ]
            try:
                for future in as_completed(futures):
                    comparison = future.result()
                    done.append(comparison)
                    if json:
                        results.save(json, python.version, [comparison])
                    progress.advance(task)
                    native = len(comparison.expected)
                    differ = len(comparison.differences)
                    line = f"{comparison.module}: {native - differ} of {native}"
                    progress.console.print(line, highlight=False)
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
    return done


def main(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[MODULE | CATEGORY]...", show_default=False)
    ] = None,
    python: Annotated[str, typer.Option(help="the interpreter")] = sys.executable,
    jobs: Annotated[int, typer.Option("-j", "--jobs", min=1, help="modules at a time")] = 2,
    quick: Annotated[bool, typer.Option("--quick", help="the quick and telling modules")] = False,
    case: Annotated[
        list[str] | None, typer.Option("--case", "-k", help="only cases of this name or pattern")
    ] = None,
    cases: Annotated[bool, typer.Option("--cases", help="list the cases that differ")] = False,
    json: Annotated[Path | None, typer.Option(help="write or bring up to date")] = None,
    since: Annotated[Path | None, typer.Option(help="compare with a result written before")] = None,
    factor: Annotated[float, typer.Option(help="time limit, as a multiple of native time")] = 60.0,
    floor: Annotated[float, typer.Option(help="no time limit is less, in seconds")] = 60.0,
    fresh: Annotated[bool, typer.Option("--fresh", help="run natively again, too")] = False,
    directory: Annotated[Path, typer.Option(help="where output and native results are kept")] = (
        catalogue.ROOT / "build" / "conformance"
    ),
) -> None:
    """Run CPython's own test suite natively and on the machine, and compare case by case."""
    signal.signal(signal.SIGINT, signal.default_int_handler)  # not what nohup leaves
    try:
        host = catalogue.interpreter(python)
        modules = catalogue.chosen([*(words or []), *(catalogue.quick() if quick else [])])
        before = results.load(since) if since else {}
    except (OSError, ValueError) as error:
        print(f"conformance: {error}", file=sys.stderr)
        raise typer.Exit(2) from error
    modules = {name: category for name, category in modules.items() if host.has(name)}
    known = catalogue.known_differences(host.feature)
    place = directory.resolve() / host.version
    done = compare_all(host, modules, place, jobs, (factor, floor), case or [], fresh, json)
    if cases:
        report.show_cases(console, done, known)
    console.print(report.table(done, known))
    console.print(report.summary(done, known))
    raise typer.Exit(verdict(done, known, before, since))


def verdict(
    done: list[results.Comparison],
    known: list[catalogue.Known],
    before: dict[str, results.Saved],
    since: Path | None,
) -> int:
    """The exit status; tells what has changed since a saved result."""
    if since is None:
        differences = [difference for each in done for difference in each.differences]
        return any(catalogue.cause_of(each.case, known) is None for each in differences)
    worse, better = report.changes(done, before)
    for name in better:
        console.print(f"better: {name}", markup=False, highlight=False)
    for name, said in worse.items():
        console.print(f"worse: {name}\n    {said}", markup=False, highlight=False)
    console.print(f"since {since.name}: {len(better)} better, {len(worse)} worse")
    return bool(worse)


if __name__ == "__main__":
    typer.run(main)
