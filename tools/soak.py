"""Run a program that does everything at once for minutes on the machine; nothing may grow.

    python tools/soak.py --python PYTHON [--minutes N] [--all]

Prints rounds, memory and tracked objects as they go. Status 1 where memory or objects grow from
the first third of the time to the last, where frames stay open, or where the work's check sums
are not those of CPython.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "tools/soaking/work.py"
#: what may come and go: KiB of memory, tracked objects, objects of one type
MOST_MEMORY, MOST_OBJECTS, MOST_OF_A_KIND = 4096, 500, 200
#: these may not grow at all
OPEN = ("Frame", "frame", "generator", "coroutine", "Task", "Thread")


def reports(*command: str) -> list[dict[str, Any]]:
    """What the program tells while it runs, printed as it comes."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": "0"}
    found = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        for line in process.stdout:
            state = json.loads(line)
            found.append(state)
            print(
                f"{state['rounds']:8} rounds {state['memory'] / 1024:8.1f} MiB "
                f"{state['objects']:8} objects",
                flush=True,
            )
    if process.returncode:
        sys.exit(f"{WORK.name} ended with status {process.returncode}")
    return found


def growth(states: list[dict[str, Any]]) -> list[str]:
    """What has grown from the first third of the reports to the last."""
    third = max(1, len(states) // 3)
    early, late = states[1 : third + 1], states[-third:]
    problems = []

    def compare(name: str, most: int, value: Any) -> None:
        before, after = median(map(value, early)), median(map(value, late))
        if after - before > most:
            problems.append(f"{name}: {before:.0f} became {after:.0f}")

    compare("memory (KiB)", MOST_MEMORY, lambda state: state["memory"])
    compare("tracked objects", MOST_OBJECTS, lambda state: state["objects"])
    for kind in sorted({kind for state in late for kind in state["kinds"]}):
        most = 0 if kind in OPEN else MOST_OF_A_KIND
        compare(
            f"objects of type {kind}", most, lambda state, kind=kind: state["kinds"].get(kind, 0)
        )
    return problems


def main() -> None:
    """Soak, and tell."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--python", default=sys.executable, help="the interpreter, with peephole")
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--all", action="store_true", help="the library on the machine too")
    given = parser.parse_args()
    words = ["-m", "peephole", "run", *(["--all"] if given.all else [])]
    states = reports(given.python, *words, str(WORK), str(given.minutes * 60))
    problems = growth(states)
    rounds = states[-1]["rounds"]
    print("natively:")
    native = reports(given.python, str(WORK), "inf", str(rounds))
    if native[-1]["check"] != states[-1]["check"]:
        problems.append("the work's check sum differs from CPython's")
    print(*problems or [f"{rounds} rounds: nothing has grown, the work is CPython's"], sep="\n")
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
