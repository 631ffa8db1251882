"""Assembly text: to the same bytes and back, written by hand, and told where it is wrong."""

from __future__ import annotations

import base64
import subprocess
import sys
from pathlib import Path

import pytest

from broken_code import BROKEN, made
from oracles import VERSIONS, answers
from peephole.assembly import AsmError, asm_lines, parse_asm
from peephole.assembly.literals import literal, parsed
from peephole.cli.app import run_app
from peephole.code import CodeObject, PycHeader, dump, load, load_marshal
from peephole.code.constants import FrozenDict, OrderedFrozenSet, OrderedSet
from peephole.code.objects import constant_key
from peephole.isa import table
from test_assembly import OUTPUT, PROGRAM, compiled, run


def text_of(code: CodeObject) -> str:
    return "\n".join(asm_lines(code))


@pytest.mark.parametrize("version", VERSIONS)
def test_text_makes_the_same_bytes(version: str) -> None:
    for answer in answers(version, "code"):
        data = base64.b64decode(answer["marshal"])
        text = text_of(load_marshal(data, version))
        assert parse_asm(text).dump_marshal() == data, answer["path"]
        assert " .bytecode" not in text


@pytest.mark.parametrize("version", VERSIONS)
def test_text_without_what_is_only_for_sameness(version: str, tmp_path: Path) -> None:
    lines = asm_lines(compiled(version))
    left = [line for line in lines if not line.strip().startswith((".shape", ".linetable"))]
    assert run(parse_asm("\n".join(left)), tmp_path) == OUTPUT


def test_the_header_is_kept() -> None:
    code = compiled("3.12")
    magic = table("3.12").magic
    for header in (
        PycHeader(magic, mtime=4294967295, source_size=7),
        PycHeader(magic, 1, source_hash=b"12345678"),
        PycHeader(magic, 3, source_hash=bytes(8)),
    ):
        data = dump(code, header)
        assert parse_asm(text_of(load(data))).dump() == data


@pytest.mark.parametrize(("rules", "version", "program", "fields"), BROKEN)
def test_broken_code_keeps_its_bytes(
    rules: str, version: str, program: str | bytes, fields: dict[str, object]
) -> None:
    code = made(version, program, **fields)
    again = parse_asm(text_of(code))
    assert again == code
    assert again.nlocals == code.nlocals


CONSTANTS: tuple[object, ...] = (
    None, True, 1, 1.0, 0.0, -0.0, float("inf"), -float("inf"), float("nan"), -float("nan"),
    1j, complex(-0.0, float("nan")), 10**5000, -(10**5000), -1, "it's \"; #\n\0é\udc80", b";'\xff",
    (), (1,), (1, (True, "a")), frozenset(), OrderedFrozenSet(["b", "a", 3]), ..., StopIteration,
    slice(1, None, (2,)), FrozenDict({1: "a", "b": ()}), [1, [2]], {"a": 1},
    OrderedSet(["b", "a", 3]),
)  # fmt: skip


@pytest.mark.parametrize("value", CONSTANTS, ids=range(len(CONSTANTS)))
def test_constants(value: object) -> None:
    text = literal(value, lambda code: code.name)
    again = parsed(text)
    assert type(again) is type(value) or isinstance(value, frozenset)
    assert literal(again, lambda code: code.name) == text
    if not isinstance(value, (list, dict)):
        assert constant_key(again) == constant_key(value)


HELLO = """
.python 3.13
.code main            ; a comment; and more
    .flags 0
    RESUME 0
    LOAD_CONST 3
    STORE_NAME n
again:
3:0-8
    LOAD_NAME print
    PUSH_NULL
    LOAD_NAME n
    LOAD_CONST code(greeting)
    MAKE_FUNCTION
    PUSH_NULL
    LOAD_CONST 'the; world'
    CALL 1
    CALL 2
    POP_TOP
    LOAD_NAME n
    LOAD_CONST 1
    BINARY_OP -
    COPY 1
    STORE_NAME n
    TO_BOOL
    POP_JUMP_IF_FALSE end
    JUMP_BACKWARD again
end:
    RETURN_CONST None
.code greeting
    .argcount 1
    .varnames who
    .flags OPTIMIZED NEWLOCALS
    RESUME 0
    .try failed
    LOAD_CONST 'hello, '
    LOAD_FAST who
    LOAD_FAST who
    BINARY_OP +
    BINARY_OP *       ; a TypeError
    RETURN_VALUE
    .endtry
failed:
    PUSH_EXC_INFO
    POP_TOP
    POP_EXCEPT
    LOAD_FAST who
    RETURN_VALUE
"""


def test_written_by_hand(tmp_path: Path) -> None:
    main = parse_asm(HELLO.replace("code(greeting)", "code('greeting')"))
    greeting = main.consts[1]
    assert isinstance(greeting, CodeObject)
    assert (greeting.stacksize, greeting.flags, greeting.varnames) == (3, 3, ("who",))
    assert run(main, tmp_path) == ["3 the; world", "2 the; world", "1 the; world"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("LOAD_FOO 1", "Python 3.12 has no instruction LOAD_FOO"),
        ("RETURN_CONST", "RETURN_CONST needs an operand"),
        ("POP_TOP 3 4", "POP_TOP has no operand"),
        ("JUMP_FORWARD nowhere", "there is no label nowhere"),
        ("JUMP_FORWARD 3", "JUMP_FORWARD: 3 is no label"),
        ("L1: L1:", "Python 3.12 has no instruction L1:"),
        ("COMPARE_OP <>", "COMPARE_OP: <> is no operand: it is one of <, <=,"),
        ("LOAD_CONST f()", "f() is no constant"),
        ("LOAD_CONST 'x", "'x is no constant"),
        ("LOAD_CONST " + "(" * 500, "is no constant"),
        ("LOAD_CONST code('x')", "there is no .code 'x'"),
        ("LOAD_CONST code('m')", ".code 'm' has itself as a constant"),
        ("LOAD_DEREF x", "LOAD_DEREF: x is no operand"),
        (".code m", "there is a .code m already"),
        (".python 2.7", "no instructions of Python 2.7"),
        (".try", "write .try LABEL"),
        (".try here", "there is no .endtry for this .try"),
        (".endtry", "there is no .try for this .endtry"),
        (".flags FOO", "'FOO' is no number"),
        (".argcount many", "'many' is no number"),
        (".filename x", "x is no constant"),
        (".pyc mtime x", "write .pyc mtime SECONDS"),
        (".shape ????", ".shape is damaged"),
        (".linetable xy", ".linetable is not in hexadecimal"),
        (".foo", "there is no .foo"),
        ("EXTENDED_ARG", "EXTENDED_ARG before nothing"),
        ("(1,2) NOP", "(1,2) is no place"),
        ("LOAD_CONST #99999999999", "does not fit into 32 bits"),
        ("JUMP_BACKWARD L; L", "there is no label L"),
        (".stacksize 3 or so", "write .stacksize NUMBER"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(line: str, message: str) -> None:
    text = f".python 3.12\n.code m\n  RESUME 0\n  RETURN_CONST None\n  {line}\n"
    with pytest.raises(AsmError) as raised:
        parse_asm(text, "x.pasm")
    assert str(raised.value).startswith("x.pasm:")
    assert message in str(raised.value)


def test_from_pipe_to_pipe() -> None:
    command = [sys.executable, "-m", "peephole", "asm", "-", "-o", "-"]
    code = compiled("3.9", PROGRAM)
    done = subprocess.run(command, input=text_of(code).encode(), capture_output=True, check=True)
    assert done.stdout == dump(code)


def test_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    data = dump(compiled("3.9", PROGRAM))
    (tmp_path / "a.pyc").write_bytes(data)
    assert run_app(["dis", "--style", "asm", "a.pyc"]) == 0
    text = capsys.readouterr().out
    (tmp_path / "b.pasm").write_text(text)
    assert run_app(["asm", "b.pasm"]) == 0
    assert (tmp_path / "b.pyc").read_bytes() == data
    assert run_app(["asm", "b.pasm", "-o", "c.pyc"]) == 0
    assert (tmp_path / "c.pyc").read_bytes() == data
    assert capsys.readouterr().out == ""
    (tmp_path / "bad.pasm").write_text(text.replace("LOAD_BUILD_CLASS", "LOAD_CLASS"))
    assert run_app(["asm", "bad.pasm"]) == 2
    error = capsys.readouterr().err
    assert error.startswith("peephole: bad.pasm:")
    assert error.endswith(": Python 3.9 has no instruction LOAD_CLASS\n")
    (tmp_path / "bytes.pasm").write_bytes(b".python 3.9\n\xff")
    for words in (["bytes.pasm"], ["missing.pasm"], ["a.pyc"], ["b.pasm", "-o", "no/where.pyc"]):
        assert run_app(["asm", *words]) == 2
        assert capsys.readouterr().err.count("\n") == 1
