"""Run the corpus under an interpreter and on the machine, and print a table of what differs.

    python tests/compare_corpus.py [--python PATH] [--native | --traces] [--diff] [SELECTION ...]

A SELECTION is a part of `family/name`. `--native` leaves the machine out: each program runs twice
under CPython, and the two runs and the declared exit status must agree. `--traces` leaves CPython
out: what an observer sees by the loop alone and by translated code must be the same.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from corpus_programs import (
    TIMEOUT,
    Outcome,
    Program,
    compare_traces,
    differences,
    programs,
    run_machine,
    run_native,
    version_of,
)


def main() -> int:
    """Compare and report; 1 when something differs."""
    options = _options()
    version = version_of(options.python)
    chosen = [p for p in programs(*options.selection) if p.requires <= version]
    second: Callable[..., Outcome] = run_native if options.native else run_machine

    def compare(program: Program) -> tuple[Program, list[str], float]:
        begun = time.perf_counter()
        if options.traces:
            found = compare_traces(program, options.python, options.timeout)
            return program, found, time.perf_counter() - begun
        native = run_native(program, options.python, options.timeout)
        begun = time.perf_counter()
        other = second(program, options.python, options.timeout)
        found = differences(native, other)
        if native.status != program.status:
            found.insert(0, f"status under python is {native.status}, not {program.status}")
        return program, found, time.perf_counter() - begun

    differing = 0
    slowest: list[tuple[float, str]] = []
    with ThreadPoolExecutor(options.jobs) as pool:
        for program, found, seconds in pool.map(compare, chosen):
            slowest.append((seconds, program.name))
            if found:
                differing += 1
                shown = found if options.diff else [_first(found)]
                print(f"{program.name:<44} " + "\n    ".join(shown), flush=True)
    dotted = ".".join(map(str, version))
    print(f"{dotted}: {len(chosen)} programs, {len(chosen) - differing} equal, {differing} not")
    if options.slow:
        for seconds, name in sorted(slowest, reverse=True)[: options.slow]:
            print(f"    {seconds:6.2f} s  {name}")
    return 1 if differing else 0


def _first(found: list[str]) -> str:
    """The first line that tells something: the last line of the machine's extra text, or a pair."""
    for line in found:
        if line.startswith(("+", "-")) and not line.startswith(("+++", "---")):
            return line if found[0].startswith("---") else f"{found[0]} | {line}"
    return found[0]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("selection", nargs="*", help="parts of family/name")
    parser.add_argument("--python", default=sys.executable, help="the interpreter (default: this)")
    parser.add_argument("--native", action="store_true", help="CPython against itself")
    parser.add_argument("--traces", action="store_true", help="the machine against itself")
    parser.add_argument("--diff", action="store_true", help="the whole difference, not one line")
    parser.add_argument("--timeout", type=float, default=TIMEOUT, help="seconds per program")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--slow", type=int, default=0, help="also name the N slowest")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
