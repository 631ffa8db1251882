"""Texts for values, made without running any code of the values' own.

Only objects of exact builtin types are looked into; all else is shown by the name of its class.
So a `__repr__` that fails, prints or never ends has no part in it, nor has a metaclass, a
property, or a `__class__` that lies.
"""

from __future__ import annotations

import types
from itertools import islice

from peephole.machine.hiding import hidden
from peephole.machine.values import NULL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

MAX_TEXT = 60  # characters of one string, bytes or number
MAX_ITEMS = 4  # items of one container
MAX_DEPTH = 3  # containers within each other
_MAX_BITS = 256  # of an int that is written out

_name_of_class = type.__dict__["__name__"].__get__
_arguments = BaseException.__dict__["args"].__get__


@hidden
def shorten(value: object, depth: int = MAX_DEPTH) -> str:
    """Return a text of one line for `value`, looking at most `depth` containers deep."""
    if value is NULL:
        return "NULL"
    kind = type(value)
    if type(kind) is type:  # a metaclass could have its own idea of hashing
        show = _EXACT.get(kind)
        if show is not None:
            return show(value, depth)
    name = _plain(_name_of_class(kind))
    if issubclass(kind, BaseException):
        return name + "(" + _items(_arguments(value), depth) + ")"
    if issubclass(kind, type):
        return _class(value, depth)  # type: ignore[arg-type]
    return f"<{name} object>"


@hidden
def shorten_text(text: str, limit: int) -> str:
    """Cut the middle out of a text longer than `limit` characters."""
    if len(text) <= limit:
        return text
    head = (limit - 3) * 2 // 3
    return text[:head] + "..." + text[len(text) - (limit - 3 - head) :]


@hidden
def _plain(name: str) -> str:
    """Return a name that guest code has set as an exact str, shortened."""
    if type(name) is not str:
        name = str.__str__(name)
    return shorten_text(name, MAX_TEXT)


@hidden
def _repr(value: object, depth: int) -> str:
    return repr(value)


@hidden
def _int(value: int, depth: int) -> str:
    if value.bit_length() > _MAX_BITS:
        return f"<int of {value.bit_length()} bits>"
    return repr(value)


@hidden
def _text(value: Any, depth: int) -> str:
    if len(value) > 2 * MAX_TEXT:  # what is left out here would be cut anyway
        value = value[:MAX_TEXT] + value[-MAX_TEXT:]
    return shorten_text(repr(value), MAX_TEXT)


@hidden
def _items(values: Iterable[Any], depth: int) -> str:
    """Join the texts of the first items; "..." stands for what is left out."""
    if depth <= 0:
        return "..."
    first = list(islice(values, MAX_ITEMS + 1))
    texts = [shorten(value, depth - 1) for value in first[:MAX_ITEMS]]
    if len(first) > MAX_ITEMS:
        texts.append("...")
    return ", ".join(texts)


@hidden
def _tuple(value: tuple[Any, ...], depth: int) -> str:
    comma = "," if len(value) == 1 else ""
    return f"({_items(value, depth)}{comma})" if value else "()"


@hidden
def _list(value: list[Any], depth: int) -> str:
    return f"[{_items(value, depth)}]" if value else "[]"


@hidden
def _set(value: set[Any], depth: int) -> str:
    return "{" + _items(value, depth) + "}" if value else "set()"


@hidden
def _frozenset(value: frozenset[Any], depth: int) -> str:
    return "frozenset({" + _items(value, depth) + "})" if value else "frozenset()"


@hidden
def _dict(value: dict[Any, Any], depth: int) -> str:
    if not value:
        return "{}"
    if depth <= 0:
        return "{...}"
    first = list(islice(value.items(), MAX_ITEMS + 1))
    texts = [
        f"{shorten(key, depth - 1)}: {shorten(item, depth - 1)}" for key, item in first[:MAX_ITEMS]
    ]
    if len(first) > MAX_ITEMS:
        texts.append("...")
    return "{" + ", ".join(texts) + "}"


@hidden
def _slice(value: slice, depth: int) -> str:
    return "slice(" + _items((value.start, value.stop, value.step), depth) + ")"


@hidden
def _range(value: range, depth: int) -> str:
    parts = (value.start, value.stop, value.step)
    return "range(" + _items(parts if value.step != 1 else parts[:2], depth) + ")"


@hidden
def _named(value: Any, depth: int) -> str:
    return f"<{_name_of_class(type(value))} {_plain(value.__qualname__)}>"


@hidden
def _method(value: types.MethodType, depth: int) -> str:
    function = value.__func__
    if type(function) is types.FunctionType:
        return f"<method {_plain(function.__qualname__)}>"
    return "<method>"


@hidden
def _builtin(value: types.BuiltinFunctionType, depth: int) -> str:
    return f"<built-in {value.__name__}>"


@hidden
def _code(value: types.CodeType, depth: int) -> str:
    return f"<code {_plain(value.co_qualname)}>"


@hidden
def _module(value: types.ModuleType, depth: int) -> str:
    name = types.ModuleType.__getattribute__(value, "__dict__").get("__name__")
    return f"<module {_plain(name)}>" if type(name) is str else "<module>"


@hidden
def _class(value: type, depth: int) -> str:
    return f"<class {_plain(_name_of_class(value))}>"


@hidden
def _cell(value: types.CellType, depth: int) -> str:
    try:
        return f"<cell: {shorten(value.cell_contents, depth - 1)}>"
    except ValueError:
        return "<cell: empty>"


_EXACT: dict[type, Callable[[Any, int], str]] = {
    type(None): _repr,
    type(...): _repr,
    type(NotImplemented): _repr,
    bool: _repr,
    int: _int,
    float: _repr,
    complex: _repr,
    str: _text,
    bytes: _text,
    bytearray: _text,
    tuple: _tuple,
    list: _list,
    set: _set,
    frozenset: _frozenset,
    dict: _dict,
    slice: _slice,
    range: _range,
    types.FunctionType: _named,
    types.GeneratorType: _named,
    types.CoroutineType: _named,
    types.AsyncGeneratorType: _named,
    types.MethodType: _method,
    types.BuiltinFunctionType: _builtin,
    types.CodeType: _code,
    types.ModuleType: _module,
    types.CellType: _cell,
    type: _class,
}
