"""The fuzzer of the readers: it finds nothing, and it would."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))

from fuzzing import checking
from fuzzing.checking import check
from fuzzing.mutations import Input, as_input, mutated, seeds
from peephole.code import load

ROOT = Path(__file__).resolve().parent.parent
MALFORMED = ROOT / "tests/data/malformed"
"""Inputs that were once read wrongly, each named by its SHA-256."""


def test_nothing_is_found(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "tools/fuzz_reading.py"), "--inputs", "1500"]
    done = subprocess.run(
        [*command, "--findings", str(tmp_path)], capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stdout
    assert done.stdout.startswith("1,500 inputs: ")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", sorted(MALFORMED.glob("*.pyc")), ids=lambda path: path.name)
def test_what_was_found_before(path: Path) -> None:
    check(path.read_bytes())


def test_inputs_reach_what_is_behind_the_reader() -> None:
    chance = random.Random(7)
    originals = seeds(ROOT / "tests/data/disassembly")
    assert {load(given.data).version for given in originals} == {
        f"3.{minor}" for minor in range(8, 16)
    }
    results = [check(mutated(chance.choice(originals), originals, chance)) for _ in range(400)]
    assert results.count("loaded") > 20
    assert results.count("loaded, a table refused") > 10
    assert results.count("refused") > 100
    kept: Input = as_input(originals[0].data)
    assert kept.tables
    assert all(0 < begin < end <= len(kept.data) for begin, end in kept.tables)


def test_what_must_not_happen_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    given = seeds(ROOT / "tests/data/disassembly")[0]

    def broken(code: object) -> None:
        raise IndexError("a bug")

    monkeypatch.setattr(checking, "_TABLES", (broken,))
    with pytest.raises(IndexError):
        check(given.data)
