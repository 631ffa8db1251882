"""Run random programs under CPython and on the machine, and compare what they print and raise.

    python tools/compare_random.py --python PYTHON [--first SEED] [--count N] [--show SEED]

Prints the seeds of programs that differ as it goes, then a line of figures; status 1 where any
differs.
`--show` prints the text of one program and how it differs. See `random_programs/`.
"""

from __future__ import annotations

import argparse
import difflib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from random_programs.program import program

ROOT = Path(__file__).resolve().parent.parent
EXECUTE = ROOT / "tools/random_programs/execute.py"
#: programs a process
CHUNK = 100
MOST_SECONDS = 600
ON_THE_MACHINE = ("-m", "peephole", "run", "--exclude", "random_programs.*")


def run(python: str, first: int, count: int, *words: str) -> list[dict[str, Any]]:
    """What the programs of some seeds do; what ends the process stands for the last one's error."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": "0"}
    command = [python, *words, str(EXECUTE), str(first), str(count)]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, env=environment, timeout=MOST_SECONDS
        )
        text, ending = done.stdout, f"status {done.returncode}: {done.stderr[-500:]}"
    except subprocess.TimeoutExpired as expired:
        text, ending = (expired.stdout or b"").decode(), f"more than {MOST_SECONDS} s"
    results = [json.loads(line) for line in text.splitlines() if line.endswith("}")]
    if len(results) < count:
        results.append({"seed": first + len(results), "output": "", "error": ending})
    return results


def differing(python: str, first: int, count: int) -> list[int]:
    """The seeds of programs that do something else on the machine."""
    native = run(python, first, count)
    machine = run(python, first, count, *ON_THE_MACHINE)
    found = [one["seed"] for one, other in zip(native, machine, strict=False) if one != other]
    if len(machine) < count:  # the process ended: go on behind the program that ended it
        behind = machine[-1]["seed"] + 1
        found += differing(python, behind, first + count - behind) if behind < first + count else []
    # a program that differs from run to run says nothing about the machine
    return [seed for seed in found if run(python, seed, 1) == [native[seed - first]]]


def show(python: str, seed: int) -> None:
    """Print a program, and what it does under CPython against what it does on the machine."""
    for number, line in enumerate(program(seed).splitlines(), 1):
        print(f"{number:4} {line}")
    [native], [machine] = run(python, seed, 1), run(python, seed, 1, *ON_THE_MACHINE)
    for part in ("output", "error"):
        lines = native[part].splitlines(), machine[part].splitlines()
        for line in difflib.unified_diff(*lines, "python", "peephole", lineterm="", n=1):
            print(line)


def main() -> None:
    """Compare, and tell."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--python", default=sys.executable, help="the interpreter, with peephole")
    parser.add_argument("--first", type=int, default=0, metavar="SEED")
    parser.add_argument("--count", type=int, default=1000, metavar="N")
    parser.add_argument("--show", type=int, metavar="SEED")
    given = parser.parse_args()
    if given.show is not None:
        return show(given.python, given.show)
    found: list[int] = []
    for first in range(given.first, given.first + given.count, CHUNK):
        count = min(CHUNK, given.first + given.count - first)
        new = differing(given.python, first, count)
        found += new
        if new:
            print("\rseeds that differ:", *new)
        print(f"\r{first + count - given.first} programs, {len(found)} differ", end="", flush=True)
    print()
    print(f"{given.python}: {given.count} programs, {given.count - len(found)} the same")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
