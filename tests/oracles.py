"""What the real interpreters of this machine say of a sample of their standard libraries."""

from __future__ import annotations

import functools
import gzip
import json
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))

from dis_comparison.comparison import Tally, compare
from dis_comparison.interpreters import ask, find, library

__all__ = ["SAMPLE", "VERSIONS", "Tally", "answers", "compare", "compared", "fixture", "found"]

VERSIONS = ("3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14", "3.15")

DATA = Path(__file__).resolve().parent / "data/disassembly"

# Small files with much syntax; those that a version has not got are left out.
SAMPLE = (
    "abc.py",
    "asyncio/events.py",
    "asyncio/timeouts.py",
    "bisect.py",
    "contextlib.py",
    "copy.py",
    "dataclasses.py",
    "enum.py",
    "functools.py",
    "importlib/_bootstrap.py",
    "json/decoder.py",
    "reprlib.py",
    "test/test_grammar.py",
    "test/test_patma.py",
    "test/test_type_params.py",
    "token.py",
)


@functools.cache
def found() -> dict[str, Path]:
    return find()


@functools.cache
def answers(version: str, what: str) -> list[dict[str, Any]]:
    """What the version's interpreter says of the sample; the test is skipped where it has none."""
    python = found().get(version)
    if python is None:
        pytest.skip(f"no Python {version} on this machine")
    directory = library(python)
    paths = [directory / name for name in SAMPLE if (directory / name).exists()]
    return list(ask(python, what, paths))


@functools.cache
def fixture(version: str) -> dict[str, list[dict[str, Any]]]:
    """What the version's interpreter once said of a few samples, by `what`; see
    tools/make_disassembly_fixtures.py."""
    data = (DATA / f"{version}.json.gz").read_bytes()
    made: dict[str, list[dict[str, Any]]] = json.loads(gzip.decompress(data))
    return made


def compared(version: str, what: str, said: list[dict[str, Any]] | None = None) -> Tally:
    """What the version's interpreter says (of the sample if not given) compared with what we do."""
    tally = Tally()
    for answer in answers(version, what) if said is None else said:
        compare(answer, version, what, tally)
    return tally
