"""Marshal data to objects, trusting nothing.

Source of the format: r_object() in Python/marshal.c. Nothing is executed, no object but plain
constants and CodeObjects is made, and nothing is allocated that the input's size does not justify.
References make small inputs stand for huge values (a tuple of ten references to a tuple of ten
references to ...), which hashing, comparing or showing would then walk for ever: what references
repeat is therefore limited in proportion to the input.
"""

from __future__ import annotations

import struct
from itertools import repeat

from .constants import FrozenDict, OrderedFrozenSet, OrderedSet
from .errors import MarshalError
from .formats import Format, format_of
from .objects import CodeFields, CodeObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Values = list[object]

MAX_DEPTH = 400
"""Levels of nesting that are read. CPython reads 2,000; compilers stay under 250."""

_REPEATED_PER_BYTE = 16
_REPEATED_AT_LEAST = 1 << 20
_LONG_TEXT = 256

_UNFINISHED = object()
"""Stands in the list of references for an object whose contents are still being read."""

_SINGLETONS: dict[int, object] = {
    ord("N"): None,
    ord("T"): True,
    ord("F"): False,
    ord("."): Ellipsis,
    ord("S"): StopIteration,
}
_LONG_TEXTS = {
    ord("a"): "latin-1",
    ord("A"): "latin-1",
    ord("u"): "utf-8",
    ord("t"): "utf-8",
}
_SINCE = {ord(":"): 5, ord("}"): 6}  # marshal version that brought the type

_unpack_int = struct.Struct("<i").unpack_from
_unpack_size = struct.Struct("<I").unpack_from
_unpack_int64 = struct.Struct("<q").unpack_from
_unpack_double = struct.Struct("<d").unpack_from


def read_marshal(data: bytes, version: str, start: int = 0) -> tuple[object, int]:
    """Read one object of a version's marshal data; return it and where its bytes end.

    Offsets in errors (MarshalError) count from the beginning of `data`, not from `start`. A
    CodeObject that is the outermost object keeps `data`, to be written the same way again.
    """
    value, end = _read(data, start, format_of(version))
    if type(value) is CodeObject:
        object.__setattr__(value, "_source", (data, start))
    return value, end


def _read(data: bytes, start: int, format: Format) -> tuple[object, int]:
    # One closure over the position is the fastest shape that pure Python has for this: no
    # attribute is looked up and no call made for the common small objects.
    size = len(data)
    position = start
    references: list[object] = []
    add_reference = references.append
    weights: dict[int, int] = {}
    repeated = 0
    most_repeated = _REPEATED_PER_BYTE * size + _REPEATED_AT_LEAST

    def items(count: int, depth: int) -> Values:
        """Read `count` objects."""
        nonlocal position, repeated
        if depth > MAX_DEPTH:
            raise MarshalError(position, f"nested more than {MAX_DEPTH} levels deep")
        values: Values = []
        add = values.append
        for _ in repeat(None, count):
            tag = data[position]
            if tag == 0x72:  # 'r'
                (index,) = _unpack_size(data, position + 1)
                value = references[index]
                if value is _UNFINISHED:
                    raise MarshalError(position, "a reference to an object that it is part of")
                if index in weights:
                    repeated += weights[index]
                    if repeated > most_repeated:
                        raise MarshalError(position, "references repeat far more than is there")
                position += 5
                add(value)
                continue
            kind = tag & 0x7F
            if kind == 0x5A or kind == 0x7A:  # 'Z', 'z'
                end = position + 2 + data[position + 1]
                value = data[position + 2 : end].decode("latin-1")
                position = end
            elif kind == 0x73:  # 's'
                (length,) = _unpack_size(data, position + 1)
                if length > size - position - 5:
                    sized(position)
                value = data[position + 5 : position + 5 + length]
                if length > _LONG_TEXT and tag & 0x80:
                    weights[len(references)] = length
                position += 5 + length
            elif kind in nested:
                if tag & 0x80:
                    index = len(references)
                    add_reference(_UNFINISHED)
                    begin = position + repeated
                    value = nested[kind](depth)
                    references[index] = value
                    weights[index] = position + repeated - begin
                else:
                    value = nested[kind](depth)
                add(value)
                continue
            elif kind == 0x69:  # 'i'
                (value,) = _unpack_int(data, position + 1)
                position += 5
            elif kind in _SINGLETONS:
                if tag & 0x80:
                    raise MarshalError(position, f"type {chr(kind)!r} cannot be referred to")
                value = _SINGLETONS[kind]
                position += 1
            else:
                value = scalar(kind, tag)
            if tag & 0x80:
                add_reference(value)
            add(value)
        return values

    def sized(at: int) -> tuple[int, int]:
        """Where the contents of the sized object at `at` begin and end."""
        (length,) = _unpack_size(data, at + 1)
        if length > size - at - 5:
            raise MarshalError(at, f"size {length} with {max(size - at - 5, 0)} bytes left")
        return at + 5, at + 5 + length

    def scalar(kind: int, tag: int) -> object:
        nonlocal position
        at = position
        value: object
        if kind in _LONG_TEXTS:
            begin, position = sized(at)
            try:
                value = data[begin:position].decode(_LONG_TEXTS[kind], "surrogatepass")
            except UnicodeDecodeError as error:
                raise MarshalError(begin + error.start, "text that is not UTF-8") from None
            if tag & 0x80 and position - begin > _LONG_TEXT:
                weights[len(references)] = position - begin
        elif kind == 0x6C:  # 'l'
            value, position = _read_long(data, at)
            if tag & 0x80 and position - at > _LONG_TEXT:
                weights[len(references)] = position - at
        elif kind == 0x67:  # 'g'
            (value,) = _unpack_double(data, at + 1)
            position += 9
        elif kind == 0x79:  # 'y'
            (real,) = _unpack_double(data, at + 1)
            (imaginary,) = _unpack_double(data, at + 9)
            value = complex(real, imaginary)
            position += 17
        elif kind == 0x49:  # 'I'
            (value,) = _unpack_int64(data, at + 1)
            position += 9
        elif kind in (0x66, 0x78):  # 'f', 'x'
            real, position = _read_text_float(data, at + 1)
            value = real
            if kind == 0x78:
                imaginary, position = _read_text_float(data, position)
                value = complex(real, imaginary)
        else:
            raise MarshalError(at, f"no object has type {bytes((kind,))!r}")
        return value

    def counted(depth: int) -> Values:
        """The objects of a container whose count takes four bytes."""
        nonlocal position
        at = position
        _, end = sized(at)  # each object takes at least a byte
        position += 5
        return items(end - at - 5, depth + 1)

    def short_tuple(depth: int) -> object:
        nonlocal position
        count = data[position + 1]
        position += 2
        return tuple(items(count, depth + 1))

    def read_set(depth: int) -> object:
        at = position
        values = counted(depth)
        try:
            return (OrderedSet if data[at] & 0x7F == 0x3C else OrderedFrozenSet)(values)
        except TypeError:
            raise MarshalError(at, "a set of objects that cannot be in a set") from None

    def read_dict(depth: int) -> object:
        nonlocal position
        at = position
        kind = data[at] & 0x7F
        check_since(kind)
        position += 1
        content: dict[object, object] = {}
        while data[position] != 0x30:  # '0'
            key, value = items(2, depth + 1)
            try:
                if key in content:
                    raise MarshalError(at, "a dict with a key twice")
                content[key] = value
            except TypeError:
                raise MarshalError(at, "a dict with a key that cannot be one") from None
        position += 1
        return content if kind == 0x7B else FrozenDict(content)

    def read_slice(depth: int) -> object:
        nonlocal position
        check_since(0x3A)
        position += 1
        return slice(*items(3, depth + 1))

    def check_since(kind: int) -> None:
        if format.marshal_version < _SINCE.get(kind, 0):
            raise MarshalError(position, f"Python {format.version} has no type {chr(kind)!r}")

    def read_code(depth: int) -> object:
        nonlocal position
        at = position
        counts = format.unpack_counts(data, at + 1)
        position += 1 + 4 * len(counts)
        objects = items(len(format.objects), depth + 1)
        (firstlineno,) = _unpack_int(data, position)
        position += 4
        objects += items(len(format.tail), depth + 1)
        return _make_code(format, at, counts, objects, firstlineno)

    nested: dict[int, Callable[[int], object]] = {
        0x28: lambda depth: tuple(counted(depth)),  # '('
        0x29: short_tuple,  # ')'
        0x5B: counted,  # '['
        0x3C: read_set,  # '<'
        0x3E: read_set,  # '>'
        0x7B: read_dict,  # '{'
        0x7D: read_dict,  # '}'
        0x3A: read_slice,  # ':'
        0x63: read_code,  # 'c'
    }
    try:
        (value,) = items(1, 0)
    except IndexError:
        if position + 5 <= size and data[position] == 0x72:
            raise MarshalError(position, "a reference to an object that is not there") from None
        raise MarshalError(size, "the data ends within an object") from None
    except struct.error:
        raise MarshalError(size, "the data ends within an object") from None
    except RecursionError:
        raise MarshalError(position, "nested deeper than there is stack left") from None
    if position > size:
        raise MarshalError(size, "the data ends within an object")
    return value, position


def _make_code(
    format: Format, at: int, counts: tuple[int, ...], objects: Values, firstlineno: int
) -> CodeObject:
    if min(counts) < 0 or list(map(type, objects)) != format.types:
        raise _wrong_field(format, at, counts, objects)
    code = CodeFields()
    fill = _fillers.get(format.version) or _filler(format)
    fill(code, counts, objects)
    code.version = format.version
    code.firstlineno = firstlineno
    code.header = None
    code._source = None
    try:
        if format.has_localsplus:
            # Joining is the fastest way to see that there are only strings.
            "".join(code.names)
            "".join(code.localsplusnames)
            if len(code.localsplusnames) != len(code.localspluskinds):
                raise MarshalError(at, "a code object with not one kind for each local variable")
        else:
            "".join((*code.names, *code.varnames, *code.freevars, *code.cellvars))
            code.qualname = code.name
            code.exceptiontable = b""
    except TypeError:
        raise MarshalError(at, "a code object with a name that is not a string") from None
    if len(code.code) % 2:
        raise MarshalError(at, "a code object whose bytecode ends within an instruction")
    return code.sealed()


_fillers: dict[str, Callable[[CodeFields, tuple[int, ...], Values], None]] = {}


def _filler(format: Format) -> Callable[[CodeFields, tuple[int, ...], Values], None]:
    """A function that assigns the fields of a version's code objects, in the order of the file.

    Made from their names like a namedtuple's methods; setattr() for each would take a tenth of
    the time of all reading.
    """
    counts = ", ".join([f"code.{name}" for name in format.counts])
    objects = ", ".join([f"code.{name}" for name in format.objects + format.tail])
    namespace: dict[str, Callable[[CodeFields, tuple[int, ...], Values], None]] = {}
    lines = f"def fill(code, counts, objects):\n ({counts}) = counts\n ({objects}) = objects\n"
    exec(lines, namespace)
    _fillers[format.version] = namespace["fill"]
    return namespace["fill"]


def _wrong_field(format: Format, at: int, counts: tuple[int, ...], objects: Values) -> MarshalError:
    """What is wrong with the types or counts of a code object's fields."""
    for name, count in zip(format.counts, counts, strict=True):
        if count < 0:
            return MarshalError(at, f"a code object with {name} {count}")
    names = format.objects + format.tail
    wrong = zip(names, objects, format.types, strict=True)
    name, value, expected = next(row for row in wrong if type(row[1]) is not row[2])
    found = type(value).__name__
    return MarshalError(at, f"a code object whose {name} is {found}, not {expected.__name__}")


def _read_long(data: bytes, at: int) -> tuple[int, int]:
    """Read the integer whose type byte is at `at`: 15-bit digits, the sign in their count."""
    (count,) = _unpack_int(data, at + 1)
    begin = at + 5
    end = begin + 2 * abs(count)
    if end > len(data):
        raise MarshalError(at, f"an integer of {abs(count)} digits, of which not all are there")
    digits = struct.unpack(f"<{abs(count)}H", data[begin:end])
    if digits and (max(digits) >> 15 or not digits[-1]):
        raise MarshalError(at, "an integer with a digit out of range")
    if len(digits) < 8:
        value = 0
        for digit in reversed(digits):
            value = value << 15 | digit
    else:
        # Reading base 2 takes linear time; shifting so many digits together does not.
        value = int("".join([f"{digit:015b}" for digit in reversed(digits)]), 2)
    return -value if count < 0 else value, end


def _read_text_float(data: bytes, at: int) -> tuple[float, int]:
    """Read a float written as text (marshal versions 0 and 1, which load() still reads)."""
    end = at + 1 + data[at]
    try:
        return float(data[at + 1 : end]), end
    except ValueError:
        raise MarshalError(at, "a float that is not a number") from None
