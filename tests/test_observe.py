"""Traces and counts of code on the machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from peephole.errors import PeepholeError
from peephole.machine import Machine
from peephole.observe.json_lines import JsonPrinter
from peephole.observe.stats import Stats
from peephole.observe.text import TextPrinter
from peephole.observe.trace import Filter, Trace

PROGRAM = """\
def add(a, b):
    return a + b

def fail(flag):
    try:
        if flag:
            add(1, "x")
    except TypeError:
        return "handled"

def generate(n):
    for i in range(n):
        yield i

class Hostile:
    def __repr__(self):
        raise SystemExit("asked for its repr")
    __str__ = __len__ = __bool__ = __hash__ = __eq__ = __repr__

held = [Hostile()]
total = add(2, 3)
fail(True)
fail(False)
values = list(generate(2))
"""


def trace(filter: Filter | None = None, limit: int | None = None) -> list[dict[str, Any]]:
    """Run the program; return the records of its trace."""
    pieces: list[str] = []
    machine = Machine(observer=Trace(JsonPrinter(pieces.append), filter or Filter(), limit))
    run(machine)
    return [json.loads(line) for line in "".join(pieces).splitlines()]


def run(machine: Machine) -> dict[str, Any]:
    namespace: dict[str, Any] = {"__name__": "program"}
    machine.exec(compile(PROGRAM, "program.py", "exec"), namespace)
    assert namespace["total"] == 5
    assert namespace["values"] == [0, 1]
    return namespace


@pytest.fixture(scope="module")
def records() -> list[dict[str, Any]]:
    return trace()


def events(records: list[dict[str, Any]], function: str) -> list[dict[str, Any]]:
    return [r for r in records if r["function"] == function and r["event"] != "instruction"]


def test_calls_and_returns(records: list[dict[str, Any]]) -> None:
    call, result, *_ = events(records, "add")
    assert (call["event"], call["arguments"]) == ("call", {"a": "2", "b": "3"})
    assert (result["event"], result["value"]) == ("return", "5")
    assert call["module"] == "program"
    assert call["depth"] == events(records, "<module>")[0]["depth"] + 1


def test_stack_after_each_instruction(records: list[dict[str, Any]]) -> None:
    add = [r for r in records if r["function"] == "add" and r["event"] == "instruction"]
    operation = next(r for r in add if r["opname"] == "BINARY_OP")
    before = add[add.index(operation) - 1]
    assert before["stack"] == ["2", "3"]
    assert operation["stack"] == ["5"]
    assert operation["argrepr"] == "+"
    assert operation["line"] == 2


def test_exception_and_its_handler(records: list[dict[str, Any]]) -> None:
    error = "TypeError(\"unsupported operand type(s) for +: 'int' and 'str'\")"
    happened = [(r["event"], r["function"]) for r in records if r.get("exception") == error]
    assert happened == [("raise", "add"), ("unwind", "add"), ("handle", "fail")]
    raised, _, handled = (r for r in records if r.get("exception") == error)
    assert raised["opname"] == "BINARY_OP"
    assert handled["opname"] == "PUSH_EXC_INFO"


def test_jumps(records: list[dict[str, Any]]) -> None:
    jumps = [
        r
        for r in records
        if r["function"] == "fail" and "JUMP" in r.get("opname", "") and "jump" in r
    ]
    tests = [r for r in jumps if r["opname"].startswith("POP_JUMP") and r["line"] == 6]
    assert [r["jump"] for r in tests] == [False, True]
    assert tests[0]["target"] < tests[1]["target"]
    loop = [r for r in records if r.get("opname") == "FOR_ITER"]
    assert [r["jump"] for r in loop] == [False, False, True]
    assert all(r["jump"] for r in records if r.get("opname") == "JUMP_BACKWARD")


def test_generators(records: list[dict[str, Any]]) -> None:
    kinds = [r["event"] for r in events(records, "generate")]
    assert [kind for kind in kinds if kind in ("yield", "resume")] == ["yield", "resume"] * 2
    assert [r["value"] for r in events(records, "generate") if r["event"] == "yield"] == ["0", "1"]
    assert kinds[-1] == "return"


def test_values_are_not_asked(records: list[dict[str, Any]]) -> None:
    shown = [r["stack"] for r in records if r.get("opname") == "STORE_NAME"]
    stacks = [r["stack"] for r in records if "stack" in r]
    assert shown
    assert ["[<Hostile object>]"] in stacks


def test_filters() -> None:
    assert {r["function"] for r in trace(Filter(functions=("add",)))} == {"add"}
    assert trace(Filter(modules=("other",))) == []
    assert len(trace(Filter(modules=("prog*",)))) == len(trace())
    found = trace(Filter(opcodes=("binary_op",)))
    assert {r["opname"] for r in found} == {"BINARY_OP"}
    assert [r["event"] for r in found] == ["instruction", "raise"]
    with pytest.raises(PeepholeError, match="no instruction 'BINARY_BAD'"):
        Filter(opcodes=("BINARY_BAD",))


def test_limit() -> None:
    found = trace(limit=5)
    assert sum(r["event"] == "instruction" for r in found) == 5
    assert found[-1] == {"event": "limit", "instructions": 5}
    assert trace(limit=0) == []


def test_text() -> None:
    pieces: list[str] = []
    printer = TextPrinter(pieces.append, {"program.py": PROGRAM})
    run(Machine(observer=Trace(printer, Filter(functions=("add", "fail")))))
    lines = "".join(pieces).splitlines()
    assert lines[0] == "-> add(a=2, b=3)  program.py:1"
    assert "    2  return a + b" in lines
    operation = next(line for line in lines if " BINARY_OP " in line)
    assert operation.split()[1:] == ["BINARY_OP", "0", "(+)", "[5]"]
    assert "<- add returns 5" in lines
    called = lines.index("-> fail(flag=True)  program.py:4")
    inner = next(line for line in lines[called:] if "-> add" in line)
    assert inner == "    -> add(a=1, b='x')  program.py:1"
    assert any(line.startswith("!> TypeError") and "is handled from" in line for line in lines)
    assert any(line.endswith("  no jump") for line in lines)
    assert any("  jump to " in line for line in lines)


def test_counts() -> None:
    stats = Stats()
    run(Machine(observer=stats))
    opcodes = stats.by_opname()
    assert opcodes["BINARY_OP"] == 2
    assert stats.exceptions["TypeError"] == 1
    assert stats.total == sum(opcodes.values()) == sum(stats.by_family().values())
    assert stats.by_family()["operators"] >= 2
    # the module, the class, add twice, fail twice, generate
    assert stats.calls == 7
    assert stats.resumptions == 2
    assert stats.native_calls >= 3  # list, range, __build_class__ or its like
    assert stats.as_dict()["opcodes"] == opcodes
    assert "BINARY_OP" in stats.as_text()


def peephole(
    *words: str, cwd: Path, stderr: int = subprocess.PIPE
) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1] / "src")}
    command = [sys.executable, "-m", "peephole", *words]
    return subprocess.run(
        command, cwd=cwd, env=environment, stdout=subprocess.PIPE, stderr=stderr, text=True
    )


def test_output_stays_apart_from_the_programs_own(tmp_path: Path) -> None:
    (tmp_path / "p.py").write_text("import os\nprint('out')\nprint(os.dup(1))\n")
    done = peephole("trace", "--output", "trace", "--format", "json", "p.py", cwd=tmp_path)
    plain = peephole("run", "p.py", cwd=tmp_path)
    assert (done.stdout, done.stderr) == (plain.stdout, "")
    lines = (tmp_path / "trace").read_text().splitlines()
    assert {json.loads(line)["filename"] for line in lines} == {str(tmp_path / "p.py")}
    done = peephole("trace", "p.py", cwd=tmp_path)
    assert done.stdout == plain.stdout
    assert "    2  print('out')\n" in done.stderr


def test_counts_come_last(tmp_path: Path) -> None:
    code = "import atexit, sys; atexit.register(print, 'bye', file=sys.stderr); sys.exit(3)"
    done = peephole("run", "--stats", "-c", code, cwd=tmp_path)
    assert done.returncode == 3
    assert done.stderr.startswith("bye\nexecuted on the machine:\n")
    done = peephole("run", "--stats-format", "json", "--stats-file", "s", "-c", code, cwd=tmp_path)
    assert done.stderr == "bye\n"
    assert json.loads((tmp_path / "s").read_text())["exceptions"] == {"SystemExit": 1}


def test_counts_are_not_on_the_programs_last_line(tmp_path: Path) -> None:
    (tmp_path / "p.py").write_text("print('no newline', end='')\n")
    for target in (["p.py"], ["-m", "p"]):
        together = peephole("run", "--stats", *target, cwd=tmp_path, stderr=subprocess.STDOUT)
        assert together.stdout.startswith("no newline\nexecuted on the machine:\n")
        apart = peephole("run", "--stats", *target, cwd=tmp_path)
        assert apart.stdout == "no newline"
        assert apart.stderr.startswith("executed on the machine:\n")


def test_generator_expressions_show_how_their_variables_become_cells() -> None:
    pieces: list[str] = []
    machine = Machine(observer=Trace(JsonPrinter(pieces.append), Filter(("<genexpr>",))))
    source = "called = [call() for call in ((lambda: x) for x in 'ab')]"
    namespace: dict[str, Any] = {}
    machine.exec(compile(source, "program.py", "exec"), namespace)
    assert namespace["called"] == ["a", "b"]
    records = [json.loads(line) for line in "".join(pieces).splitlines()]
    opnames = [record["opname"] for record in records if record["event"] == "instruction"]
    assert opnames.count("MAKE_CELL") == opnames.count("RETURN_GENERATOR") == 1
    assert opnames.index("MAKE_CELL") < opnames.index("RETURN_GENERATOR")


def test_frozen_modules_are_traced_with_their_source(tmp_path: Path) -> None:
    (tmp_path / "p.py").write_text("")
    done = peephole("trace", "--all", "--limit", "20", "-m", "p", cwd=tmp_path)
    assert done.stderr.startswith("-> <module>  <frozen runpy>:1\n")
    assert "  import sys\n" in done.stderr


@pytest.mark.parametrize(
    "words",
    [("run", "--stats"), ("trace",), ("trace", "--limit", "20000", "--format", "json")],
    ids=["stats", "text", "json"],
)
def test_observed_with_the_standard_library(words: tuple[str, ...], tmp_path: Path) -> None:
    program = ("-m", "calendar", "2026", "11")
    done = peephole(*words, "--all", *program, cwd=tmp_path)
    plain = subprocess.run([sys.executable, *program], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, plain.stdout)
    assert "Traceback (most recent" not in done.stderr
    assert "calendar" in done.stderr or "executed on the machine" in done.stderr


def test_nothing_is_imported_for_an_observer_while_a_guest_runs(tmp_path: Path) -> None:
    """An import of ours would run through the guest's import system and be observed, too."""
    code = (
        "import sys\n"
        "class Finder:\n"
        "    def find_spec(self, name, path=None, target=None): print('asked for', name)\n"
        "sys.meta_path.insert(0, Finder())\n"
        "for name in ('linecache', 'tokenize', 're', 'inspect', 'json'): sys.modules.pop(name, 0)\n"
        "def f(x): return x + 1\n"
        "f(1)\n"
        "try: f('')\n"
        "except TypeError: pass\n"
    )
    for words in (("run", "--stats"), ("trace",), ("trace", "--format", "json")):
        done = peephole(*words, "-c", code, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (0, ""), words
