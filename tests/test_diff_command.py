"""`peephole diff`: what differs in meaning, and only that; its exit status."""

from __future__ import annotations

import json
import py_compile
from pathlib import Path
from typing import Any

import pytest

from broken_code import made
from oracles import found
from peephole.analysis.difference import CHANGED, SAME, CodeDifference, differences
from peephole.assembly import Operation, edit
from peephole.cli.app import run_app
from peephole.code import CodeObject, from_host

OLD = '''
def f(a, b=1):
    """doc"""
    try:
        for x in b:
            if x < 1 and a is None:
                return x + 1
    except ValueError:
        pass
    return 5

def g():
    return [1]
'''


def code(source: str) -> CodeObject:
    return from_host(compile(source, "x.py", "exec"))


def only(old: str, new: str) -> CodeDifference:
    """The only difference between two sources."""
    (changed,) = [each for each in differences(code(old), code(new)) if each.status != SAME]
    return changed


def rows(difference: CodeDifference) -> list[tuple[str, ...]]:
    return [row.changes or (row.status,) for row in difference.rows if row.status != SAME]


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ("x < 1", "x <= 1", [("operand",)]),
        ("return x + 1", "return x - 1", [("operand",)]),
        ("return [1]", "return (1,)", None),
        ("a is None", "print(a) is None", None),
    ],
)
def test_what_is_changed_is_found(
    before: str, after: str, changes: list[tuple[str, ...]] | None
) -> None:
    difference = only(OLD, OLD.replace(before, after))
    assert difference.qualname == ("g" if before == "return [1]" else "f")
    if changes is not None:
        assert rows(difference) == changes
        assert difference.fields == {}


def test_the_fields() -> None:
    assert only(OLD, OLD.replace("doc", "another")).fields == {"docstring": ("doc", "another")}
    assert only(OLD, OLD.replace("def g()", "def g(a)")).fields == {
        "argcount": (0, 1),
        "varnames": ((), ("a",)),
    }
    assert "flags" in only(OLD, OLD.replace("return [1]", "return [(yield)]")).fields


def test_places_do_not_count() -> None:
    moved = "# a comment\n\n" + OLD.replace("a is None", "a  is  None").replace("x.py", "y.py")
    assert all(each.status == SAME for each in differences(code(OLD), code(moved)))


def test_jumps_that_only_move_do_not_count() -> None:
    difference = only(OLD, OLD.replace("            if", "            print(x)\n            if"))
    assert {row.status for row in difference.rows} == {SAME, "added"}


def test_a_jump_that_goes_elsewhere() -> None:
    program = "RESUME; push; POP_JUMP_IF_TRUE {}; NOP; RETURN_CONST 0; LOAD_NAME 0; return"
    old, new = (made("3.12", program.format(distance)) for distance in (1, 2))
    (difference,) = differences(old, new)
    assert rows(difference) == [("target",)]


def test_another_handler() -> None:
    old = code("try:\n    a\n    b\nexcept E:\n    c\n")
    editable = edit(old)
    # The region ends sooner by an instruction.
    region = editable.regions[0]
    end = editable.index(region.end)
    editable.body.pop(end)
    last = max(i for i in range(end) if isinstance(editable.body[i], Operation))
    editable.insert(last, [region.end])
    (difference,) = differences(old, editable.assemble())
    assert rows(difference) == [("handler",)]


def test_added_and_removed() -> None:
    found = differences(code(OLD), code(OLD.replace("def g", "def h")))
    assert [(each.qualname, each.status) for each in found] == [
        ("", CHANGED), ("f", SAME), ("g", "removed"), ("h", "added"),
    ]  # fmt: skip


def test_versions() -> None:
    old = made(
        "3.9", "LOAD_FAST 0; LOAD_CONST 0; BINARY_ADD; LOAD_GLOBAL 1; CALL_FUNCTION 0; return"
    )
    new = made(
        "3.14", "RESUME; LOAD_FAST_BORROW 0; push; BINARY_OP 0; LOAD_GLOBAL 2; CALL 0; return"
    )
    (difference,) = differences(old, new)
    pairs = [(row.old and row.old.opname, row.new and row.new.opname) for row in difference.rows]
    assert pairs == [
        (None, "RESUME"),
        ("LOAD_FAST", "LOAD_FAST_BORROW"),
        ("LOAD_CONST", "LOAD_CONST"),
        ("BINARY_ADD", "BINARY_OP"),
        ("LOAD_GLOBAL", "LOAD_GLOBAL"),
        ("CALL_FUNCTION", "CALL"),
        ("RETURN_VALUE", "RETURN_VALUE"),
    ]
    assert difference.rows[2].renumbered
    assert difference.rows[3].changes == ("opname",)


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "old.py").write_text(OLD)
    (tmp_path / "new.py").write_text(OLD.replace("x < 1", "x <= 1"))
    py_compile.compile(str(tmp_path / "old.py"), str(tmp_path / "old.pyc"), doraise=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_text_and_status(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_app(["diff", "old.py", "old.pyc"]) == 0
    assert capsys.readouterr().out.endswith("\n3 code objects: nothing differs\n")
    assert run_app(["diff", "old.pyc", "new.py", "--context", "1"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("--- old.pyc (Python 3.")
    assert lines[3].startswith("f: 1 changed of ")
    assert [line[0] for line in lines[4:8]] == [" ", " ", "~", " "]
    assert "COMPARE_OP" in lines[6]
    assert lines[-1] == "3 code objects: 1 changed, 2 the same"
    assert run_app(["diff", "old.py:g", "new.py:g"]) == 0


def test_json(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_app(["diff", "old.py", "new.py", "--format", "json"]) == 1
    form: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert form["equal"] is False
    changed = [each for each in form["code"] if each["status"] == "changed"]
    assert [each["name"] for each in changed] == ["f"]
    (row,) = changed[0]["instructions"]
    assert row["changes"] == ["operand"]
    assert (row["old"]["argval"], row["new"]["argval"]) == ("<", "<=")


def test_one_source_and_two_versions(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = [version for version in ("3.8", "3.12", "3.14") if version in found()][:2]
    if len(names) < 2:
        pytest.skip("there are no two versions on this machine")
    assert run_app(["diff", "old.py", "--python", ",".join(names)]) == 1
    out = capsys.readouterr().out
    assert out.startswith(f"--- old.py (Python {names[0]})\n+++ old.py (Python {names[1]})\n")


@pytest.mark.parametrize(
    "words",
    [
        ["old.py"],
        ["old.py", "missing.py"],
        ["old.py", "new.py", "--format", "xml"],
        ["old.py", "new.py", "--context", "-1"],
        ["old.py", "--python", "3.12"],
        ["old.py", "new.py", "--python", "3.8,3.9,3.10"],
    ],
)
def test_bad_input(files: Path, capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert run_app(["diff", *words]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def assembled(version: str, *lines: str) -> str:
    """The name of a .pyc file with such code, in this directory."""
    text = "\n".join([f".python {version}", ".code m", *lines])
    Path(f"{version}.pasm").write_text(text)
    assert run_app(["asm", f"{version}.pasm", "-o", f"{version}.pyc"]) == 0
    return f"{version}.pyc"


@pytest.mark.parametrize(
    ("flags", "note"),
    [
        ("0", ""),
        ("defaults", "stack: attributes[1], codeobj -- func  ->  codeobj -- func"),
        ("defaults, closure", "stack: attributes[2], codeobj -- func  ->  codeobj -- func"),
    ],
)
def test_effects_are_those_of_the_operand(
    files: Path, capsys: pytest.CaptureFixture[str], flags: str, note: str
) -> None:
    loads = ["LOAD_CONST ()", "LOAD_CONST ()", "LOAD_CONST None"]
    old = assembled("3.11", *loads, f"MAKE_FUNCTION {flags}", "RETURN_VALUE")
    new = assembled("3.13", *loads, "MAKE_FUNCTION", "RETURN_VALUE")
    assert run_app(["diff", old, new]) == bool(note)
    lines = [line for line in capsys.readouterr().out.splitlines() if "MAKE_FUNCTION" in line]
    assert [line.startswith("~") and line.endswith(note) for line in lines] == [True] * bool(note)
