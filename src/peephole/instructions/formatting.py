"""Instructions that format values for f-strings and build templates for t-strings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peephole.instructions.registry import family

if TYPE_CHECKING:
    from peephole.machine.formatting import (
        build_interpolation,
        build_template,
        convert_value,
        format_value,
    )

instruction = family("formatting")


@instruction("value, spec[(oparg & 4) >> 2] -- result", versions="3.11-3.12")
def FORMAT_VALUE(value: Any, spec: Any, oparg: int) -> Any:
    """Convert a value by oparg & 3 (none, str, repr, ascii), then format it, with the format spec
    on top if oparg & 4."""
    return format_value(value, spec, oparg)


@instruction("value -- result", versions="3.13-")
def CONVERT_VALUE(value: Any, oparg: int) -> Any:
    """Replace a value by its str (1), repr (2) or ascii (3)."""
    return convert_value(value, oparg)


@instruction("value -- res", versions="3.13-")
def FORMAT_SIMPLE(value: Any) -> Any:
    """Format a value without a format spec; a str stays what it is."""
    return value if type(value) is str else format(value, "")


@instruction("value, fmt_spec -- res", versions="3.13-")
def FORMAT_WITH_SPEC(value: Any, fmt_spec: Any) -> Any:
    """Format a value with a format spec."""
    return format(value, fmt_spec)


@instruction("value, str, format[oparg & 1] -- interpolation", versions="3.14-")
def BUILD_INTERPOLATION(value: Any, str: Any, format: Any, oparg: int) -> Any:
    """Build an Interpolation of a value, its expression's text, a conversion (oparg >> 2) and, if
    oparg & 1, a format spec."""
    return build_interpolation(value, str, format, oparg)


@instruction("strings, interpolations -- template", versions="3.14-")
def BUILD_TEMPLATE(strings: Any, interpolations: Any) -> Any:
    """Build a Template of a tuple of strings and a tuple of interpolations."""
    return build_template(strings, interpolations)
