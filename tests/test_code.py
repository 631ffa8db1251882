"""Code objects of every version: read as the version's own interpreter has them, written back."""

from __future__ import annotations

import base64
import itertools
import pickle
import sys
import types
from typing import Any

import pytest

import peephole.code
from oracles import VERSIONS, answers, compared
from peephole.code import CodeObject, PycHeader, constants
from peephole.code.constants import constant_repr, is_printable
from peephole.code.locations import decode_locations, line_starts
from peephole.errors import PeepholeError
from peephole.isa import host_version, table


def files(version: str) -> list[bytes]:
    """Marshal data that the version's interpreter has made."""
    return [base64.b64decode(answer["marshal"]) for answer in answers(version, "code")]


@pytest.mark.parametrize("version", VERSIONS)
def test_fields_and_tables_are_the_interpreters(version: str) -> None:
    tally = compared(version, "code")
    assert not tally.differences, tally.examples
    assert tally.counts["code objects"] > 500


@pytest.mark.parametrize("version", VERSIONS)
def test_what_was_read_is_written_the_same(version: str) -> None:
    header = PycHeader(table(version).magic, 0, 1_700_000_000, 4711)
    for data in files(version):
        pyc = header.encode() + data
        assert peephole.code.load(pyc).dump() == pyc


@pytest.mark.parametrize("version", VERSIONS)
def test_code_written_anew_is_equal(version: str) -> None:
    for data in files(version):
        code = peephole.code.load_marshal(data, version)
        anew = code.replace(consts=(*code.consts, 1)).replace(consts=code.consts)
        object.__setattr__(anew, "_source", None)
        again = peephole.code.load_marshal(anew.dump_marshal(), version)
        assert again == code
        assert hash(again) == hash(code)


def moved(code: CodeObject, filename: str) -> CodeObject:
    consts = [
        moved(const, filename) if isinstance(const, CodeObject) else const for const in code.consts
    ]
    return code.replace(filename=filename, consts=tuple(consts))


@pytest.mark.parametrize("version", VERSIONS)
def test_a_changed_field_leaves_all_other_bytes_as_they_were(version: str) -> None:
    for data in files(version):
        code = peephole.code.load_marshal(data, version)
        # The file name is written once; everything else refers to it.
        old = bytes((len(code.filename),)) + code.filename.encode()
        assert data.count(old) == 1
        expected = data.replace(old, b"\x0celsewhere.py")
        assert moved(code, "elsewhere.py").dump_marshal() == expected


def sample_function(a: int, /, b: int = 1, *args: int, c: int = 2, **rest: int) -> object:
    def inner(x: int) -> object:
        return [a + x + y for y in args], b, c, rest, 1 << 100, -1.5, 2j, b"bytes", {1, 2} | {x}

    return inner


class_code = compile("class C:\n    found = [x for x in range(3) if x in {1, 2}]\n", "c.py", "exec")


@pytest.mark.parametrize("code", [sample_function.__code__, class_code], ids=["function", "class"])
def test_host_code_both_ways(code: types.CodeType) -> None:
    own = peephole.code.from_host(code)
    assert own.version == host_version()
    assert (own.varnames, own.freevars, own.cellvars, own.nlocals) == (
        code.co_varnames,
        code.co_freevars,
        code.co_cellvars,
        code.co_nlocals,
    )
    back = own.to_host()
    assert back == code
    assert list(back.co_positions()) == list(code.co_positions())
    assert peephole.code.from_host(back) == own
    assert [list(row) for row in own.positions()] == [list(row) for row in code.co_positions()]


def test_written_host_code_runs() -> None:
    namespace: dict[str, Any] = {}
    exec(peephole.code.from_host(class_code).to_host(), namespace)
    assert namespace["C"].found == [1, 2]


def test_code_of_another_version_does_not_become_the_hosts() -> None:
    other = next(version for version in VERSIONS if version != host_version())
    with pytest.raises(PeepholeError, match=f"code of Python {other} cannot run on"):
        CodeObject(other, name="f").to_host()


def test_code_objects_cannot_be_changed() -> None:
    code = CodeObject("3.12", name="f", varnames=("a", "b"), cellvars=("b", "c"), freevars=("d",))
    with pytest.raises(AttributeError, match="immutable"):
        code.name = "g"
    with pytest.raises(AttributeError, match="immutable"):
        del code.name
    assert code.localsplusnames == ("a", "b", "c", "d")
    assert code.localspluskinds == bytes((0x20, 0x60, 0x40, 0x80))
    assert code.replace(varnames=("a",)).localsplusnames == ("a", "b", "c", "d")
    assert code.replace(name="g").name == "g"
    assert code.replace(name="g") != code
    with pytest.raises(PeepholeError, match="no field 'nmae'"):
        code.replace(nmae="g")


def test_old_code_has_the_new_form_of_its_variables_too() -> None:
    code = CodeObject("3.9", varnames=("a", "b"), cellvars=("c",), freevars=("d",))
    assert (code.nlocals, code.qualname, code.exceptiontable) == (2, "", b"")
    assert code.localsplusnames == ("a", "b", "c", "d")
    assert code.localspluskinds == bytes((0x20, 0x20, 0x40, 0x80))


def test_constants_that_only_look_equal_are_told_apart() -> None:
    codes = [CodeObject("3.13", consts=(const,)) for const in (1, True, 1.0, 0.0, -0.0, (1,))]
    assert len({(code.consts, index) for index, code in enumerate(codes)}) == len(codes)
    assert all(left != right for left in codes for right in codes if left is not right)


def test_every_version_prints_its_own_characters() -> None:
    # U+2FFC came with Unicode 15.1, U+1C80 was there before, U+0378 is in none.
    assert constant_repr("\u2ffc", "3.12") == "'\\u2ffc'"
    assert constant_repr("\u2ffc", "3.13") == "'\u2ffc'"
    assert constant_repr(("it's \u2ffc", {1: 2}), "3.8") == '("it\'s \\u2ffc", {1: 2})'
    assert constant_repr(frozenset(("\u0378\u1c80",)), "3.15") == "frozenset({'\\u0378\u1c80'})"
    assert constant_repr("\u2ffc'\"\\\n\x00\x80", "3.14") == "'\u2ffc\\'\"\\\\\\n\\x00\\x80'"


def test_printable_characters_are_this_interpreters() -> None:
    version = host_version()
    found = [chr(point) for point in range(sys.maxunicode + 1) if chr(point).isprintable()]
    assert len(found) > 100_000
    assert all(is_printable(character, version) for character in found)
    assert not any(is_printable(chr(point), version) for _, point, since in late(version))


def late(version: str) -> list[tuple[int, int, str]]:
    """The ranges of characters that only later versions print."""
    minor = int(version[2:])
    return [row for row in constants._since if int(row[2][2:]) > minor]


def test_pickle() -> None:
    code = peephole.code.from_host(sample_function.__code__)
    assert pickle.loads(pickle.dumps(code)) == code


def test_flag_names() -> None:
    code = CodeObject("3.14", flags=0x8000003 | 0x10)
    assert code.flag_names() == ["OPTIMIZED", "NEWLOCALS", "NESTED", "METHOD"]
    assert CodeObject("3.8", flags=0x8000001).flag_names() == ["OPTIMIZED", "0x8000000"]


def test_hash_based_header() -> None:
    header = PycHeader(3571, 0b11, source_hash=b"8 bytes!")
    assert peephole.code.decode_header(header.encode()).encode() == header.encode()
    assert header.hash_based
    assert header.check_source


@pytest.mark.skipif(sys.implementation.name != "cpython", reason="reads CPython's own cache")
def test_import_system_accepts_what_we_write() -> None:
    code = peephole.code.from_host(compile("answer = 42", "m.py", "exec"))
    pyc = code.dump()
    import importlib.util

    assert pyc[:4] == importlib.util.MAGIC_NUMBER
    assert peephole.code.load(pyc) == code


def test_line_starts_without_reading_the_numbers() -> None:
    """As by comparing lines, or no answer where the first digit of a number does not tell."""
    entries = (
        *(b"\x80\x10", b"\xd0\x10\x20", b"\xd8\x10\x20", b"\xe0\x10\x20", b"\xf8"),
        *(b"\xe8\x00", b"\xe8\x01", b"\xe8\x03", b"\xf0\x04\x00\x01\x01"),
        *(b"\xf0\x00\x02\x40\x01\x41\x01", b"\xf0\x42\x01\x00\x01\x01"),
        *(b"\xe8\x40\x00", b"\xe8\x41\x01"),
    )
    unclear = 0
    for chosen in itertools.product(entries, repeat=3):
        found = line_starts(b"".join(chosen))
        if found is None:
            unclear += 1
            assert entries[-2] in chosen or entries[-1] in chosen
            continue
        last = None
        expected = []
        for _, (line, *_) in decode_locations(b"".join(chosen), 100):
            expected.append(line is not None and line != last)
            last = last if line is None else line
        assert found == expected, chosen
    assert unclear == 13**3 - 11**3
