"""Pattern matching: sequences, mappings, classes."""

from __future__ import annotations

from peephole.machine import host
from peephole.machine.hiding import hide_all
from peephole.machine.values import NULL
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_SEQUENCE = 1 << 5  # Py_TPFLAGS_SEQUENCE
_MAPPING = 1 << 6  # Py_TPFLAGS_MAPPING
_MATCH_SELF = 1 << 22  # _Py_TPFLAGS_MATCH_SELF

_flags = type.__dict__["__flags__"].__get__


def is_sequence(subject: Any) -> bool:
    """Whether sequence patterns can match the subject."""
    return bool(_flags(type(subject)) & _SEQUENCE)


def is_mapping(subject: Any) -> bool:
    """Whether mapping patterns can match the subject."""
    return bool(_flags(type(subject)) & _MAPPING)


def match_keys(subject: Any, keys: tuple[Any, ...]) -> tuple[Any, ...] | None:
    """The subject's values for the keys, None where one is missing (`match_keys`)."""
    if not keys:
        return ()
    get = subject.get
    seen = set()
    values = []
    missing = object()
    for key in keys:
        if key in seen:
            raise ValueError(f"mapping pattern checks duplicate key ({key!r})")
        seen.add(key)
        value = get(key, missing)
        if value is missing:
            return None
        values.append(value)
    return tuple(values)


def match_class(
    subject: Any, cls: Any, count: int, keywords: tuple[str, ...]
) -> tuple[Any, ...] | None:
    """The attributes that a class pattern with `count` positional and some keyword sub-patterns
    matches against; None where the subject is no instance or lacks one (`match_class`)."""
    if not isinstance(cls, type):
        host.fail_with(host.match_statement, subject, cls)
    if not isinstance(subject, cls):
        return None
    seen: set[str] = set()
    attributes: list[Any] = []
    if count:
        found = _positional(subject, cls, count, seen, attributes)
        if not found:
            return None
    for name in keywords:
        value = _attribute(subject, cls, name, seen)
        if value is NULL:
            return None
        attributes.append(value)
    return tuple(attributes)


def _positional(subject: Any, cls: type, count: int, seen: set[str], attributes: list[Any]) -> bool:
    try:
        names = cls.__match_args__  # type: ignore[attr-defined]
    except AttributeError:
        names = ()
        whole = bool(_flags(cls) & _MATCH_SELF)
    else:
        whole = False
        if type(names) is not tuple:
            raise TypeError(
                f"{cls.__name__}.__match_args__ must be a tuple (got {type(names).__name__})"
            )
    allowed = 1 if whole else len(names)
    if allowed < count:
        plural = "" if allowed == 1 else "s"
        raise TypeError(
            f"{cls.__name__}() accepts {allowed} positional sub-pattern{plural} ({count} given)"
        )
    if whole:
        attributes.append(subject)
        return True
    for name in names[:count]:
        if type(name) is not str:
            raise TypeError(f"__match_args__ elements must be strings (got {type(name).__name__})")
        value = _attribute(subject, cls, name, seen)
        if value is NULL:
            return False
        attributes.append(value)
    return True


def _attribute(subject: Any, cls: type, name: str, seen: set[str]) -> Any:
    if name in seen:
        raise TypeError(f"{cls.__name__}() got multiple sub-patterns for attribute {name!r}")
    seen.add(name)
    try:
        return getattr(subject, name)
    except AttributeError:
        return NULL


hide_all(globals())
