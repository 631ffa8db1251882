"""The shape of marshal data: what is neither told by a code object nor by its version.

A byte for the type of each object, with FLAG_REF where the process that wrote it had more than one
reference to it, in the order of the data; a reference is followed by its number (4 bytes).
`writer.write_by_shape` makes the data from the shape and the objects.
"""

from __future__ import annotations

from .formats import Format, format_of
from .objects import CodeObject
from .writer import COUNT_SIZE, REF, SINGLETON_TYPES, end_of_single, write_marshal

_CODE, _SLICE = ord("c"), ord(":")


def shape_of(code: CodeObject) -> bytes | None:
    """The shape of a code object that was read; None if it is written in our own way."""
    if code._source is None:
        return None
    data = write_marshal(code)
    shape = bytearray()
    _walk(data, 0, format_of(code.version), shape)
    return bytes(shape)


def _walk(data: bytes, position: int, format: Format, shape: bytearray) -> int:
    """Append the shape of the object at `position`; return where it ends."""
    tag = data[position]
    kind = tag & 0x7F
    shape.append(tag)
    if kind == REF:
        shape += data[position + 1 : position + 5]
        return position + 5
    if kind in SINGLETON_TYPES:
        return position + 1
    if kind in b"{}":
        position += 1
        while data[position] != ord("0"):
            position = _walk(data, position, format, shape)
        return position + 1
    if kind == _CODE:
        position += 1 + 4 * len(format.counts)
        for _ in format.objects:
            position = _walk(data, position, format, shape)
        position += 4
        for _ in format.tail:
            position = _walk(data, position, format, shape)
        return position
    if kind != _SLICE and kind not in COUNT_SIZE:
        return end_of_single(data, position, kind)
    size = COUNT_SIZE.get(kind, 0)
    count = int.from_bytes(data[position + 1 : position + 1 + size], "little") if size else 3
    position += 1 + size
    for _ in range(count):
        position = _walk(data, position, format, shape)
    return position
