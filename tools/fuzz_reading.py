"""Feed broken .pyc data to everything that reads: it must load, or be a FormatError.

    python tools/fuzz_reading.py [--inputs N] [--seed N] [--findings DIRECTORY]

The data are code objects of all versions, with bits flipped, bytes replaced, pieces cut out,
repeated or exchanged, sizes made huge, containers nested, references pointed elsewhere, tables
changed. An input that takes the readers along a line or branch where none went before becomes one
that others are made from (Python 3.12 and newer tell so; 3.14 and newer tell branches). What loads
must be written back as it was, and be disassembled, verified, shown and decoded without another
error. Nothing may be imported, compiled, executed or opened meanwhile, take longer than a second or
more than 256 MiB.
Prints a line of figures now and then; inputs that break a rule are written to the directory of
findings, with status 1 in the end.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]

from fuzzing.checking import Guard, check, memory, warm_up  # noqa: E402
from fuzzing.mutations import Input, as_input, mutated, seeds  # noqa: E402
from fuzzing.novelty import Novelty  # noqa: E402
from peephole.errors import PeepholeError  # noqa: E402

DATA = ROOT / "tests/data/disassembly"
FINDINGS = ROOT / "tests/data/malformed"
_REPORT_SECONDS = 60
_THOROUGH = 10  # one input of so many that load is shown in every way
_MOST_FINDINGS = 20
_LARGEST_INPUT = 20_000  # bytes of one that others are made from


class Campaign:
    """A run of the fuzzer: its inputs so far and what came of them."""

    def __init__(self, seed: int, findings: Path) -> None:
        self.chance = random.Random(seed)
        self.findings = findings
        self.novelty = Novelty(ROOT / "src")
        self.guard = Guard()
        self.results: dict[str, int] = {}
        self.found: set[str] = set()
        self.done = 0
        warm_up()
        originals = seeds(DATA)
        for given in originals:
            check(given.data)  # the rest of what is made once
        self.inputs = originals + self._kept()
        self.begun_with = len(self.inputs)

    def _kept(self) -> list[Input]:
        """What was found before."""
        return [Input(path.read_bytes(), ()) for path in sorted(self.findings.glob("*.pyc"))]

    def run(self, count: int) -> None:
        """Check `count` inputs."""
        reported = time.monotonic()
        while self.done < count and len(self.found) < _MOST_FINDINGS:
            self._one()
            if time.monotonic() - reported > _REPORT_SECONDS:
                reported = time.monotonic()
                print(self, flush=True)

    def _one(self) -> None:
        chance = self.chance
        data = mutated(chance.choice(self.inputs), self.inputs, chance)
        reached = self.novelty.reached
        problem = self.guard.problem(data, not chance.randrange(_THOROUGH), self.results)
        self.done += 1
        if problem is not None:
            self._keep(data, problem)
        elif self.novelty.reached > reached and len(data) < _LARGEST_INPUT:
            self.inputs.append(_as_input(data))

    def _keep(self, data: bytes, problem: str) -> None:
        """Write down an input that broke a rule; one for each problem."""
        kind = problem[:40]
        if kind in self.found:
            return
        self.found.add(kind)
        path = self.findings / f"{hashlib.sha256(data).hexdigest()[:12]}.pyc"
        self.findings.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        print(f"input {self.done:,}: {problem}; see {path}", flush=True)

    def __str__(self) -> str:
        results = ", ".join(f"{count:,} {what}" for what, count in sorted(self.results.items()))
        return (
            f"{self.done:,} inputs: {results}; {len(self.found)} problems; "
            f"{len(self.inputs) - self.begun_with} went where none had been; "
            f"slowest {self.guard.slowest:.3f} s, {memory() >> 20} MiB"
        )


def _as_input(data: bytes) -> Input:
    try:
        return as_input(data)
    except PeepholeError:
        return Input(data, ())


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--findings", type=Path, default=FINDINGS)
    arguments = parser.parse_args()
    campaign = Campaign(arguments.seed, arguments.findings)
    campaign.run(arguments.inputs)
    print(campaign)
    return 1 if campaign.found else 0


if __name__ == "__main__":
    sys.exit(main())
