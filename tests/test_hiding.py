"""Hidden functions leave no trace in anything that walks the stack."""

from __future__ import annotations

import sys
import traceback
import warnings
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from peephole.machine.hiding import hidden


@hidden
def through(function: Callable[..., Any], *args: Any) -> Any:
    return function(*args)


@hidden
def with_comprehension(function: Callable[[int], Any]) -> Any:
    total = 1
    return [function(x + total) for x in range(2)]


@hidden
def with_cell(function: Callable[[], Any]) -> Any:
    def call() -> Any:
        return function()

    return call()


@hidden
def handling(function: Callable[[], Any]) -> str:
    try:
        function()
    except ValueError as error:
        return "caught " + str(error)
    finally:
        del function
    return "not reached"


def fail() -> None:
    raise ValueError("x")


def names_of(error: BaseException) -> list[str]:
    return [entry.name for entry in traceback.extract_tb(error.__traceback__)]


def test_traceback_does_not_show_it() -> None:
    with pytest.raises(ValueError, match="x") as caught:
        through(through, fail)
    assert names_of(caught.value) == ["test_traceback_does_not_show_it", "fail"]


def test_getframe_does_not_show_it() -> None:
    frame: FrameType = with_comprehension(lambda depth: sys._getframe(1))[0]
    assert frame.f_code.co_name == "test_getframe_does_not_show_it"
    frame = with_cell(lambda: sys._getframe().f_back)
    assert frame.f_code.co_name == "test_getframe_does_not_show_it"


def test_it_can_handle_exceptions() -> None:
    assert handling(fail) == "caught x"


def test_warnings_are_laid_at_the_callers_door() -> None:
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        through(lambda: warnings.warn("w", stacklevel=2))
        line = sys._getframe().f_lineno - 1
    assert [(w.filename, w.lineno) for w in seen] == [(__file__, line)]


def test_settrace_does_not_see_it() -> None:
    seen: list[str] = []

    def note(frame: FrameType, event: str, arg: object) -> Any:
        seen.append(frame.f_code.co_name)
        return note

    def visible() -> None:
        pass

    before = sys.gettrace()
    sys.settrace(note)
    through(visible)
    sys.settrace(before)
    assert "visible" in seen
    assert "through" not in seen


def test_generators_are_refused() -> None:
    def generator() -> Any:
        yield 1

    with pytest.raises(ValueError, match="generator"):
        hidden(generator)
