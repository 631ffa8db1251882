"""Values of the stack as short texts, written as a person would write them in source."""

from __future__ import annotations

import re
from typing import NamedTuple

from peephole.code.constants import constant_repr

# How strongly the outermost operator of a text binds, loosest first (the Python reference,
# "Operator precedence").
LOOSE, LOGICAL, NOT, COMPARISON, BIT_OR, BIT_XOR, BIT_AND, SHIFT, SUM, PRODUCT, SIGN, POWER = range(
    12
)
AWAIT, ATOM = 12, 13

LIMIT = 40
"""The longest text of a value, in characters."""

ELLIPSIS = "..."

_BRACKETS_AND_QUOTES = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[()\[\]{}]""")
_DOTS = re.compile(r"\.{4,}")


class Value(NamedTuple):
    """One item of the value stack.

    - `text`: what it is, as an expression, or its name where paths disagree
    - `name`: what the definition of the instruction that pushed it calls it
    - `level`: how strongly the outermost operator of `text` binds
    - `inner`: its text in the place it is made for, if that is another one: a method that is
      called, a slice in a subscription, a piece of an f-string, an iterator that is awaited
    - `constant`: the tuple itself, if it is a constant one
    """

    text: str
    name: str
    level: int = ATOM
    inner: str | None = None
    constant: tuple[object, ...] | None = None


NULL = Value("NULL", "null")


def merged(left: Value, right: Value) -> Value:
    """What is known of an item that is `left` on one path and `right` on another."""
    if left == right:
        return left
    name = left.name if left.name == right.name else "value"
    if left.text == right.text:
        return Value(left.text, name, min(left.level, right.level))
    return Value(name, name, inner=left.inner if left.inner == right.inner else None)


def squeeze(text: str, limit: int = LIMIT) -> str:
    """`text` in at most `limit` characters: what stands in brackets goes first."""
    while len(text) > limit:
        pairs = [pair for pair in _brackets(text) if pair[1] - pair[0] > len(ELLIPSIS) + 1]
        if not pairs:
            return _cut(text, limit)
        excess = len(text) - limit + len(ELLIPSIS)
        enough = [pair for pair in pairs if pair[1] - pair[0] - 1 >= excess]
        # The smallest content whose loss is enough, or else the largest there is.
        choose = min(enough or pairs, key=lambda pair: (pair[1] - pair[0]) * (1 if enough else -1))
        text = text[: choose[0] + 1] + ELLIPSIS + text[choose[1] :]
    return text


def _brackets(text: str) -> list[tuple[int, int]]:
    """Where brackets open and close, those in quotes left out."""
    pairs = []
    opened: list[int] = []
    for token in _BRACKETS_AND_QUOTES.finditer(text):
        if token[0] in ("(", "[", "{"):
            opened.append(token.start())
        elif opened and token[0] in (")", "]", "}"):
            pairs.append((opened.pop(), token.start()))
    return pairs


def _cut(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    end = (limit - len(ELLIPSIS)) // 3
    cut = text[: limit - len(ELLIPSIS) - end] + ELLIPSIS + text[len(text) - end :]
    return _DOTS.sub(ELLIPSIS, cut)


def bound(value: Value, level: int, limit: int = LIMIT // 2) -> str:
    """The text of an operand, in parentheses if it binds less than `level`."""
    text = squeeze(value.text, limit)
    return text if value.level >= level else f"({text})"


def listed(texts: list[str], limit: int = LIMIT) -> str:
    """`a, b, c`, with dots for those that there is no place for."""
    shown: list[str] = []
    room = limit
    for index, text in enumerate(texts):
        room -= len(text) + 2
        if room < 0 and index:
            shown.append(ELLIPSIS)
            break
        shown.append(squeeze(text, limit))
    return ", ".join(shown)


def constant(value: object, name: str = "value") -> Value:
    """A constant: its repr; code objects by name."""
    if hasattr(value, "co_code") or type(value).__name__ == "CodeObject":
        code_name = getattr(value, "co_name", None) or getattr(value, "name", "")
        return Value(f"<code {code_name}>", name)
    # The repr of a long text or tuple is long; all that is shown is its beginning and end.
    if isinstance(value, (str, bytes)) and len(value) > 2 * LIMIT:
        text = repr(value[:LIMIT])[:-1] + repr(value[-LIMIT:])[1 + isinstance(value, bytes) :]
    else:
        text = constant_repr(value)
    negative = isinstance(value, (int, float)) and text.startswith("-")
    if isinstance(value, (str, bytes)):
        text = _cut(text, LIMIT)
    inner = value if isinstance(value, str) else None
    return Value(
        squeeze(text),
        name,
        SIGN if negative else ATOM,
        inner,
        value if isinstance(value, tuple) else None,
    )
