"""Formatting of f-strings and building of t-strings."""

from __future__ import annotations

from peephole.machine.hiding import hide_all
from peephole.own_builtins import __builtins__ as __builtins__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_CONVERSIONS: tuple[Any, ...] = (None, str, repr, ascii)
_LETTERS = (None, "s", "r", "a")


def convert_value(value: Any, conversion: int) -> Any:
    """str, repr or ascii of a value, by number."""
    return _CONVERSIONS[conversion](value)


def format_value(value: Any, spec: list[Any], flags: int) -> Any:
    """Convert a value as flags & 3 says, then format it, with the spec where there is one."""
    if flags & 3:
        value = _CONVERSIONS[flags & 3](value)
    if not spec:
        return value if type(value) is str else format(value, "")
    return format(value, spec[0])


def build_interpolation(value: Any, text: str, spec: list[Any], flags: int) -> Any:
    """An Interpolation object of string.templatelib."""
    from string.templatelib import Interpolation  # type: ignore[import-not-found]

    return Interpolation(value, text, _LETTERS[flags >> 2], spec[0] if spec else "")


def build_template(strings: tuple[str, ...], interpolations: tuple[Any, ...]) -> Any:
    """A Template object of string.templatelib."""
    from string.templatelib import Template

    parts: list[Any] = [strings[0]]
    for interpolation, string in zip(interpolations, strings[1:], strict=True):
        parts += [interpolation, string]
    return Template(*parts)


hide_all(globals())
