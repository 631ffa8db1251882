"""The corpus reaches every opcode that this interpreter's compiler emits."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))

import opcode_coverage


def test_every_emitted_opcode_is_in_the_corpus() -> None:
    coverage = opcode_coverage.compiled()
    assert coverage.missing == []
    assert coverage.contradicted == []
    assert len(coverage.real) == len(coverage.unreachable) + sum(
        name in coverage.found for name in coverage.real
    )
