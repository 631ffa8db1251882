"""Constants as text, in Python's syntax, and back: every one exactly, nothing is evaluated."""

from __future__ import annotations

import ast
import re
import struct
import warnings

from peephole.code.constants import FrozenDict, OrderedFrozenSet, OrderedSet
from peephole.code.objects import CodeObject
from peephole.errors import PeepholeError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_MOST_BITS = 1 << 13  # Python refuses to read and write much larger integers in decimal
_NAN = struct.pack("<d", float("nan"))
_ATOMS: dict[str, object] = {
    "None": None,
    "True": True,
    "False": False,
    "Ellipsis": ...,
    "StopIteration": StopIteration,
    "nan": float("nan"),
    "inf": float("inf"),
}
_BARE = re.compile(r"[A-Za-z_.<][A-Za-z0-9_.<>]*")


class LiteralError(PeepholeError):
    """Text that is no constant."""


class CodeReference:
    """Stands for the code object of a section until all sections are read."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CodeReference) and other.name == self.name

    def __hash__(self) -> int:
        return hash(self.name)


def literal(value: object, code_name: Callable[[CodeObject], str]) -> str:
    """The text of a constant; `code_name` names code objects."""

    def text(value: object) -> str:
        return literal(value, code_name)

    kind = type(value)
    if value is None or kind is bool or kind is bytes or value is StopIteration:
        return "StopIteration" if value is StopIteration else repr(value)
    if value is ...:
        return "Ellipsis"
    if kind is str:
        return repr(value)
    if kind is int:
        assert isinstance(value, int)
        return repr(value) if value.bit_length() < _MOST_BITS else hex(value)
    if isinstance(value, float):
        return _float_text(value)
    if isinstance(value, complex):
        return f"complex({_float_text(value.real)}, {_float_text(value.imag)})"
    if isinstance(value, CodeObject):
        return f"code({code_name(value)!r})"
    if isinstance(value, tuple):
        return f"({', '.join(map(text, value))}{',' if len(value) == 1 else ''})"
    if isinstance(value, frozenset):
        return f"frozenset([{', '.join(map(text, value))}])"
    if isinstance(value, (list, set)):
        inside = f"[{', '.join(map(text, value))}]"
        return inside if kind is list else f"set({inside})"
    if isinstance(value, slice):
        return f"slice({text(value.start)}, {text(value.stop)}, {text(value.step)})"
    if isinstance(value, (dict, FrozenDict)):
        items: Any = value
        inside = ", ".join([f"{text(key)}: {text(each)}" for key, each in items.items()])
        return f"{{{inside}}}" if kind is dict else f"frozendict({{{inside}}})"
    raise LiteralError(f"a {kind.__name__} is no constant of a code object")


def _float_text(value: float) -> str:
    if value == value or struct.pack("<d", value) == _NAN:
        return repr(value)
    return f"nan({int.from_bytes(struct.pack('<d', value), 'little'):#x})"


def parsed(text: str) -> object:
    """The constant that a text is; code objects are CodeReferences. LiteralError."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text.strip(), mode="eval")
        return _value(tree.body)
    except (SyntaxError, ValueError, TypeError, OverflowError, RecursionError, MemoryError):
        shown = text if len(text) < 60 else text[:57] + "..."
        raise LiteralError(f"{shown} is no constant") from None


def _value(node: ast.expr) -> object:
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.Name) and node.id in _ATOMS:
        return _ATOMS[node.id]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        value = _value(node.operand)
        if type(value) in (int, float):
            return -value  # type: ignore[operator]
    if isinstance(node, ast.Tuple):
        return tuple(map(_value, node.elts))
    if isinstance(node, ast.List):
        return list(map(_value, node.elts))
    if isinstance(node, ast.Dict):
        keys = [_value(key) for key in node.keys if key is not None]
        return dict(zip(keys, map(_value, node.values), strict=True))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and not node.keywords:
        make = _CALLS.get(node.func.id)
        if make is not None:
            return make(*map(_value, node.args))
    raise ValueError


def _nan(bits: Any) -> float:
    value: float = struct.unpack("<d", int(bits).to_bytes(8, "little"))[0]
    return value


_CALLS: dict[str, Callable[..., object]] = {
    "frozenset": OrderedFrozenSet,
    "set": OrderedSet,
    "slice": slice,
    "complex": complex,
    "frozendict": FrozenDict,
    "nan": _nan,
    "code": CodeReference,
}


def name_text(name: str) -> str:
    """A name, quoted where it is more than letters, digits, dots and angle brackets."""
    return name if _BARE.fullmatch(name) else ascii(name)


def parsed_name(text: str) -> str:
    """The name that a text is, quoted or not. LiteralError."""
    if text[:1] in "'\"":
        value = parsed(text)
        if isinstance(value, str):
            return value
    elif text and not any(sign in text for sign in " '\"#;"):
        return text
    raise LiteralError(f"{text!r} is no name")


_WORD = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\S+""")


def words(text: str) -> list[str]:
    """The words of a line; quoted ones may have spaces."""
    return _WORD.findall(text)


_PIECE = re.compile(r"""(?:[^;'"]|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")*""")


def without_comment(line: str) -> str:
    """A line up to a `;` outside of quotes."""
    if ";" not in line:
        return line.rstrip()
    match = _PIECE.match(line)
    end = match.end() if match else 0
    # An apostrophe that nothing closes: the reader of the operand says what is wrong with it.
    return (line[:end] if line[end : end + 1] == ";" else line).rstrip()
