"""Code goes through the editable form unchanged, and what is edited runs under its interpreter."""

from __future__ import annotations

import base64
import functools
import marshal
import os
import subprocess
import sys
import types
from pathlib import Path

import pytest

import peephole
from broken_code import made
from oracles import VERSIONS, answers, found
from peephole.analysis.verifier import verify
from peephole.assembly import AssemblyError, EditableCode, Label, Operation, TryRegion, edit
from peephole.code import CodeObject, dump, load, load_marshal

PROGRAM = '''
import sys

def divide(a, b):
    return a / b

def total(numbers):
    result = 0
    for number in numbers:
        if number % 2:
            result += number
        else:
            result -= number
    return result

def numbers(limit):
    value = 0
    while value < limit:
        try:
            yield value
        finally:
            value += 1

def closure(x):
    def inner(y):
        return x + y + len(prefix)
    prefix = "abc"
    return inner

class Account:
    """Money."""
    def __init__(self, owner, *, balance=0):
        self.owner, self.balance = owner, balance
    def add(self, amount):
        with open(__file__, "rb"):
            self.balance += amount
        return self

try:
    print("divide", divide(6, 3), divide(1, 0))
except ZeroDivisionError as error:
    print("error", type(error).__name__)
print("total", total(range(10)), total([]))
print("numbers", list(numbers(3)), [n for n in numbers(2)])
print("closure", closure(1)(2))
print("account", Account("me", balance=5).add(3).balance)
'''
OUTPUT = [
    "error ZeroDivisionError",
    "total 5 0",
    "numbers [0, 1, 2] [0, 1]",
    "closure 6",
    "account 8",
]


@functools.cache
def interpreter(version: str) -> Path:
    python = found().get(version)
    if python is None:
        pytest.skip(f"no Python {version} on this machine")
    return python


@functools.cache
def compiled(version: str, source: str = PROGRAM) -> CodeObject:
    """The code that a version's own compiler makes."""
    program = (
        "import sys, marshal; sys.stdout.buffer.write("
        "marshal.dumps(compile(sys.stdin.read(), 'program.py', 'exec')))"
    )
    answer = subprocess.run(
        [interpreter(version), "-c", program], input=source.encode(), stdout=-1, check=True
    )
    return load_marshal(answer.stdout, version)


def run(code: CodeObject, directory: Path) -> list[str]:
    """The lines that the version's interpreter prints as it runs a .pyc file of the code."""
    assert verify(code) == []
    path = directory / "program.pyc"
    path.write_bytes(dump(code))
    answer = subprocess.run(
        [interpreter(code.version), str(path)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": ""},
        check=False,
        timeout=60,
    )
    assert answer.stderr == ""
    assert answer.returncode == 0
    return answer.stdout.splitlines()


# --- unchanged ------------------------------------------------------------------------------


@pytest.mark.parametrize("version", VERSIONS)
def test_unchanged_code_comes_out_the_same(version: str) -> None:
    for answer in answers(version, "code"):
        data = base64.b64decode(answer["marshal"])
        code = load_marshal(data, version)
        again = edit(code).assemble()
        assert again == code, answer["path"]
        assert again.dump_marshal() == data, answer["path"]


@pytest.mark.parametrize("version", VERSIONS)
def test_tables_are_computed_as_the_compiler_does(version: str) -> None:
    code = compiled(version)
    editable = edit(code)
    for each in editable.walk():
        each.origin = None
    again = editable.assemble()
    for old, new in zip(code.walk(), again.walk(), strict=True):
        assert new.code == old.code
        assert new.stacksize == old.stacksize
        assert new.exceptiontable == old.exceptiontable
        assert new.positions() == old.positions()


def test_host_code_both_ways() -> None:
    def outer(a: int, *rest: int, key: int = 3) -> object:
        return [lambda b: a + b + key for _ in rest]

    for code in (outer.__code__, compile(PROGRAM, "program.py", "exec")):
        again = edit(code).assemble().to_host()
        assert isinstance(again, types.CodeType)
        assert again == code
        assert peephole.code.from_host(again) == peephole.code.from_host(code)


def test_what_is_not_needed_is_kept() -> None:
    program = "EXTENDED_ARG 0; EXTENDED_ARG 0; JUMP_FORWARD 1; NOP; push; return"
    code = made("3.13", program)
    editable = edit(code)
    assert [each.prefixes for each in editable.operations()] == [2, 0, 0, 0]
    assert editable.assemble().code == code.code
    left_over = made("3.10", b"\x09\x07" + made("3.10", "push; return").code)
    assert edit(left_over).assemble().code == left_over.code


# --- changed --------------------------------------------------------------------------------


@pytest.mark.parametrize("version", VERSIONS)
def test_unchanged_code_runs(version: str, tmp_path: Path) -> None:
    assert run(edit(compiled(version)).assemble(), tmp_path) == OUTPUT


@pytest.mark.parametrize("version", VERSIONS)
def test_calls_at_the_start_of_every_function(version: str, tmp_path: Path) -> None:
    editable = edit(compiled(version))
    for each in editable.walk():
        each.insert(each.start, [*each.call("print", "in", each.name), each.operation("POP_TOP")])
    lines = run(editable.assemble(), tmp_path)
    assert [line for line in lines if not line.startswith("in ")] == OUTPUT
    names = [line.split()[1] for line in lines if line.startswith("in ")]
    assert names[:2] == ["<module>", "Account"]
    assert names.count("divide") == names.count("total") == names.count("numbers") == 2
    assert names.count("inner") == names.count("add") == 1


@pytest.mark.parametrize("version", VERSIONS)
def test_a_counter_in_a_loop(version: str, tmp_path: Path) -> None:
    """A new local variable is counted up wherever the loop's variable is stored."""
    editable = edit(compiled(version))
    total = editable.find("total")
    count = total.local_index("count")
    added = "BINARY_ADD" if "BINARY_ADD" in total.isa.opmap else "BINARY_OP"
    for operation in total.operations():
        if operation.opname.startswith("STORE_FAST") and "number" in _stored(total, operation):
            total.insert_after(
                operation,
                [
                    Operation("LOAD_FAST", count),
                    total.operation("LOAD_CONST", 1),
                    total.operation(added, "+" if added == "BINARY_OP" else None),
                    Operation("STORE_FAST", count),
                ],
            )
        if operation.opname == "RETURN_VALUE":
            shown = total.call("print", "count", Operation("LOAD_FAST", count))
            total.insert_before(operation, [*shown, total.operation("POP_TOP")])
    total.insert(total.start, [total.operation("LOAD_CONST", 0), Operation("STORE_FAST", count)])
    lines = run(editable.assemble(), tmp_path)
    assert [line for line in lines if line.startswith("count")] == ["count 10", "count 0"]
    assert [line for line in lines if not line.startswith("count")] == OUTPUT


def _stored(code: EditableCode, operation: Operation) -> set[str]:
    """The names of the variables that a STORE_FAST of some kind stores."""
    oparg = operation.oparg
    assert isinstance(oparg, int)
    if operation.opname == "STORE_FAST":
        return {code.localsplusnames[oparg]}
    names = {code.localsplusnames[oparg >> 4]}
    return (
        names | {code.localsplusnames[oparg & 15]}
        if "STORE_FAST_STORE" in operation.opname
        else names
    )


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("reraise", [True, False])
def test_wrapped_in_try(version: str, reraise: bool, tmp_path: Path) -> None:
    editable = edit(compiled(version))
    divide = editable.find("divide")
    body = divide.operations()
    first = divide.body[divide.start]
    divide.wrap(
        first,
        body[-1],
        [*divide.call("print", "caught"), divide.operation("POP_TOP")],
        reraise=reraise,
    )
    if not reraise:
        # Control goes on behind what is wrapped, which is before the handler.
        end = next(region.end for region in divide.regions) if divide.regions else None
        after = end or next(
            item for item in divide.body if isinstance(item, Label) and item.name == "after"
        )
        divide.insert(
            divide.index(after) + 1,
            [divide.operation("LOAD_CONST", "nothing"), divide.operation("RETURN_VALUE")],
        )
    lines = run(editable.assemble(), tmp_path)
    caught = ["caught"] if reraise else ["caught", "divide 2.0 nothing"]
    assert lines == caught + OUTPUT[1 - reraise :]


@pytest.mark.parametrize("version", VERSIONS)
def test_every_function_wrapped_in_try(version: str, tmp_path: Path) -> None:
    """Loops, generators, handlers and with statements inside a try that raises again."""
    editable = edit(compiled(version))
    for each in editable.walk():
        start = each.start
        each.wrap(
            each.body[start],
            each.body[-1],
            [*each.call("print", "out of", each.name), each.operation("POP_TOP")],
        )
    lines = run(editable.assemble(), tmp_path)
    assert lines == ["out of divide", *OUTPUT]


@pytest.mark.parametrize("version", VERSIONS)
def test_part_of_a_loop_wrapped_in_try(version: str, tmp_path: Path) -> None:
    """Jumps that leave what is wrapped, with an iterator below on the stack."""
    source = """
def f(items):
    for item in items:
        if not item:
            continue
        print(1 // item)
    return "done"
try:
    print(f([1, 0, 2, None]))
    print(f("a"))
except TypeError:
    print("TypeError")
"""
    editable = edit(compiled(version, source))
    function = editable.find("f")
    lines = [item for item in function.operations() if item.line in (4, 5, 6)]
    start = function.index(lines[0])
    inner = [item for item in lines if item.line == 6]
    last = max(inner, key=function.index)
    assert start < function.index(last)
    function.wrap(
        lines[0], last, [*function.call("print", "caught"), function.operation("POP_TOP")]
    )
    assert run(editable.assemble(), tmp_path) == ["1", "0", "done", "caught", "TypeError"]


@pytest.mark.parametrize("version", VERSIONS)
def test_deleted_and_replaced(version: str, tmp_path: Path) -> None:
    source = "def f(x):\n    print('a')\n    x = x + 1\n    return x\nprint(f(1))\n"
    editable = edit(compiled(version, source))
    function = editable.find("f")
    function.delete(*[each for each in function.operations() if each.line == 2])
    for each in function.operations():
        if each.opname == "BINARY_ADD":
            function.replace(each, [function.operation("BINARY_MULTIPLY")])
        elif each.opname == "BINARY_OP":
            each.oparg = function.operation("BINARY_OP", "*").oparg
    function.consts = [10 if const == 1 else const for const in function.consts]
    for each in function.operations():
        if each.opname == "LOAD_SMALL_INT":
            each.oparg = 10
    assert run(editable.assemble(), tmp_path) == ["10"]


@pytest.mark.parametrize("version", VERSIONS)
def test_jumps_grow(version: str, tmp_path: Path) -> None:
    editable = edit(compiled(version))
    for each in editable.walk():
        for operation in each.operations()[:-1]:
            # FOR_ITER of 3.13 jumps over END_FOR and the POP_TOP behind it as over one.
            if each.index(operation) >= each.start and operation.opname != "END_FOR":
                each.insert_after(operation, [Operation("NOP") for _ in range(40)])
    code = editable.assemble()
    assert any(len(each.code) > 5000 for each in code.walk())
    assert run(code, tmp_path) == OUTPUT


@pytest.mark.parametrize("version", VERSIONS)
def test_code_made_of_nothing(version: str, tmp_path: Path) -> None:
    code = EditableCode(version, "<module>")
    again = Label("again")
    if "RESUME" in code.isa.opmap:
        code.append(Operation("RESUME", 0))
    code.append(
        code.operation("LOAD_CONST", 3),
        code.operation("STORE_NAME", "n"),
        again,
        *code.call("print", code.operation("LOAD_NAME", "n")),
        code.operation("POP_TOP"),
        code.operation("LOAD_NAME", "n"),
        code.operation("LOAD_CONST", 1),
    )
    new = "BINARY_OP" in code.isa.opmap
    code.append(
        code.operation("BINARY_OP", "-") if new else code.operation("BINARY_SUBTRACT"),
        code.operation("STORE_NAME", "n"),
        code.operation("LOAD_NAME", "n"),
        *([code.operation("TO_BOOL")] if "TO_BOOL" in code.isa.opmap else []),
        code.operation("UNARY_NOT"),
    )
    end = Label("end")
    code.append(
        code.operation("POP_JUMP_FORWARD_IF_TRUE", end)
        if "POP_JUMP_FORWARD_IF_TRUE" in code.isa.opmap
        else code.operation("POP_JUMP_IF_TRUE", end),
        code.operation("JUMP_FORWARD", again)
        if "JUMP_BACKWARD" in code.isa.opmap
        else code.operation("JUMP_ABSOLUTE", again),
        end,
        code.operation("LOAD_CONST", None),
        code.operation("RETURN_VALUE"),
    )
    assert run(code.assemble(), tmp_path) == ["3", "2", "1"]


# --- what cannot be assembled ----------------------------------------------------------------


def _body(*items: Operation | Label, version: str = "3.13") -> EditableCode:
    code = EditableCode(version)
    code.append(*items)
    code.consts.append(None)
    return code


L = Label("L")
RETURN = (Operation("LOAD_CONST", 0), Operation("RETURN_VALUE"))


@pytest.mark.parametrize(
    ("items", "message"),
    [
        ([Operation("NO_SUCH")], "Python 3.13 has no instruction NO_SUCH"),
        ([Operation("JUMP_FORWARD", L)], "JUMP_FORWARD: <Label L> is not in the code"),
        ([L, L, *RETURN], "<Label L> is in the code twice"),
        ([Operation("LOAD_CONST", L), L, *RETURN], "LOAD_CONST does not point to a label"),
        ([L, RETURN[0], Operation("POP_JUMP_IF_TRUE", L), *RETURN],
         "POP_JUMP_IF_TRUE cannot point back to <Label L>"),
        ([Operation("LOAD_CONST", 1 << 40)], "does not fit into 32 bits"),
        ([Operation("POP_TOP", 300)], "POP_TOP has no operand"),
        ([Operation("POP_TOP"), *RETURN], "taken off an empty stack at operation 0 (POP_TOP)"),
        ([L, RETURN[0], Operation("JUMP_BACKWARD", L)],
         "the stack has 0 items on one path and 1 on another"),
    ],
)  # fmt: skip
def test_errors(items: list[Operation | Label], message: str) -> None:
    with pytest.raises(AssemblyError) as raised:
        _body(*items).assemble()
    assert message in str(raised.value)


def test_errors_of_regions() -> None:
    start, end, handler = Label("start"), Label("end"), Label("handler")
    code = _body(end, *RETURN, start, handler)
    code.regions.append(TryRegion(start, end, handler))
    with pytest.raises(AssemblyError, match="ends before it starts"):
        code.assemble()
    code = _body(start, *RETURN, end, version="3.9")
    code.regions.append(TryRegion(start, end, start))
    with pytest.raises(AssemblyError, match=r"Python 3\.9 has no exception table"):
        code.assemble()


def test_code_that_cannot_be_edited() -> None:
    with pytest.raises(AssemblyError, match="byte 4 is pointed to"):
        edit(made("3.13", "JUMP_FORWARD 1; LOAD_GLOBAL 0; return").replace(code=_into_a_cache()))
    with pytest.raises(AssemblyError, match="EXTENDED_ARG before nothing"):
        edit(made("3.13", "RETURN_CONST 0; EXTENDED_ARG 0"))


def _into_a_cache() -> bytes:
    code = made("3.13", "JUMP_FORWARD 1; LOAD_GLOBAL 0; return").code
    return code[:1] + b"\1" + code[2:]


def test_operands_by_what_they_mean() -> None:
    code = EditableCode("3.13")
    assert code.operation("LOAD_GLOBAL", ("print", 1)).oparg == 1
    assert code.operation("LOAD_ATTR", "x").oparg == 2
    assert code.operation("COMPARE_OP", ">=").oparg == 5 << 5 | 4 | 8
    assert code.operation("IS_OP", "is not").oparg == 1
    assert code.operation("STORE_FAST_STORE_FAST", ("a", "b")).oparg == 1
    assert code.operation("CALL", 3).oparg == 3
    for opname, value in (("COMPARE_OP", "<>"), ("LOAD_DEREF", "a"), ("POP_TOP", 1)):
        with pytest.raises(AssemblyError):
            code.operation(opname, value)


def test_a_file_is_written_and_read_again(tmp_path: Path) -> None:
    code = compiled("3.12")
    editable = edit(load(dump(code)))
    assert editable.assemble().dump() == dump(code)


def test_host_code_is_what_the_marshal_data_makes() -> None:
    source = (
        PROGRAM
        + """
def f(a, /, b, *c, d=1, **e):
    global g
    g = lambda: (a, b, c, d, e, {1.5, "x", (None, ...)}, x"")
    async def inner(): yield a
[y for y in range(3)]
"""
    )
    code = peephole.code.from_host(compile(source.replace('x""', 'b"c"'), "program.py", "exec"))
    for each in code.walk():
        again, read = each.to_host(), marshal.loads(each.dump_marshal())
        assert again == read
        assert peephole.code.from_host(again) == peephole.code.from_host(read) == each


@pytest.mark.parametrize("entry", [(4, 2, 6, 0, False), (0, 2, -2, 0, False), (0, 2, 4, -1, False)])
def test_entries_that_no_exception_table_has(entry: tuple[int, int, int, int, bool]) -> None:
    with pytest.raises(peephole.PeepholeError, match="no exception table has an entry"):
        peephole.code.encode_exception_table([entry])


def test_the_example_of_the_readme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    readme = (Path(__file__).resolve().parent.parent / "README.md").read_text()
    example = readme[readme.index("code = peephole.code.load(") :]
    example = example[: example.index("```")]
    module = compile("def f(): return 1 / 0\ntry: f()\nexcept Exception: print('end')", "m", "exec")
    (tmp_path / "module.pyc").write_bytes(peephole.code.from_host(module).dump())
    exec(example, {"peephole": peephole})
    answer = subprocess.run(
        [sys.executable, "changed.pyc"], capture_output=True, text=True, check=True, timeout=60
    )
    assert answer.stdout.splitlines() == ["in <module>", "in f", "raised", "end"]
