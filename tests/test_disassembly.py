"""Disassembly of every version's code, beside what the version's own dis says of it."""

from __future__ import annotations

import base64
import dis
import functools
import json
import random
import sys
import types
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import peephole.code
from oracles import VERSIONS, answers, compared, fixture
from peephole.code import CodeObject, FormatError
from peephole.disassembly import (
    UNKNOWN,
    Instruction,
    TextOptions,
    disassemble,
    to_json,
    to_text,
)
from peephole.errors import PeepholeError
from peephole.isa import host_version, table


@pytest.mark.parametrize("version", VERSIONS)
def test_instructions_are_those_of_the_versions_dis(version: str) -> None:
    tally = compared(version, "dis")
    assert not tally.differences, tally.examples
    assert tally.counts["instructions"] > 20_000


@pytest.mark.parametrize("version", VERSIONS)
def test_text_is_that_of_the_versions_dis(version: str) -> None:
    tally = compared(version, "text")
    assert not tally.differences, tally.examples
    assert tally.counts["lines"] > 20_000


@pytest.mark.parametrize("what", ["code", "dis", "text"])
@pytest.mark.parametrize("version", VERSIONS)
def test_versions_that_are_not_here(version: str, what: str) -> None:
    tally = compared(version, what, fixture(version)[what])
    assert not tally.differences, tally.examples
    assert tally.counts["files"] >= 1


def host_codes() -> Iterator[types.CodeType]:
    """Code objects of this interpreter's own standard library, functools and below."""
    with open(functools.__file__, "rb") as file:
        pending = [compile(file.read(), "functools.py", "exec")]
    while pending:
        code = pending.pop()
        yield code
        pending += [const for const in code.co_consts if isinstance(const, types.CodeType)]


def test_host_code_gives_what_our_own_copy_of_it_gives() -> None:
    for code in host_codes():
        native = disassemble(code)
        own = disassemble(peephole.code.from_host(code))
        for left, right in zip(native, own, strict=True):
            if isinstance(left.argval, types.CodeType):
                assert right.argval == peephole.code.from_host(left.argval)
            else:
                assert left == right
        theirs = [(i.offset, i.opname, i.arg, i.argrepr) for i in dis.get_instructions(code)]
        assert [(i.offset, i.opname, i.oparg, i.argrepr) for i in native] == theirs


def sample(items: Any) -> Any:
    for item in items:
        yield item.name


async def coroutine() -> int:
    return await coroutine()


async def asynchronous_generator() -> Any:
    yield await coroutine()


class Sample:
    def method(self) -> None:
        pass

    @classmethod
    def class_method(cls) -> None:
        pass


def test_everything_with_code_is_disassembled() -> None:
    awaiting = coroutine()
    things: list[tuple[object, Callable[..., Any]]] = [
        (sample, sample),
        (sample.__code__, sample),
        (sample([]), sample),
        (awaiting, coroutine),
        (asynchronous_generator(), asynchronous_generator),
        (Sample.method, Sample.method),
        (Sample().method, Sample.method),
        (Sample.class_method, Sample.class_method),
        (peephole.code.from_host(sample.__code__), sample),
    ]
    for thing, function in things:
        assert disassemble(thing) == disassemble(function.__code__)
    awaiting.close()


@pytest.mark.parametrize("thing", [None, 1, "text", len, Sample, object()])
def test_things_without_code(thing: object) -> None:
    with pytest.raises(PeepholeError, match="has no code to disassemble"):
        disassemble(thing)


def code(version: str, *units: tuple[str, int], **fields: Any) -> CodeObject:
    """A code object of (opname or number, oparg)s."""
    opmap = table(version).opmap
    return CodeObject(version, code=b"".join(bytes((opmap[n], o)) for n, o in units), **fields)


@pytest.mark.parametrize("version", VERSIONS)
def test_extended_arg(version: str) -> None:
    extended = ("EXTENDED_ARG", 1), ("EXTENDED_ARG", 2), ("LOAD_CONST", 3), ("LOAD_CONST", 1)
    first, second, load, last = disassemble(code(version, *extended, consts=("a", "b")))
    assert (first.oparg, second.oparg, load.oparg) == (1, 0x102, 0x10203)
    assert (load.offset, load.start_offset, load.argval, load.argrepr) == (
        4,
        0,
        UNKNOWN,
        "<unknown>",
    )
    assert (last.start_offset, last.argval, last.argrepr) == (6, "b", "'b'")


def test_extended_arg_at_the_end_of_the_code() -> None:
    (only,) = disassemble(code("3.13", ("EXTENDED_ARG", 7)))
    assert (only.opname, only.oparg, only.start_offset) == ("EXTENDED_ARG", 7, 0)


def test_operands_are_c_ints() -> None:
    units = [("EXTENDED_ARG", 255)] * 5 + [("LOAD_FAST", 254)]
    instructions = disassemble(code("3.13", *units, varnames=("x",)))
    assert [instruction.oparg for instruction in instructions][2:] == [0xFFFFFF, -1, -1, -2]
    assert instructions[-1].argval is UNKNOWN


@pytest.mark.parametrize("version", VERSIONS)
def test_operands_outside_of_their_tables(version: str) -> None:
    for name in ("LOAD_CONST", "LOAD_FAST", "LOAD_NAME", "LOAD_GLOBAL", "LOAD_DEREF", "LOAD_ATTR"):
        found = disassemble(code(version, (name, 200)))[0]
        assert (found.oparg, found.argval, found.argrepr) == (200, UNKNOWN, "<unknown>")


@pytest.mark.parametrize("version", VERSIONS)
def test_any_bytes_are_disassembled(version: str) -> None:
    random_ = random.Random(version)
    for _ in range(50):
        units = random_.randbytes(2 * random_.randint(1, 100))
        broken = CodeObject(version, code=units, names=("n",), consts=(1,), varnames=("v",))
        instructions = disassemble(broken)
        sizes = [i.end_offset - i.offset for i in instructions]
        assert sum(sizes) >= len(units)
        assert [i.offset for i in instructions[1:]] == [i.end_offset for i in instructions[:-1]]
        assert to_text(broken)
        assert json.dumps(to_json(broken, show_caches=True))


def test_bytecode_of_odd_size() -> None:
    with pytest.raises(FormatError, match="byte 3: the bytecode ends within an instruction"):
        disassemble(CodeObject("3.13", code=b"\x00\x00\x00"))


def test_no_bytecode() -> None:
    assert disassemble(CodeObject("3.13")) == []


def test_caches_are_shown_as_they_are() -> None:
    opmap = table("3.13").opmap
    empty = bytes((opmap["LOAD_GLOBAL"], 0)) + bytes(8)
    filled = bytes((opmap["LOAD_GLOBAL"], 0)) + bytes(range(1, 9))
    first, second = disassemble(CodeObject("3.13", code=empty + filled, names=("n",)))
    names = [(name, units) for name, units, _ in first.cache_info]
    assert names == list(table("3.13").cache_format["LOAD_GLOBAL"].items())
    assert b"".join(data for _, _, data in first.cache_info) == bytes(8)
    assert b"".join(data for _, _, data in second.cache_info) == bytes(range(1, 9))
    assert (first.end_offset, second.offset, second.end_offset) == (10, 10, 20)


def test_a_cache_with_nothing_but_an_operand() -> None:
    opmap = table("3.13").opmap
    code = bytes((opmap["LOAD_GLOBAL"], 0)) + bytes((0, 0, 0, 5, 0, 0, 0, 0))
    (only,) = disassemble(CodeObject("3.13", code=code, names=("n",)))
    assert b"".join(data for *_, data in only.cache_info) == code[2:]


def test_zeros_that_are_no_caches() -> None:
    units = [("NOP", 0), ("CACHE", 0), ("CACHE", 9), ("NOP", 0)]
    instructions = disassemble(code("3.13", *units))
    assert [(i.offset, i.opname) for i in instructions] == [
        (0, "NOP"),
        (2, "CACHE"),
        (4, "CACHE"),
        (6, "NOP"),
    ]


def test_specialized_instructions_are_what_they_specialize() -> None:
    isa = table("3.13")
    units = bytes((isa.specialized["LOAD_GLOBAL_BUILTIN"], 1)) + bytes(8)
    (found,) = disassemble(CodeObject("3.13", code=units, names=("len",)))
    assert (found.opname, found.argval, found.argrepr) == (
        "LOAD_GLOBAL_BUILTIN",
        "len",
        "len + NULL",
    )


def test_relative_import_has_no_name() -> None:
    (found,) = disassemble(code("3.15", ("IMPORT_NAME", 2), names=("",)))
    assert (found.argval, found.argrepr) == ("", "")


@pytest.mark.parametrize("version", VERSIONS)
def test_every_opcode_with_every_operand(version: str) -> None:
    fields: dict[str, Any] = {"names": ("n",), "consts": (1,), "varnames": ("v",)}
    isa = table(version)
    shown = {}
    for opcode in range(256):
        units = b"".join(bytes((opcode, oparg)) + bytes(20) for oparg in range(256))
        for found in disassemble(CodeObject(version, code=units, **fields)):
            if found.opcode == opcode and found.oparg is not None:
                shown[found.opname] = found.argrepr
    operands = {name for name, opcode in isa.opmap.items() if opcode in isa.hasarg}
    assert operands <= shown.keys()


def test_huge_integers_are_shown() -> None:
    huge = 10**5000
    (found,) = disassemble(code("3.13", ("LOAD_CONST", 0), consts=(huge,)))
    assert found.argval == huge
    assert found.argrepr == hex(huge)
    (nested,) = disassemble(code("3.13", ("LOAD_CONST", 0), consts=((1, huge),)))
    assert nested.argrepr == f"(1, {hex(huge)})"


def test_frozensets_keep_their_order() -> None:
    for answer in answers("3.13", "dis"):
        data = base64.b64decode(answer["marshal"])
        for each in peephole.code.load_marshal(data, "3.13").walk():
            for const in each.consts:
                if isinstance(const, frozenset):
                    assert repr(const) == f"frozenset({{{', '.join(map(repr, const))}}})"


FIELDS = {
    *("python", "name", "qualname", "filename", "firstlineno", "flags", "stacksize", "consts"),
    *("names", "varnames", "freevars", "cellvars", "instructions", "exception_table"),
}


def test_json() -> None:
    outer, inner = to_json(compile("def f(a):\n    return a, -0.0, 1e999, b'x'\n", "f.py", "exec"))
    assert outer.keys() == inner.keys() == FIELDS
    assert (inner["name"], inner["varnames"], inner["firstlineno"]) == ("f", ["a"], 1)
    assert '<code object f, file "f.py", line 1>' in outer["consts"]
    assert {-0.0, "inf", "b'x'"} <= set(inner["consts"])
    assert inner["exception_table"] == []
    native = {i.offset: i for i in dis.get_instructions(compile("x = 1", "f.py", "exec"))}
    (module,) = json.loads(json.dumps(to_json(compile("x = 1", "f.py", "exec"))))
    assert {i["offset"] for i in module["instructions"]} == set(native)
    for instruction in module["instructions"]:
        asked = native[instruction["offset"]]
        assert instruction["opname"] == asked.opname
        assert instruction["stack_effect"] == dis.stack_effect(asked.opcode, asked.arg)
        assert instruction["positions"] == list(asked.positions or ())
        assert instruction["stack_before"] is None


def test_json_takes_stacks() -> None:
    compiled = compile("x = 1", "f.py", "exec")
    (module,) = to_json(compiled, stacks=lambda code: {0: ["left", "right"]})
    assert module["instructions"][0]["stack_before"] == ["left", "right"]
    assert module["instructions"][1]["stack_before"] is None


def test_exception_table_in_json() -> None:
    source = "try:\n    f()\nfinally:\n    g()\n"
    compiled = compile(source, "f.py", "exec")
    (module,) = to_json(compiled)
    entries = peephole.code.from_host(compiled).exception_entries()
    assert [tuple(entry.values()) for entry in module["exception_table"]] == list(
        map(tuple, entries)
    )
    assert entries


@pytest.mark.skipif(sys.version_info < (3, 13), reason="dis has these options since 3.13")
@pytest.mark.parametrize("option", ["show_caches", "show_offsets"])
def test_options_of_text(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    dis.dis(sample, **{option: True})  # type: ignore[arg-type]
    assert to_text(sample, options=TextOptions(**{option: True})) == capsys.readouterr().out


def test_unknown_style() -> None:
    with pytest.raises(PeepholeError, match="no style 'html' of text: there is dis"):
        to_text(sample, style="html")


def test_python_can_be_given() -> None:
    old = CodeObject("3.12", code=bytes((table("3.13").opmap["NOP"], 0)))
    (found,) = disassemble(old, python="3.13")
    assert isinstance(found, Instruction)
    assert found.opname == "NOP"
    with pytest.raises(PeepholeError, match=r"Python 2\.7"):
        disassemble(old, python="2.7")
    assert host_version() in VERSIONS
