"""Stack pictures: readable, right in depth in every version, and what the machine really has."""

from __future__ import annotations

import base64
from types import CodeType
from typing import Any

import pytest

from oracles import VERSIONS, answers
from peephole import isa
from peephole.analysis.effects import stack_effects
from peephole.analysis.older import EFFECTS
from peephole.analysis.phrases import PHRASES
from peephole.analysis.stack import Picture, picture
from peephole.analysis.values import Value, constant, merged, squeeze
from peephole.code import CodeObject, from_host, load_marshal
from peephole.disassembly import disassemble
from peephole.machine.events import Observer
from peephole.machine.machine import Machine

OPARGS = (0, 1, 2, 3, 4, 5, 8, 16, 17, 255, 256)


def pictured(source: str, name: str = "<module>") -> tuple[CodeObject, Picture]:
    module = from_host(compile(source, "<test>", "exec"))
    code = next(each for each in module.walk() if each.name == name)
    return code, picture(code, disassemble(code))


def stack_at(source: str, opname: str, name: str = "<module>", nth: int = 0) -> list[str]:
    """The stack before the nth instruction whose name starts with `opname`."""
    code, found = pictured(source, name)
    assert found.problems == []
    before = [
        found.before(each.offset) for each in disassemble(code) if each.opname.startswith(opname)
    ][nth]
    assert before is not None
    return before


# --- texts ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("a + b * c", "a + b * c"),
        ("(a + b) * c", "(a + b) * c"),
        ("a - (b - c)", "a - (b - c)"),
        ("(a ** b) ** -c", "(a ** b) ** (-c)"),
        ("-a[b].c", "-a[b].c"),
        ("not a", "not bool(a)" if isa.host_version() >= "3.13" else "not a"),
        ("~a & b", "~a & b"),
        ("a[b:c]", "a[b:c]"),
        ("a[b:c:d]", "a[b:c:d]"),
        ("a['key']", "a['key']"),
        ("f(a, *b, k=c)", "f(a, *b, **{'k': c})"),
        ("f(a, k=b)", "f(a, k=b)"),
        ("a.b(c).d(e)", "a.b(c).d(e)"),
        ("a < b", "a < b"),
        ("a is not b", "a is not b"),
        ("a not in b", "a not in b"),
        ("[a, b]", "[a, b]"),
        ("(a,)", "(a,)"),
        ("{a: b}", "{a: b}"),
        ("{a, b}", "{a, b}"),
        ("{'x': a, 'y': b}", "{'x': a, 'y': b}"),
        ("[1, 2, 3]", "[1, 2, 3]"),
        ("[*a, b]", "[*a, b]"),
        ("{**a, 'x': b}", "{**a, 'x': b}"),
        ("f'{a} and {b:>9}'", "f'{a} and {b:>9}'"),
        ("lambda: 0", "<lambda>"),
        ("(5).real", "(5).real"),
    ],
)
def test_expressions_read_as_in_source(expression: str, text: str) -> None:
    assert stack_at(f"x = {expression}", "STORE_NAME") == [text]


def test_calls_of_methods_and_functions() -> None:
    assert stack_at("a.b(c)", "CALL")[-1] == "c"
    assert stack_at("a.b(c)", "POP_TOP") == ["a.b(c)"]
    assert stack_at("@deco\ndef f(): pass", "STORE_NAME") == ["deco(<function f>)"]
    assert stack_at("class A(B): pass", "STORE_NAME") == ["__build_class__(<function A>, 'A', B)"]
    source = "class A:\n def m(self): super().n(self)"
    assert stack_at(source, "POP_TOP", "m")[-1].endswith(".n(self)")


def test_loops_iterate_over_something() -> None:
    source = "def f(xs):\n for a, b in xs:\n  g(a)"
    assert stack_at(source, "UNPACK_SEQUENCE", "f")[0] == "iter(xs)"
    assert stack_at(source, "UNPACK_SEQUENCE", "f")[-1] == "next(iter(xs))"
    assert stack_at(source, "STORE_FAST", "f")[-2:] == ["next(iter(xs))[1]", "next(iter(xs))[0]"]


def test_imports_and_awaits() -> None:
    assert stack_at("import a.b", "STORE_NAME") == ["a"]
    assert stack_at("from .a import b", "STORE_NAME") == [".a", ".a.b"]
    source = "async def f():\n x = await g(1)"
    assert stack_at(source, "STORE_FAST", "f") == ["await g(1)"]
    assert stack_at("def f():\n x = yield from g", "STORE_FAST", "f") == ["yield from g"]
    assert stack_at("def f():\n x = yield g", "STORE_FAST", "f") == ["yield g"]


def test_handlers_find_the_exception() -> None:
    source = "try: f()\nexcept E as e: g()"
    assert stack_at(source, "PUSH_EXC_INFO") == ["exc"]
    assert stack_at(source, "CHECK_EXC_MATCH") == ["prev_exc", "exc", "E"]
    assert stack_at(source, "POP_JUMP") == ["prev_exc", "exc", "isinstance(exc, E)"]
    assert stack_at("with a: b()", "PUSH_EXC_INFO")[-2:] == ["lasti", "exc"]


def test_paths_that_disagree_show_the_definitions_name() -> None:
    assert stack_at("x = a if b else c", "STORE_NAME") in (["value"], ["a"])
    assert stack_at("f(a or b)", "CALL")[-1] == "value"


def test_unreachable_code_has_no_picture() -> None:
    code = CodeObject("3.13", code=bytes([36, 0, 30, 0]), name="f")
    found = picture(code, disassemble(code))
    assert found.before(2) is None
    assert found.problems != []  # RETURN_VALUE of an empty stack


def test_long_texts_are_squeezed_at_brackets() -> None:
    long = "function(first, second, third).method(fourth).other(fifth, sixth)"
    assert squeeze(long) == "function(...).method(fourth).other(...)"
    assert squeeze("short") == "short"
    assert len(squeeze("x" * 1000)) == 40
    assert squeeze("f(')(')" * 9, 20)
    text = constant("a" * 100_000).text
    assert len(text) <= 40
    assert text.startswith("'aaa")
    assert text.endswith("aaa'")
    assert constant(b"\xff" * 100_000).text.startswith("b'\\xff")
    assert constant(10**5000).text.startswith("0x")


def test_merging() -> None:
    a, b = Value("a", "value"), Value("b", "value")
    assert merged(a, a) is a
    assert merged(a, b).text == "value"
    assert merged(a, Value("b", "res")).text == "value"


# --- depth ----------------------------------------------------------------------------------


@pytest.mark.parametrize("version", VERSIONS)
def test_depths_agree_and_reach_the_stack_size(version: str) -> None:
    count = larger = 0
    for answer in answers(version, "code"):
        for code in load_marshal(base64.b64decode(answer["marshal"]), version).walk():
            instructions = disassemble(code)
            found = picture(code, instructions)
            assert found.problems == [], (answer["path"], code.qualname)
            depth = max(found.depth(each.offset) or 0 for each in instructions)
            assert depth <= code.stacksize
            count += 1
            larger += code.stacksize - depth > 1
            for each in instructions:
                assert all(len(text) <= 40 for text in found.before(each.offset) or ())
    # The compiler counts what comes before it drops unreachable code.
    assert larger <= count / 200


@pytest.mark.parametrize("version", ["3.8", "3.9", "3.10"])
def test_effects_of_older_versions_are_those_of_stack_effect(version: str) -> None:
    table, effects = isa.table(version), stack_effects(version)
    for opname, opcode in table.opmap.items():
        plain, taken = effects[opname]
        for oparg in (2, 3) if opname == "BUILD_SLICE" else OPARGS:
            if table.operand[opname] == "DEPTH" and not oparg:
                continue
            given = oparg if opcode in table.hasarg else None
            if given is None and oparg:
                continue
            if opname == "ROT_N" and not oparg:
                continue
            assert plain.net(oparg) == table.stack_effect(opcode, given, False), (opname, oparg)
            assert taken.net(oparg) == table.stack_effect(opcode, given, True), (opname, oparg)


def test_every_phrase_and_older_effect_is_of_an_instruction() -> None:
    known = {name for version in isa.VERSIONS for name in isa.table(version).opmap}
    assert set(PHRASES) <= known
    older = {name for version in isa.VERSIONS[:3] for name in isa.table(version).opmap}
    assert set(EFFECTS) <= older


def code_of_312(program: str) -> CodeObject:
    """The code object of "OPNAME oparg; ..."."""
    opmap = isa.table("3.12").opmap
    units = [line.split() for line in program.split(";")]
    code = bytes(byte for opname, oparg in units for byte in (opmap[opname], int(oparg)))
    return CodeObject("3.12", code=code, name="f", stacksize=9)


HUGE = "EXTENDED_ARG 127; EXTENDED_ARG 255; EXTENDED_ARG 255"


@pytest.mark.parametrize(
    ("program", "offset", "words"),
    [
        ("POP_TOP 0; RETURN_CONST 0", 0, "takes 1 items off a stack of 0"),
        ("BUILD_SLICE 0; RETURN_VALUE 0", 0, "takes 2 items"),
        ("LOAD_CONST 0", 0, "goes on at byte 2"),
        ("JUMP_FORWARD 9", 0, "goes on at byte 20"),
        (
            "LOAD_CONST 0; LOAD_CONST 0; POP_JUMP_IF_TRUE 1; POP_TOP 0; RETURN_CONST 0",
            8,
            "items on one path and",
        ),
        (f"{HUGE}; BUILD_LIST 255; RETURN_VALUE 0", 6, "takes 2147483647 items"),
        (f"LOAD_CONST 0; {HUGE}; UNPACK_SEQUENCE 255; RETURN_VALUE 0", 8, "makes a stack of"),
    ],
)
def test_problems_of_the_stack_are_told(program: str, offset: int, words: str) -> None:
    code = code_of_312(program)
    problems = picture(code, disassemble(code)).problems
    assert [at for at, text in problems if words in text] == [offset], problems


# --- against the machine --------------------------------------------------------------------

PROGRAM = """
import contextlib

class Base:
    def greet(self, *names, sep=", "):
        return sep.join(names)

class Child(Base):
    def greet(self, *names, **options):
        return super().greet(*names, **options).upper()

@contextlib.contextmanager
def silent():
    try:
        yield "silent"
    finally:
        seen.append("left")

def generate(n):
    for i in range(n):
        got = yield i
        if got:
            yield got * 2
    return "done"

def delegate(n):
    result = yield from generate(n)
    yield result

def handle(value):
    try:
        try:
            return 10 // value
        except ZeroDivisionError as error:
            raise KeyError("zero") from error
        finally:
            seen.append(value)
    except KeyError:
        return None

def match(value):
    match value:
        case {"a": [first, *rest]}:
            return first, rest
        case str() | int() as found if found:
            return f"{found!r:>5}"
        case _:
            return value[1:2] if isinstance(value, list) else -value

seen = []
print(Child().greet("a", "b", sep="-"), [x * y for x in (1, 2) for y in {3: 4} if x])
with silent() as name, silent():
    seen.append(name)
g = delegate(2)
print(next(g), g.send(5), list(g), handle(0), handle(3))
print(match({"a": [1, 2, 3]}), match("x"), match([1, 2]), match(-1.5), seen)
a, (b, *c), d = 1, (2, 3, 4), not seen
print(a < b < d, {**{"k": a}, "l": c}, {*c, a}, a if b else c)
try:
    raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
except* ValueError as group:
    print(group.exceptions)
except* TypeError:
    pass
"""


class Compare(Observer):
    """Compares the stack that an instruction finds with its picture."""

    def __init__(self) -> None:
        self.pictures: dict[CodeType, Picture] = {}
        self.compared = 0

    def instruction(self, frame: Any, step: Any, target: Any, top: Any) -> None:
        if target is None:
            return
        found = self.pictures.get(frame.code)
        if found is None:
            code = from_host(frame.code)
            found = self.pictures[frame.code] = picture(code, disassemble(code))
        texts = found.before(target.offset)
        assert texts is not None, (frame.code, target)
        stack = frame.stack
        assert len(stack) == len(texts), (step, target, texts)
        for value, text in zip(stack, texts, strict=True):
            if text == "NULL":
                assert value is None or "NULL" in repr(value), (target, texts)
            elif text.isdecimal():
                assert value == int(text)
        self.compared += 1


@pytest.mark.skipif(isa.host_version() not in VERSIONS[3:], reason="no machine for the host")
def test_the_machines_stack_is_as_pictured(capsys: pytest.CaptureFixture[str]) -> None:
    compare = Compare()
    machine = Machine(observer=compare)
    machine.exec(compile(PROGRAM, "<program>", "exec"), {"__name__": "program"})
    assert compare.compared > 500
    assert capsys.readouterr().out.startswith("A-B [")
