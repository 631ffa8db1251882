"""Inputs to begin with, and what is done to them."""

from __future__ import annotations

import base64
import gzip
import json
import random
from pathlib import Path
from typing import NamedTuple

from peephole import isa
from peephole.code import PycHeader, load, load_marshal

_HUGE = (0x7F, 0xFF, 0x80, 0x00)
_TABLES = ("code", "linetable", "exceptiontable", "localspluskinds")
_NESTING = (b")\x01", b"\xa9\x01", b"[\x01\0\0\0", b">\x01\0\0\0", b"\xa8\x01\0\0\0", b":", b"}N")
_LARGEST = 1200  # bytes of an input to begin with


class Input(NamedTuple):
    """Bytes of a .pyc file, and where in them the tables of its code objects are."""

    data: bytes
    tables: tuple[tuple[int, int], ...]


def seeds(directory: Path) -> list[Input]:
    """The .pyc data of the fixtures of all versions, and each code object in them by itself."""
    found: dict[bytes, None] = {}
    for path in sorted(directory.glob("*.json.gz")):
        version = path.name.removesuffix(".json.gz")
        header = PycHeader(isa.table(version).magic)
        for answer in json.loads(gzip.decompress(path.read_bytes()))["code"]:
            code = load_marshal(base64.b64decode(answer["marshal"]), version)
            for each in code.walk():
                data = each.dump(header)
                if len(data) <= _LARGEST:
                    found[data] = None
    return [as_input(data) for data in found]


def as_input(data: bytes) -> Input:
    """An input from data that can be loaded."""
    places = []
    for code in load(data).walk():
        for name in _TABLES:
            table = getattr(code, name)
            begin = data.find(table) if len(table) > 1 else -1
            if begin >= 0:
                places.append((begin, begin + len(table)))
    return Input(data, tuple(dict.fromkeys(places)))


def mutated(given: Input, others: list[Input], chance: random.Random) -> bytes:
    """The input's data with one to four things wrong."""
    broken = bytearray(given.data)
    for _ in range(chance.randint(1, 4)):
        if given.tables and chance.random() < 0.5:
            _break_table(broken, chance.choice(given.tables), chance)
        else:
            _break_anything(broken, others, chance)
    return bytes(broken)


def _break_table(broken: bytearray, place: tuple[int, int], chance: random.Random) -> None:
    """Change what is in a table, and sometimes its size, so that the rest can still be read."""
    begin, end = place
    at = min(chance.randrange(begin, end), len(broken) - 1)
    match chance.randrange(6):
        case 0:
            broken[at] = chance.randrange(256)
        case 1:
            broken[at] ^= 1 << chance.randrange(8)
        case 2:  # another opcode, or operand, or both
            broken[at & ~1 : (at & ~1) + 2] = chance.randbytes(2)
        case 3:
            length = min(chance.choice((2, 4, 10)), end - at)
            broken[at : at + length] = broken[begin : begin + length]
        case 4:
            broken[at : at + 4] = bytes(chance.choices(_HUGE, k=4))[: len(broken) - at]
        case _:  # longer or shorter, with the size changed accordingly
            size = int.from_bytes(broken[begin - 4 : begin], "little")
            if size != end - begin:
                return
            if chance.random() < 0.5:
                added = chance.randbytes(chance.choice((1, 2, 4)))
                broken[at:at] = added
                size += len(added)
            else:
                gone = min(chance.choice((1, 2, 4)), end - at)
                del broken[at : at + gone]
                size = max(size - gone, 0)
            broken[begin - 4 : begin] = size.to_bytes(4, "little")


def _break_anything(broken: bytearray, others: list[Input], chance: random.Random) -> None:
    at = chance.randrange(16, max(len(broken), 17))
    length = chance.choice((1, 2, 4, 5, 9, 40, 300))
    match chance.randrange(10):
        case 0:
            broken[at : at + 1] = bytes((chance.randrange(256),))
        case 1 if at < len(broken):
            broken[at] ^= 1 << chance.randrange(8)
        case 2:
            del broken[at:]
        case 3:
            del broken[at : at + length]
        case 4:
            broken[at:at] = broken[at : at + length] * chance.randint(1, 20)
        case 5:
            other = chance.choice(others).data
            start = chance.randrange(16, max(len(other), 17))
            broken[at : at + length] = other[start : start + length]
        case 6:
            broken[at : at + 4] = bytes(chance.choices(_HUGE, k=4))
        case 7:
            broken[at:at] = chance.choice(_NESTING) * chance.choice((1, 10, 1000))
        case 8:
            # A container that is an object of its own constants, or a reference to anything.
            reference = chance.randrange(chance.choice((3, 30, 300))).to_bytes(4, "little")
            broken[at : at + 5] = b"r" + reference
        case _:
            first = chance.randrange(min(16, len(broken)))
            broken[first] ^= 1 << chance.randrange(8)
