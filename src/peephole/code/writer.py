"""Objects to marshal data, byte for byte as CPython wrote them where they were read.

What marshal writes depends on more than the objects: FLAG_REF is set on whatever had more than one
reference in the process that wrote, strings are marked if they were interned there, numbers and
tuples come in two sizes. None of that can be known from the objects, so a code object that was
read keeps the bytes it came from, and they say which *type* each object is written with, and where
a reference stands; the contents always come from the objects. An object that no longer fits (a
field was replaced) is written in our own way, which gives FLAG_REF to what is written twice.

Source of the format: w_object() and w_ref() in Python/marshal.c.
"""

from __future__ import annotations

import struct

from peephole.errors import PeepholeError

from .constants import FrozenDict, OrderedFrozenSet, OrderedSet
from .formats import Format, format_of
from .objects import CodeObject, constant_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

REF = ord("r")
_FLAG_REF = 0x80
_SINGLETONS: dict[object, int] = {
    None: ord("N"),
    True: ord("T"),
    False: ord("F"),
    Ellipsis: ord("."),
    StopIteration: ord("S"),
}
SINGLETON_TYPES = frozenset(_SINGLETONS.values())
_TEXT_CODECS = {
    "a": "latin-1",
    "A": "latin-1",
    "z": "latin-1",
    "Z": "latin-1",
    "u": "utf-8",
    "t": "utf-8",
}


class _Mismatch(Exception):
    """The object is not one that was read at this place."""


def write_marshal(value: object, version: str | None = None) -> bytes:
    """The marshal data of an object in a version's format (a code object's own by default).

    PeepholeError for what the format cannot hold, and for code of another version.
    """
    if version is None:
        if not isinstance(value, CodeObject):
            raise PeepholeError("the Python version whose marshal format to write is needed")
        version = value.version
    format = format_of(version)
    if isinstance(value, CodeObject) and value._source is not None:
        data, start = value._source
        try:
            return _AsRead(format, data, start).write(value)
        except _Mismatch:
            pass
    return _Anew(format, value).write()


# --- contents of single objects, without the type byte


def _pack_int(value: object) -> bytes:
    if type(value) is not int or not -(1 << 31) <= value < 1 << 31:
        raise _Mismatch
    return value.to_bytes(4, "little", signed=True)


def _pack_int64(value: object) -> bytes:
    if type(value) is not int or not -(1 << 63) <= value < 1 << 63:
        raise _Mismatch
    return value.to_bytes(8, "little", signed=True)


def _pack_long(value: object) -> bytes:
    if type(value) is not int:
        raise _Mismatch
    digits = []
    if value.bit_length() < 1 << 10:
        rest = abs(value)
        while rest:
            digits.append(rest & 0x7FFF)
            rest >>= 15
    else:
        # Base 2 text takes linear time for huge numbers; shifting them digit by digit does not.
        bits = f"{abs(value):b}"
        digits = [int(bits[max(end - 15, 0) : end], 2) for end in range(len(bits), 0, -15)]
    count = -len(digits) if value < 0 else len(digits)
    return struct.pack(f"<i{len(digits)}H", count, *digits)


def _pack_double(value: object) -> bytes:
    if type(value) is not float:
        raise _Mismatch
    return struct.pack("<d", value)


def _pack_complex(value: object) -> bytes:
    if type(value) is not complex:
        raise _Mismatch
    return struct.pack("<dd", value.real, value.imag)


def _pack_text_float(value: object) -> bytes:
    if type(value) is not float:
        raise _Mismatch
    text = f"{value:.17g}".encode()
    return bytes((len(text),)) + text


def _pack_text_complex(value: object) -> bytes:
    if type(value) is not complex:
        raise _Mismatch
    return _pack_text_float(value.real) + _pack_text_float(value.imag)


def _pack_bytes(value: object) -> bytes:
    if type(value) is not bytes:
        raise _Mismatch
    return len(value).to_bytes(4, "little") + value


def _pack_text(codec: str, count_size: int) -> Callable[[object], bytes]:
    def pack(value: object) -> bytes:
        if type(value) is not str:
            raise _Mismatch
        try:
            text = value.encode(codec, "surrogatepass" if codec == "utf-8" else "strict")
            return len(text).to_bytes(count_size, "little") + text
        except (UnicodeEncodeError, OverflowError):
            raise _Mismatch from None

    return pack


_PACK: dict[int, Callable[[object], bytes]] = {
    ord("i"): _pack_int,
    ord("I"): _pack_int64,
    ord("l"): _pack_long,
    ord("g"): _pack_double,
    ord("y"): _pack_complex,
    ord("f"): _pack_text_float,
    ord("x"): _pack_text_complex,
    ord("s"): _pack_bytes,
    **{
        ord(kind): _pack_text(codec, 1 if kind in "zZ" else 4)
        for kind, codec in _TEXT_CODECS.items()
    },
}

# --- containers: their elements in the order they are written


def _set_elements(value: object) -> Iterable[object]:
    if isinstance(value, (OrderedFrozenSet, OrderedSet)):
        return value.elements
    if isinstance(value, (set, frozenset)):
        # Any order will do; sorted by what is written it is the same every time, as CPython has
        # it since 3.11.
        return sorted(value, key=_sort_key)
    raise _Mismatch


def _sort_key(element: object) -> bytes:
    return _Anew(format_of("3.15"), element).write()


_CONTAINERS: dict[type, int] = {
    tuple: ord("("),
    list: ord("["),
    set: ord("<"),
    OrderedSet: ord("<"),
    frozenset: ord(">"),
    OrderedFrozenSet: ord(">"),
    dict: ord("{"),
    FrozenDict: ord("}"),
    slice: ord(":"),
    CodeObject: ord("c"),
}
COUNT_SIZE = {ord(")"): 1, ord("("): 4, ord("["): 4, ord("<"): 4, ord(">"): 4}


def _elements(kind: int, value: object, format: Format) -> list[object]:
    """The objects inside a container of the type `kind`; those of code up to its line number."""
    if _CONTAINERS.get(type(value)) != (ord("(") if kind == ord(")") else kind):
        raise _Mismatch
    if isinstance(value, CodeObject):
        if value.version != format.version:
            raise PeepholeError(
                f"code of Python {value.version} inside data of Python {format.version}"
            )
        return [getattr(value, name) for name in format.objects]
    if isinstance(value, slice):
        return [value.start, value.stop, value.step]
    if isinstance(value, (set, frozenset)):
        return list(_set_elements(value))
    if isinstance(value, (tuple, list)):
        return list(value)
    items: Iterable[tuple[object, object]] = value.items()  # type: ignore[attr-defined]
    return [element for pair in items for element in pair]


def _counts(code: CodeObject, format: Format) -> bytes:
    counts = [getattr(code, name) for name in format.counts]
    try:
        return struct.pack(f"<{len(counts)}i", *counts)
    except struct.error:
        raise PeepholeError(f"code object {code.name}: a count is out of range") from None


class _AsRead:
    """Writes an object with the types and references that `source` has from `position` on."""

    def __init__(self, format: Format, source: bytes, position: int) -> None:
        self.format = format
        self.source = source
        self.position = position
        self.references: list[object] = []
        self.out = bytearray()

    def write(self, value: object) -> bytes:
        self.one(value)
        return bytes(self.out)

    def one(self, value: object) -> None:
        source, position = self.source, self.position
        tag = source[position]
        kind = tag & 0x7F
        if kind == REF:
            index = int.from_bytes(source[position + 1 : position + 5], "little")
            self.position += 5
            known = self.references[index]
            if known is not value and constant_key(known) != constant_key(value):
                # Something was replaced. Written out in full without FLAG_REF it disturbs no
                # other reference.
                self.out += _Anew(self.format, value, refer=False).write()
            else:
                self.out += source[position : position + 5]
            return
        self.out.append(tag)
        if tag & _FLAG_REF:
            self.references.append(value)
        if kind in SINGLETON_TYPES:
            if value.__hash__ is None or _SINGLETONS.get(value) != kind:
                raise _Mismatch
            self.position += 1
        elif kind in _PACK:
            self.out += _PACK[kind](value)
            self.position = self.end_of_single(position, kind)
        else:
            self.container(kind, value)

    def end_of_single(self, position: int, kind: int) -> int:
        """Where in the source the object ends that begins at `position` and is no container."""
        return end_of_single(self.source, position, kind)

    def skip(self, size: int) -> bytes:
        """Go on in the source, and give what is passed."""
        passed = self.source[self.position : self.position + size]
        self.position += size
        return passed

    def container(self, kind: int, value: object) -> None:
        elements = _elements(kind, value, self.format)
        self.position += 1
        count_size = COUNT_SIZE.get(kind)
        if count_size:
            if len(elements) >> 8 * count_size:
                raise _Mismatch
            count = len(elements).to_bytes(count_size, "little")
            if self.skip(count_size) not in (count, b""):
                raise _Mismatch
            self.out += count
        elif isinstance(value, CodeObject):
            self.code(value, elements)
            return
        for element in elements:
            self.one(element)
        if kind in b"{}":
            if self.skip(1) not in (b"0", b""):
                raise _Mismatch
            self.out += b"0"

    def code(self, code: CodeObject, elements: list[object]) -> None:
        counts = _counts(code, self.format)
        self.out += counts
        self.skip(len(counts))
        for element in elements:
            self.one(element)
        self.out += code.firstlineno.to_bytes(4, "little", signed=True)
        self.skip(4)
        for name in self.format.tail:
            self.one(getattr(code, name))


class _ByShape(_AsRead):
    """The same, where `source` is a shape (see shape.py): it has no contents."""

    def end_of_single(self, position: int, kind: int) -> int:
        return position + 1

    def skip(self, size: int) -> bytes:
        return b""


def write_by_shape(code: CodeObject, shape: bytes) -> bytes | None:
    """The marshal data of a code object with the types and references of a shape; None if it is
    not the shape of this object."""
    writer = _ByShape(format_of(code.version), shape, 0)
    try:
        data = writer.write(code)
    except (_Mismatch, IndexError):
        return None
    return data if writer.position == len(shape) else None


def end_of_single(source: bytes, position: int, kind: int) -> int:
    """Where the object that is no container ends whose type byte is at `position`."""
    if kind in _FIXED_SIZE:
        return position + 1 + _FIXED_SIZE[kind]
    if kind in b"zZf":
        return position + 2 + source[position + 1]
    if kind == ord("x"):
        imaginary = position + 2 + source[position + 1]
        return imaginary + 1 + source[imaginary]
    count = int.from_bytes(source[position + 1 : position + 5], "little", signed=True)
    return position + 5 + (2 * abs(count) if kind == ord("l") else count)


_FIXED_SIZE = {ord("i"): 4, ord("I"): 8, ord("g"): 8, ord("y"): 16}


class _Anew:
    """Writes an object with FLAG_REF for whatever is written a second time.

    Strings count as one where they are equal, everything else where it is one object.
    """

    def __init__(self, format: Format, value: object, refer: bool = True) -> None:
        self.format = format
        self.value = value
        self.out = bytearray()
        self.seen: dict[object, int] = {}
        self.index: dict[object, int] = {}
        self.refer = refer

    def write(self) -> bytes:
        if self.refer:
            self.count(self.value)
        self.one(self.value)
        return bytes(self.out)

    def identity(self, value: object) -> object:
        return value if type(value) in (str, bytes) else id(value)

    def count(self, value: object) -> None:
        """Count how often each object will be written."""
        if _is_singleton(value):
            return
        identity = self.identity(value)
        times = self.seen[identity] = self.seen.get(identity, 0) + 1
        kind = _CONTAINERS.get(type(value))
        if times == 1 and kind is not None:
            for element in _elements(kind, value, self.format):
                self.count(element)
            if isinstance(value, CodeObject):
                for name in self.format.tail:
                    self.count(getattr(value, name))

    def one(self, value: object) -> None:
        if _is_singleton(value):
            self.out.append(_SINGLETONS[value])
            return
        identity = self.identity(value)
        index = self.index.get(identity)
        if index is not None:
            self.out.append(REF)
            self.out += index.to_bytes(4, "little")
            return
        flag = 0
        if self.seen.get(identity, 0) > 1:
            flag = _FLAG_REF
            self.index[identity] = len(self.index)
        kind = _CONTAINERS.get(type(value))
        if kind is None:
            kind = _single_type(value)
            self.out.append(kind | flag)
            self.out += _PACK[kind](value)
        else:
            self.container(kind, flag, value)

    def container(self, kind: int, flag: int, value: object) -> None:
        elements = _elements(kind, value, self.format)
        if kind == ord("(") and len(elements) < 256:
            kind = ord(")")
        self.out.append(kind | flag)
        if isinstance(value, CodeObject):
            self.out += _counts(value, self.format)
        elif kind in COUNT_SIZE:
            self.out += len(elements).to_bytes(COUNT_SIZE[kind], "little")
        for element in elements:
            self.one(element)
        if isinstance(value, CodeObject):
            self.out += value.firstlineno.to_bytes(4, "little", signed=True)
            for name in self.format.tail:
                self.one(getattr(value, name))
        elif kind in b"{}":
            self.out += b"0"


def _is_singleton(value: object) -> bool:
    return (
        value is None or value is True or value is False or value is ... or value is StopIteration
    )


def _single_type(value: object) -> int:
    """The type that CPython writes an object with that is no container."""
    if type(value) is int:
        return ord("i") if -(1 << 31) <= value < 1 << 31 else ord("l")
    if type(value) is float:
        return ord("g")
    if type(value) is complex:
        return ord("y")
    if type(value) is bytes:
        return ord("s")
    if type(value) is str:
        # Identifiers are what the compiler interns (all_name_chars() in Objects/codeobject.c).
        interned = value.isascii() and value.replace("_", "a").isalnum()
        if not value.isascii():
            return ord("u")
        if len(value) < 256:
            return ord("Z") if interned else ord("z")
        return ord("A") if interned else ord("a")
    raise PeepholeError(f"an object of type {type(value).__name__} cannot be marshalled")
