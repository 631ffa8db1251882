"""The page about what differs from CPython names each case that is known to differ."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))

from cpython_tests.catalogue import DATA, cause_of, known_differences
from list_differences import PAGE, cases_by_cause, written


def test_the_page_lists_the_cases_by_cause() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page == written(page, cases_by_cause())
    for cases in cases_by_cause().values():
        for case in cases:
            assert case.split()[0] in page


def test_a_cause_that_the_page_does_not_tell_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"does not tell of: gremlins"):
        written("* *counts*: the case counts.\n", {"counts": [], "gremlins": ["`test_a.B.c`"]})


@pytest.mark.parametrize("path", sorted(DATA.glob("baseline-*.json")), ids=lambda path: path.stem)
def test_every_case_that_differs_in_a_baseline_has_a_cause(path: Path) -> None:
    known = known_differences(path.stem.removeprefix("baseline-"))
    modules = json.loads(path.read_text(encoding="utf-8"))["modules"]
    cases = [case for module in modules.values() for case in module["differing"]]
    assert cases
    assert [case for case in cases if cause_of(case, known) is None] == []
