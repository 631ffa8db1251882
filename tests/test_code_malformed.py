"""Whatever bytes come in, the answer is a code object or an error that says where."""

from __future__ import annotations

import base64
import copy
import marshal
import random
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import peephole.code
from oracles import VERSIONS, answers
from peephole.code import (
    CodeObject,
    ExceptionTableError,
    FormatError,
    LineTableError,
    MarshalError,
    PycError,
    PycHeader,
    encode_locations,
)
from peephole.isa import table


def module(version: str) -> bytes:
    """A .pyc file of the version."""
    data = base64.b64decode(answers(version, "code")[0]["marshal"])
    return PycHeader(table(version).magic).encode() + data


@pytest.mark.parametrize(
    ("data", "offset", "problem"),
    [
        (b"", 0, "not a .pyc file"),
        (b"#!/usr/bin/python", 0, "not a .pyc file"),
        (b"\xcb\x0d\r\n", 4, "the header of a .pyc file takes 16 bytes"),
        (b"\x03\xf3\r\n" + bytes(12), 0, "a file of Python 2.7"),
        (b"\x42\x0d\r\n" + bytes(12), 0, "a file of Python 3.7"),
        (b"\x43\x0d\r\n" + bytes(12), 0, "magic number 3395 is of no known Python"),
        (b"\x52\x0d\r\n" + bytes(12), 0, "magic number 3410 is of a pre-release of Python 3.8"),
        (b"\xff\x7f\r\n" + bytes(12), 0, "magic number 32767 is of no known Python"),
        (b"\xcb\x0d\r\n\x04" + bytes(11), 4, "flags 0x4"),
        (b"\xcb\x0d\r\n\x02" + bytes(11), 4, "flags 0x2"),
        (b"\xcb\x0d\r\n" + bytes(12) + b"N", 16, "no code object"),
        (b"\xcb\x0d\r\n" + bytes(12), 16, "ends within an object"),
    ],
)
def test_headers(data: bytes, offset: int, problem: str) -> None:
    with pytest.raises(FormatError) as caught:
        peephole.code.load(data)
    assert (caught.value.offset, problem in caught.value.problem) == (offset, True)
    assert str(caught.value).startswith(f"byte {offset}: ")


def number(value: int) -> bytes:
    return struct.pack("<I", value)


@pytest.mark.parametrize(
    ("data", "offset", "problem"),
    [
        (b"", 0, "the data ends within an object"),
        (b"i\1\0", 3, "the data ends within an object"),
        (b"g1234567", 8, "the data ends within an object"),
        (b"z\x05abc", 5, "the data ends within an object"),
        (b")\x03NN", 4, "the data ends within an object"),
        (b"s" + number(4) + b"abc", 0, "size 4 with 3 bytes left"),
        (b"s" + number(2**32 - 1), 0, "size 4294967295 with 0 bytes left"),
        (b"(" + number(2**31 - 1) + b"N", 0, "size 2147483647 with 1 bytes left"),
        (b"[" + number(2**31 - 1) + b"N", 0, "size 2147483647"),
        (b">" + number(2**31 - 1) + b"N", 0, "size 2147483647"),
        (b"l" + number(2**31 - 1) + b"\1\0", 0, "an integer of 2147483647 digits"),
        (b"l" + number(1) + b"\0\x80", 0, "a digit out of range"),
        (b"l" + number(2) + b"\1\0\0\0", 0, "a digit out of range"),
        (b"u" + number(2) + b"a\xff", 6, "text that is not UTF-8"),
        (b"f\x03abc", 1, "a float that is not a number"),
        (b"r" + number(0), 0, "a reference to an object that is not there"),
        (b")\x02\xe9\1\0\0\0r" + number(1), 7, "a reference to an object that is not there"),
        (b"\xa9\x01r" + number(0), 2, "a reference to an object that it is part of"),
        (b"\xdb" + number(1) + b"r" + number(0), 5, "a reference to an object that it is part of"),
        (b"?", 0, "no object has type b'?'"),
        (b"0", 0, "no object has type b'0'"),
        (b"\xce", 0, "type 'N' cannot be referred to"),
        (b")\x01" * 500 + b"N", 802, "nested more than 400 levels deep"),
        (b">" + number(1) + b"[" + number(0), 0, "a set of objects that cannot be in a set"),
        (b"{[" + number(0) + b"N0", 0, "a dict with a key that cannot be one"),
        (b"{NNNT0", 0, "a dict with a key twice"),
        (b"{NN", 3, "the data ends within an object"),
        (b":NNN", 0, "Python 3.13 has no type ':'"),
        (b"}0", 0, "Python 3.13 has no type '}'"),
        (b"c" + number(1), 5, "the data ends within an object"),
    ],
)
def test_marshal_data(data: bytes, offset: int, problem: str) -> None:
    with pytest.raises(MarshalError) as caught:
        peephole.code.read_marshal(data, "3.13")
    assert (caught.value.offset, problem in caught.value.problem) == (offset, True), caught.value


def test_fields_of_the_wrong_type() -> None:
    good = CodeObject("3.13", names=("a",), localsplusnames=("x",), localspluskinds=b"\x20")
    changes: dict[str, object] = {
        "code": "text",
        "consts": [],
        "names": ("a", 1),
        "filename": b"f",
        "localspluskinds": b"\x20\x20",
        "argcount": -1,
    }
    for name, value in changes.items():
        data = good.replace(**{name: value}).dump_marshal()
        with pytest.raises(MarshalError, match="a code object"):
            peephole.code.load_marshal(data, "3.13")


def test_references_cannot_make_a_small_file_huge() -> None:
    inner = b"\xa9\x01N"
    levels = 12
    # The outermost tuple is reference 0, the innermost the last; each repeats the one inside it.
    data = inner
    for level in reversed(range(levels)):
        data = b"\xa9\x0a" + data + 9 * (b"r" + number(level + 1))
    started = time.perf_counter()
    with pytest.raises(MarshalError, match="references repeat far more than is there"):
        peephole.code.read_marshal(data, "3.13")
    assert time.perf_counter() - started < 1


def test_long_text_cannot_be_repeated_without_end() -> None:
    text = b"\xf3" + number(100_000) + bytes(100_000)
    count = 100_000
    data = b"(" + number(count + 1) + text + count * (b"r" + number(0))
    with pytest.raises(MarshalError, match="references repeat"):
        peephole.code.read_marshal(data, "3.13")


def test_huge_integers_take_linear_time() -> None:
    digits = b"\xff\x7f" * 500_000
    started = time.perf_counter()
    value, end = peephole.code.read_marshal(b"l" + number(500_000) + digits, "3.13")
    assert isinstance(value, int)
    assert value.bit_length() == 7_500_000
    assert peephole.code.write_marshal(value, "3.13") == b"l" + number(500_000) + digits
    assert time.perf_counter() - started < 5
    assert end == 1_000_005


def test_everything_marshal_can_write_is_read() -> None:
    values: list[Any] = [
        None,
        True,
        ...,
        1,
        -(1 << 40),
        1.5,
        2j,
        "a",
        "é",
        "\ud800",
        b"b",
        (1,),
        [2],
        {3},
    ]
    values += [frozenset({4}), {"k": "v"}, StopIteration, "x" * 300, tuple(range(300)), -(10**50)]
    for value in values:
        for version in range(5):
            if version < 4 and value is ...:
                continue
            data = marshal.dumps(value, version)
            assert peephole.code.read_marshal(data, "3.15") == (value, len(data))
        assert marshal.loads(peephole.code.write_marshal(value, "3.13")) == value


def test_the_order_of_a_set_is_kept_until_it_is_changed() -> None:
    def read(data: bytes) -> Any:
        return peephole.code.read_marshal(data, "3.8")[0]

    text = b"z\x01bz\x01az\x01b"
    for kind, plain in ((b"<", {"a", "b"}), (b">", frozenset("ab"))):
        value = read(kind + number(3) + text)
        assert (value, list(value)) == (plain, ["b", "a", "b"])
        assert list(read(peephole.code.write_marshal(value, "3.8"))) == ["b", "a", "b"]
    changed = read(b"<" + number(2) + text[:6])
    assert repr(changed) == "{'b', 'a'}"
    changed.discard("b")
    assert (changed, list(changed), repr(changed)) == ({"a"}, ["a"], "{'a'}")
    assert read(peephole.code.write_marshal(changed, "3.8")) == {"a"}
    again = copy.copy(changed)
    assert (again, list(again)) == (changed, ["a"])


@pytest.mark.parametrize("version", VERSIONS)
def test_every_truncation_is_an_error(version: str) -> None:
    data = module(version)
    for size in [*range(400), *range(400, len(data), 97)]:
        with pytest.raises(FormatError):
            peephole.code.load(data[:size])


@pytest.mark.parametrize("version", VERSIONS)
def test_mutations_load_or_are_errors(version: str) -> None:
    random_ = random.Random(version)
    original = module(version)
    loaded = refused = 0
    offsets = set()
    for _ in range(300):
        data = bytearray(original)
        for _ in range(random_.randint(1, 4)):
            data[random_.randrange(16, len(data))] = random_.randrange(256)
        try:
            code = peephole.code.load(bytes(data))
            loaded += 1
        except FormatError as error:
            offsets.add(error.offset)
            refused += 1
            continue
        assert code.dump() == data
        for each in code.walk():
            try:
                each.line_starts()
                each.positions()
                each.exception_entries()
            except (LineTableError, ExceptionTableError):
                pass
    assert loaded
    assert refused
    assert all(0 <= offset <= len(original) for offset in offsets)


@pytest.mark.parametrize("table_", [b"\x85", b"\x00\x40", b"\x80\x01\x01"])
def test_cut_exception_tables(table_: bytes) -> None:
    with pytest.raises(ExceptionTableError, match="ends within an entry"):
        peephole.code.decode_exception_table(table_)


def test_numbers_in_tables_have_an_end() -> None:
    with pytest.raises(ExceptionTableError, match="too long"):
        peephole.code.decode_exception_table(b"\x7f" * 100_000)
    with pytest.raises(LineTableError, match="too long"):
        peephole.code.decode_locations(b"\xe8" + b"\x7f" * 100_000, 1)


@pytest.mark.parametrize("table_", [b"\x80", b"\xd0\x01", b"\xf0\x01\x01", b"\xe8\x40"])
def test_cut_location_tables(table_: bytes) -> None:
    with pytest.raises(LineTableError, match="ends within an entry"):
        peephole.code.decode_locations(table_, 1)


def test_location_entries_start_with_a_bit() -> None:
    with pytest.raises(LineTableError, match="byte 2: an entry of the location table expected"):
        peephole.code.decode_locations(b"\x80\x00\x01", 1)


def location_tables(count: int) -> Iterator[tuple[list[tuple[int, Any]], bytes]]:
    """Entries of every form, at random, and their tables."""
    chance = random.Random(10)
    for _ in range(count):
        entries: list[tuple[int, Any]] = []
        line = 1000
        for _ in range(chance.randrange(1, 30)):
            line += chance.choice((0, 0, 1, 2, -3, 70, -900, chance.choice((3000, 1 << 24))))
            line = max(line, 1)
            end_line = line + chance.choice((0, 0, 0, 1, 100, 5000))
            column = chance.choice((0, 7, 79, 80, 127, 128, 4000, 5000))
            columns = chance.choice(((None, None), (column, column + 9), (column, column + 300)))
            if columns[0] is None:
                end_line = line
            location = chance.choice(((None,) * 4, *[(line, end_line, *columns)] * 9))
            entries.append((chance.randrange(1, 9), location))
        yield entries, encode_locations(entries, 1000)


@pytest.mark.parametrize("options", [[], ["-X", "no_debug_ranges"]])
def test_location_tables_of_every_form(options: list[str]) -> None:
    tables = [(table_, entries) for entries, table_ in location_tables(300)]
    program = f"""
import sys
sys.path.insert(0, {str(Path(peephole.__file__).parent.parent)!r})
from peephole.code import decode_locations
for table, entries in eval(sys.stdin.read()):
    assert decode_locations(table, 1000) == entries, (table, entries)
print("the same")
"""
    command = [sys.executable, *options, "-c", program]
    ran = subprocess.run(command, input=repr(tables), capture_output=True, text=True, check=False)
    assert ran.stdout == "the same\n", ran.stderr


def test_what_the_interpreter_reads_of_tables_is_what_we_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def outcome(table_: bytes) -> object:
        try:
            return peephole.code.decode_locations(table_, 1000)
        except LineTableError as error:
            return str(error)

    chance = random.Random(11)
    mutated = []
    for _, table_ in location_tables(1000):
        changed = bytearray(table_)
        for _ in range(chance.randrange(3)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        mutated.append(bytes(changed[: chance.randrange(1, len(changed) + 30)]))
    read_by_both = list(map(outcome, mutated))
    monkeypatch.setattr("peephole.code.locations._is_plain", lambda table_: False)
    assert read_by_both == list(map(outcome, mutated))
    assert 100 < sum(isinstance(each, str) for each in read_by_both) < 900


def test_odd_line_tables() -> None:
    with pytest.raises(LineTableError, match="byte 3: the line table ends within an entry"):
        peephole.code.decode_line_ranges(b"\x02\x01\x02", 1)
    with pytest.raises(LineTableError, match="byte 1: the line table ends within an entry"):
        peephole.code.lnotab_steps(b"\x02")


def test_trailing_bytes_are_an_error() -> None:
    data = module("3.13")
    with pytest.raises(PycError, match=f"byte {len(data)}: 3 bytes follow the code object"):
        peephole.code.load(data + b"abc")
