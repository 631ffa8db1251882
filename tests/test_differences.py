"""The page about what differs from CPython names each case that is known to differ."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))

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
