"""Measures the machine against CPython, side by side: `python benchmarks/run.py`.

Without --startup, --memory or --observed: the ratio of the machine's CPU time to CPython's, for
every program and in the geometric mean. See README.md beside this file.
"""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from harness import measuring, report
from harness.measuring import Comparison
from harness.processes import Failed, Interpreter
from harness.programs import Program, programs


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    add = parser.add_argument
    add("--programs", nargs="+", metavar="NAME", help="only these programs")
    add("--rounds", type=int, default=3, help="runs of each way, in turn (default: 3)")
    add("--scale", type=float, default=1.0, help="times the usual number of iterations")
    add("--timeout", type=float, default=600.0, help="seconds for one run (default: 600)")
    add("--python", action="append", metavar="PATH", help="interpreter; again for several")
    add("--ratio", action="store_true", help="the ratios, also where another measure is asked")
    add("--observed", action="store_true", help="an observer of every instruction: what it costs")
    add("--startup", action="store_true", help="seconds that `run -c pass` takes longer")
    add("--memory", action="store_true", help="largest resident size of memory-heavy programs")
    add("--xpython", metavar="PATH", help="interpreter with x-python installed, measured beside")
    add("--json", type=Path, metavar="FILE", help="write every sample to a file")
    return parser.parse_args()


def progress(text: str) -> None:
    print(text, end=" ", file=sys.stderr, flush=True)


Ways = Callable[[Program, int], tuple[list[str], list[str]]]


def each(
    chosen: list[Program], options: argparse.Namespace, scale: float, ways: Ways
) -> list[Comparison]:
    """Compares two ways to run each program with `scale` times the work that was asked for."""
    comparisons = []
    for program in chosen:
        progress(program.name)
        count = program.scaled(options.scale * scale)
        limits = {"rounds": options.rounds, "timeout": options.timeout}
        comparisons.append(measuring.compare(program, count, *ways(program, count), **limits))
    return comparisons


def ratios(
    chosen: list[Program], python: Interpreter, options: argparse.Namespace
) -> list[Comparison]:
    comparisons = each(
        chosen,
        options,
        1,
        lambda program, n: (python.native(program, n), python.machine(program, n)),
    )
    title = f"CPython {python.version}: the machine"
    report.show_times(title, ("CPython", "machine"), comparisons)
    return comparisons


def observed(
    chosen: list[Program], python: Interpreter, options: argparse.Namespace
) -> list[Comparison]:
    """Both ways are the machine here, so a quarter of the work is enough."""

    def ways(program: Program, n: int) -> tuple[list[str], list[str]]:
        return python.driver(program, n, "unobserved"), python.driver(program, n, "observed")

    comparisons = each(chosen, options, 0.25, ways)
    title = f"CPython {python.version}: every instruction observed"
    report.show_times(title, ("unobserved", "observed"), comparisons)
    return comparisons


def xpython(
    chosen: list[Program], python: Interpreter, options: argparse.Namespace
) -> list[Comparison]:
    """x-python gets a fiftieth of the work, or it would take minutes; some programs never end."""

    def ways(program: Program, n: int) -> tuple[list[str], list[str]]:
        return python.native(program, n), python.xpython(program, n)

    limited = argparse.Namespace(**vars(options) | {"timeout": 60.0, "rounds": 2})
    comparisons = each(chosen, limited, 0.02, ways)
    title = f"CPython {python.version}: x-python"
    report.show_times(title, ("CPython", "x-python"), comparisons)
    return comparisons


def memory(python: Interpreter, options: argparse.Namespace) -> list[Comparison]:
    comparisons = []
    for program in programs("programs/memory"):
        progress(program.name)
        comparisons.append(measuring.compare_memory(python, program, options.timeout))
    report.show_memory(f"CPython {python.version}: largest resident size", comparisons)
    return comparisons


def measure(
    python: Interpreter, chosen: list[Program], options: argparse.Namespace
) -> dict[str, Any]:
    """Everything that was asked for on one interpreter; returns it as data."""
    data: dict[str, Any] = {"python": python.version, "executable": python.executable}
    others = options.observed or options.startup or options.memory
    comparisons: list[Comparison] = []
    if options.startup:
        result = measuring.start_up(python)
        report.show_start_up(f"CPython {python.version}: start-up", result)
        data["startup"] = report.start_up_as_data(result)
    if options.ratio or not others:
        comparisons = ratios(chosen, python, options)
        data["ratio"] = report.as_data(comparisons)
    if options.observed:
        data["observed"] = report.as_data(observed(chosen, python, options))
    if options.memory:
        data["memory"] = report.as_data(memory(python, options))
    if options.xpython:
        other = Interpreter.of(options.xpython)
        theirs = xpython(chosen, other, options)
        data["xpython"] = report.as_data(theirs) | {"python": other.version}
        if other.version == python.version:
            report.show_beside(f"CPython {python.version}: beside x-python", comparisons, theirs)
    return data


def failed(data: list[dict[str, Any]]) -> bool:
    """Whether the machine did not run a program as CPython does."""
    parts = [run.get(key, {}) for run in data for key in ("ratio", "observed", "memory")]
    return any(program["error"] for part in parts for program in part.get("programs", []))


def main() -> int:
    options = arguments()
    try:
        chosen = programs(names=options.programs)
        interpreters = [Interpreter.of(path) for path in options.python or [sys.executable]]
        data = [measure(python, chosen, options) for python in interpreters]
    except (LookupError, Failed) as error:
        print(f"run.py: {error}", file=sys.stderr)
        return 2
    if options.json:
        options.json.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    return 1 if failed(data) else 0


if __name__ == "__main__":
    sys.exit(main())
