"""One text for a value, the same in every interpreter. Runs in Python 3.8 and later."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r" at 0x[0-9a-f]+")


def canonical(value: object) -> str:
    """What `value` is: type and content, but no address, no set order, no Unicode version."""
    name = type(value).__name__
    if name in ("code", "CodeObject"):
        prefix = "co_" if name == "code" else ""
        fields = [getattr(value, prefix + field) for field in ("name", "firstlineno")]
        return f"code {fields!a}"
    if isinstance(value, (frozenset, set)):
        return "frozenset{" + ", ".join(sorted(map(canonical, value))) + "}"
    if isinstance(value, (tuple, list)):
        return "(" + ", ".join(map(canonical, value)) + ")"
    if isinstance(value, type) or name == "builtin_function_or_method":
        return f"named {getattr(value, '__name__')}"  # noqa: B009
    if isinstance(value, (int, str, bytes, float, complex)) or value in (None, ...):
        return f"{name} {value!a}"
    if isinstance(value, slice):
        return f"slice {canonical((value.start, value.stop, value.step))}"
    if repr(value) == "<unknown>":
        return "unknown"
    raise TypeError(f"no text for a {name}")


def canonical_repr(argrepr: str, argval: object) -> str:
    """`argrepr` where it is one text in every process; a sign that it is repr(argval) if not."""
    if "frozenset({" in argrepr:
        return "=repr" if argrepr == repr(argval) else argrepr
    return _ADDRESS.sub("", argrepr) if " at 0x" in argrepr else argrepr
