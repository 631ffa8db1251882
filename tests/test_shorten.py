"""Values become texts without any of their own code running."""

from __future__ import annotations

import math
import sys
import types
from typing import Any

import pytest

from peephole.machine.values import NULL
from peephole.observe.shorten import MAX_TEXT, shorten, shorten_text


def function() -> None: ...


def generator() -> Any:
    yield 1


class Plain:
    def method(self) -> None: ...


def cell(*value: object) -> types.CellType:
    return types.CellType(*value)


PLAIN: list[tuple[object, str]] = [
    (None, "None"),
    (True, "True"),
    (..., "Ellipsis"),
    (12, "12"),
    (-1.5, "-1.5"),
    (2j, "2j"),
    ("it's", '"it\'s"'),
    (b"\0", "b'\\x00'"),
    (bytearray(b"x"), "bytearray(b'x')"),
    ((), "()"),
    ((1,), "(1,)"),
    ([1, "a"], "[1, 'a']"),
    ({1}, "{1}"),
    (set(), "set()"),
    (frozenset(), "frozenset()"),
    (frozenset({1}), "frozenset({1})"),
    ({"a": (1, [2])}, "{'a': (1, [2])}"),
    (slice(1, None), "slice(1, None, None)"),
    (range(3), "range(0, 3)"),
    (range(3, 0, -1), "range(3, 0, -1)"),
    (NULL, "NULL"),
    (math, "<module math>"),
    (len, "<built-in len>"),
    (int, "<class int>"),
    (Plain, "<class Plain>"),
    (Plain(), "<Plain object>"),
    (Plain().method, "<method Plain.method>"),
    (function, "<function function>"),
    (function.__code__, "<code function>"),
    (generator(), "<generator generator>"),
    (iter([]), "<list_iterator object>"),
    (cell(1), "<cell: 1>"),
    (cell(), "<cell: empty>"),
    (ValueError("bad", 1), "ValueError('bad', 1)"),
    (KeyError(), "KeyError()"),
]


@pytest.mark.parametrize(("value", "text"), PLAIN, ids=[text for _, text in PLAIN])
def test_plain_values(value: object, text: str) -> None:
    assert shorten(value) == text


def test_long_values_are_cut() -> None:
    assert shorten(list(range(100))) == "[0, 1, 2, 3, ...]"
    assert shorten(dict.fromkeys(range(9))) == "{0: None, 1: None, 2: None, 3: None, ...}"
    assert shorten([[[[[1]]]]]) == "[[[[...]]]]"
    assert shorten({1: {2: {3: {}, 4: {5: 6}}}}) == "{1: {2: {3: {}, 4: {...}}}}"
    assert len(shorten("x" * 10**6)) == MAX_TEXT
    assert shorten("x" * 10**6).startswith("'xxx")
    assert shorten("x" * 10**6).endswith("xxx'")
    assert len(shorten(b"x" * 10**6)) == MAX_TEXT
    assert shorten(10**10000) == "<int of 33220 bits>"
    assert shorten_text("0123456789", 8) == "012...89"
    recursive: list[Any] = []
    recursive.append(recursive)
    assert shorten(recursive) == "[[[[...]]]]"


class Trap(Exception):
    """Raised where code of the guest's runs."""


def spring(*args: object, **kwargs: object) -> Any:
    raise Trap


SPECIAL = """repr str len iter hash eq bool format getattr getattribute getitem contains dir index
instancecheck subclasscheck sizeof reduce_ex"""
TRAPS = {f"__{name}__": spring for name in SPECIAL.split()} | {"items": spring, "keys": spring}


class Meta(type):
    __hash__ = __eq__ = __repr__ = __getattribute__ = spring
    __instancecheck__ = __subclasscheck__ = spring


class TrappedStr(str):
    __len__ = __str__ = __repr__ = __format__ = __getitem__ = __add__ = spring


def trapped(base: type, *args: object) -> object:
    """An instance of a subclass of `base` all of whose special methods are traps."""
    return base.__new__(type("Trapped", (base,), dict(TRAPS)), *args)


@pytest.mark.parametrize(
    "base", [object, int, float, str, bytes, list, tuple, dict, set, frozenset, types.ModuleType]
)
def test_subclasses_are_not_asked(base: type) -> None:
    assert shorten(trapped(base)) == "<Trapped object>"
    assert shorten([trapped(base)]) == "[<Trapped object>]"


def test_exceptions_are_not_asked() -> None:
    value = trapped(ValueError, "x", [1])
    assert shorten(value) == "Trapped('x', [1])"


def test_metaclasses_are_not_asked() -> None:
    made = type.__new__(Meta, "Made", (), {})
    assert shorten(made) == "<class Made>"
    assert shorten(type.__call__(made)) == "<Made object>"


def test_names_are_not_asked() -> None:
    def named() -> None: ...

    named.__qualname__ = TrappedStr("name")
    assert shorten(named) == "<function name>"
    assert shorten(type(TrappedStr("Named"), (), {})) == "<class Named>"
    module = types.ModuleType("m")
    module.__dict__["__name__"] = trapped(str)
    assert shorten(module) == "<module>"


def test_references_are_not_kept() -> None:
    value = Plain()
    before = sys.getrefcount(value)
    shorten([value, {"key": value}, ValueError(value)])
    assert sys.getrefcount(value) == before
