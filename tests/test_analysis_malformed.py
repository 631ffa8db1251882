"""Code that no compiler made is verified, pictured, listed and drawn without an accident."""

from __future__ import annotations

import json
import random

import pytest

from peephole import isa
from peephole.analysis.graph_forms import graph_dot, graph_json
from peephole.analysis.listing import Listing, text_of
from peephole.analysis.stack import picture, stack_texts
from peephole.analysis.verifier import verify
from peephole.code import CodeObject, ExceptionEntry, encode_exception_table
from peephole.disassembly import disassemble, to_json
from peephole.isa import Isa

HANDLED = isa.VERSIONS[3:]


def random_code(chance: random.Random, table: Isa) -> bytes:
    """Instructions of the version with any operand, or any bytes at all."""
    size = chance.choice((2, 10, 60, 300))
    opcodes = list(table.opmap.values())
    any_byte = chance.random() < 0.2
    code = bytearray()
    while len(code) < size:
        opcode = chance.randrange(256) if any_byte else chance.choice(opcodes)
        code += bytes((opcode, chance.choice((0, 1, 2, 3, chance.randrange(256)))))
        if chance.random() < 0.7:
            code += bytes(2 * table.caches.get(table.opname[opcode], 0))
    return bytes(code)


def random_object(chance: random.Random, version: str) -> CodeObject:
    code = random_code(chance, isa.table(version))
    entries = []
    for _ in range(chance.randrange(4) if version in HANDLED else 0):
        start, length, target = (2 * chance.randrange(len(code) // 2 + 3) for _ in range(3))
        entries.append(ExceptionEntry(start, start + length, target, chance.randrange(4), True))
    return CodeObject(
        version,
        code=code,
        consts=(None, "\x00\ud800", ("a", "b"), CodeObject(version, name="in")),
        names=("n", "\x1b[0m"),
        varnames=("x", "y"),
        cellvars=("c",),
        freevars=("d",),
        stacksize=chance.randrange(9),
        name="f",
        exceptiontable=encode_exception_table(entries),
    )


@pytest.mark.parametrize("version", isa.VERSIONS)
def test_random_code_does_no_harm(version: str) -> None:
    chance = random.Random(version)
    for _ in range(60):
        code = random_object(chance, version)
        for problem in verify(code):
            assert str(problem)
        json.dumps(graph_json(code))
        assert graph_dot([code]).endswith("}")
        json.dumps(to_json(code, stack_texts))
        lines = [text_of(line) for line in Listing(code).lines()]
        assert len(lines) > len(disassemble(code))


def test_a_stack_that_is_too_large_is_given_up() -> None:
    opmap = isa.table("3.13").opmap
    push = bytes((opmap["LOAD_CONST"], 0))
    code = CodeObject("3.13", code=push * 20_000, consts=(None,), stacksize=1)
    found = picture(code, disassemble(code))
    assert [text for _, text in found.problems] == ["the stacks are too large to be shown"]
    assert found.depth(200) == 100
    assert "stack-size" in {problem.rule for problem in verify(code)}


def test_many_items_at_once_are_no_bomb() -> None:
    opmap = isa.table("3.13").opmap
    prefix = bytes((opmap["EXTENDED_ARG"], 127)) + bytes((opmap["EXTENDED_ARG"], 255)) * 2
    code = bytes((opmap["LOAD_CONST"], 0)) + prefix + bytes((opmap["UNPACK_SEQUENCE"], 255))
    big = CodeObject("3.13", code=code + bytes(2), consts=(None,), stacksize=9)
    assert picture(big, disassemble(big)).problems != []
    assert verify(big) != []
