"""Formatting of f-strings and building of t-strings."""

from __future__ import annotations

from peephole.machine.hiding import hide_all
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

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


_types: list[Any] = []


def _template_types() -> list[Any]:
    """Template and Interpolation, from a template: string.templatelib may be being imported."""
    if not _types:
        template = eval('t"{0}"')
        _types.extend((type(template), type(template.interpolations[0])))
    return _types


def build_interpolation(value: Any, text: str, spec: list[Any], flags: int) -> Any:
    """An Interpolation object, as of string.templatelib."""
    return _template_types()[1](value, text, _LETTERS[flags >> 2], spec[0] if spec else "")


def build_template(strings: tuple[str, ...], interpolations: tuple[Any, ...]) -> Any:
    """A Template object, as of string.templatelib."""
    parts: list[Any] = [strings[0]]
    for interpolation, string in zip(interpolations, strings[1:], strict=True):
        parts += [interpolation, string]
    return _template_types()[0](*parts)


hide_all(globals())
