"""Instructions of match statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peephole.instructions.registry import family

if TYPE_CHECKING:
    from peephole.machine.patterns import (
        is_mapping,
        is_sequence,
        match_class,
        match_keys,
    )

instruction = family("matching")


@instruction("obj -- obj, len_o")
def GET_LEN(obj: Any) -> Any:
    """Push the length of the top."""
    return len(obj)


@instruction("subject -- subject, res")
def MATCH_MAPPING(subject: Any) -> Any:
    """Push whether the top is a mapping (Py_TPFLAGS_MAPPING)."""
    return is_mapping(subject)


@instruction("subject -- subject, res")
def MATCH_SEQUENCE(subject: Any) -> Any:
    """Push whether the top is a sequence (Py_TPFLAGS_SEQUENCE)."""
    return is_sequence(subject)


@instruction("subject, keys -- subject, keys, values_or_none")
def MATCH_KEYS(subject: Any, keys: Any) -> Any:
    """Push a tuple of the subject's values for the keys, or None where one is missing."""
    return match_keys(subject, keys)


@instruction("subject, type, names -- attrs")
def MATCH_CLASS(subject: Any, type_: Any, names: Any, oparg: int) -> Any:
    """Match against a class pattern of oparg positional and some named sub-patterns: a tuple of
    the attributes, or None."""
    return match_class(subject, type_, oparg, names)
