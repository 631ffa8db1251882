"""The command line: options, help, explanations, and one clear line for bad input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from peephole import isa
from peephole.cli import options, reference
from peephole.errors import PeepholeError
from peephole.instructions import FAMILIES

HOST = isa.host_version()


def peephole(*words: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1] / "src")}
    environment["COLUMNS"] = "100"
    return subprocess.run(
        [sys.executable, "-m", "peephole", *words],
        cwd=cwd,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )


def test_options_end_at_the_target() -> None:
    words = ["--include", "a,b", "--all", "--include=c", "prog.py", "--all", "--help"]
    values, rest = options.parse_options("run", words)
    assert values["include"] == ("a", "b", "c")
    assert values["all"] is True
    assert values["exclude"] == ()
    assert values["stats_file"] is None
    assert rest == ["prog.py", "--all", "--help"]


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        (["-c", "code", "--all"], ["-c", "code", "--all"]),
        (["--", "-"], ["-"]),
        (["--all", "-m", "module"], ["-m", "module"]),
        ([], []),
    ],
)
def test_target_is_left_alone(words: list[str], rest: list[str]) -> None:
    assert options.parse_options("run", words)[1] == rest


@pytest.mark.parametrize(
    ("command", "words", "message"),
    [
        ("run", ["--limit", "3"], "no such option: --limit"),
        ("run", ["--all=1"], "--all takes no value"),
        ("run", ["--include"], "--include needs a value: MODULE"),
        ("trace", ["--limit", "many"], "--limit takes a number, not 'many'"),
        ("trace", ["--format", "xml"], "--format is one of text, json, not 'xml'"),
    ],
)
def test_wrong_options(command: str, words: list[str], message: str) -> None:
    with pytest.raises(PeepholeError, match=message):
        options.parse_options(command, words)


def test_help_is_asked_for_before_the_target_only() -> None:
    assert options.wants_help("run", ["--help"])
    assert options.wants_help("run", ["--include", "x", "--all", "-h"])
    assert not options.wants_help("run", ["prog.py", "--help"])
    assert not options.wants_help("run", ["-c", "1", "-h"])
    assert not options.wants_help("run", ["--include", "--help"])
    assert not options.wants_help("run", [])


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["run"], "nothing to run: give a FILE, -m MODULE, -c CODE or - for stdin"),
        (["run", "nothing.py"], "can't open file '{cwd}/nothing.py': [Errno 2] No such file"),
        (["run", "empty"], "can't find '__main__' module in '{cwd}/empty'"),
        (["run", "-m", "nothing.at.all"], "Error while finding module specification"),
        (["run", "-m", "nothing"], "No module named nothing"),
        (["run", "-m"], "-m needs an argument: the module to run"),
        (["run", "-x"], "no such option: -x"),
        (["run", "--nonsense", "x"], "no such option: --nonsense (see peephole run --help)"),
        (["run", "binary"], "'{cwd}/binary' is not Python source: null byte at offset 1"),
        (["run", "--stats-file", "empty", "-c", ""], "can't write to 'empty': Is a directory"),
        (["trace", "--opcode", "ADD", "-c", ""], f"no instruction 'ADD' in Python {HOST}"),
        (
            ["explain", "BINARY_UP"],
            "no instruction BINARY_UP in Python 3.8-3.15; did you mean BINA",
        ),
        (["explain", "LOAD_FAST", "--python", "2.7"], "no instructions of Python 2.7"),
        (["explain", "--family", "colours"], "no family 'colours': there are stack, loads"),
        (["explain", "--nonsense"], "no such option: --nonsense"),
        (["nonsense"], "no such command 'nonsense'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_bad_input_gets_one_line(words: list[str], message: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "binary").write_bytes(b"x\0")
    done = peephole(*words, cwd=tmp_path)
    assert done.stderr.startswith("peephole: " + message.format(cwd=tmp_path))
    assert (done.stdout, done.returncode, done.stderr.count("\n")) == ("", 2, 1)


def test_help_texts() -> None:
    for words in ([], ["--help"]):
        done = peephole(*words)
        assert (done.returncode, done.stderr) == (0, "")
        for command in ("run", "trace", "explain"):
            assert f" {command} " in done.stdout
    for command, declared in options.RUNNING.items():
        done = peephole(command, "--help")
        assert done.returncode == 0
        assert f"Usage: peephole {command} [OPTIONS] TARGET [ARGS]..." in done.stdout
        for option in declared:
            assert f"--{option.name} " in done.stdout
    assert peephole("--version").stdout == "peephole 0.1.0\n"


def test_running_imports_nothing_for_looks() -> None:
    """What builds help texts takes longer to import than all the rest."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "peephole", "run", "-c", "pass"],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1] / "src")},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "peephole.cli.run" in imported
    heavy = {"typer", "click", "rich", "inspect", "dis", "ast", "dataclasses", "json"}
    assert imported & heavy == set()


@pytest.mark.parametrize(
    "words", [["dis", "textwrap.py"], ["verify", "textwrap.py"], ["isa", "list"]]
)
def test_nothing_in_the_current_directory_is_imported(tmp_path: Path, words: list[str]) -> None:
    """A file that is looked at may be called like a module that peephole imports."""
    for name in ("textwrap", "json", "shutil"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('imported')\n")
    done = subprocess.run(
        [sys.executable, "-m", "peephole", *words],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1] / "src")},
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_explanation_has_every_part() -> None:
    facts = reference.explain("binary_op", "3.13")
    assert facts["stack"] == "left, right -- res"
    assert facts["stack_effect"] == [-1, -1]
    assert facts["choices"][0] == "+"
    assert (facts["jumps"], facts["raises"], facts["calls"]) == (False, True, True)
    assert facts["caches"] == {"counter": 1}
    assert "BINARY_OP_ADD_INT" in facts["specialized"]
    assert facts["versions"] == ["3.11", "3.12", "3.13", "3.14", "3.15"]
    assert facts["opcodes"]["3.12"] == 122
    assert any("caches were 1" in change for change in facts["changes"]["3.14"])
    assert reference.explain("LOAD_NAME", "3.13")["reads"] == ["co_names"]
    assert reference.explain("FOR_ITER", "3.13")["jumps"]
    assert reference.explain("LOAD_FAST", "3.11")["raises"] is None  # its headers do not tell
    assert reference.explain("LOAD_FAST", "3.13")["raises"] is False


def test_explanation_of_other_kinds() -> None:
    assert reference.explain("CALL_LEN")["specialized_from"] == "CALL"
    assert reference.explain("JUMP", "3.14")["becomes"] == ["JUMP_FORWARD", "JUMP_BACKWARD"]
    assert reference.explain("INSTRUMENTED_CALL", "3.14")["instead_of"] == "CALL"
    assert reference.explain("BINARY_ADD")["versions"] == ["3.8", "3.9", "3.10"]
    assert reference.explain("LOAD_FAST", "3.8")["doc"].startswith("As of 3.11: ")


@pytest.mark.parametrize("version", isa.VERSIONS)
def test_every_instruction_can_be_explained(version: str) -> None:
    table = isa.table(version)
    for name in [*table.opmap, *table.specialized, *table.pseudo]:
        facts = reference.explain(name, version)
        assert facts["name"] == name
        assert version in facts["versions"]


def test_families() -> None:
    assert reference.family_named("call") == "calls"
    with pytest.raises(PeepholeError, match="could be"):
        reference.family_named("s")
    members = [name for family in FAMILIES for name in reference.family_members(family, HOST)]
    plain = {name for name in isa.table(HOST).opmap if not name.startswith("INSTRUMENTED_")}
    assert set(members) == plain
    listed = peephole("explain").stdout
    assert all(f"  {name} " in listed for name in members)


def test_explanation_as_json_and_text() -> None:
    done = peephole("explain", "call", "--format", "json")
    assert json.loads(done.stdout)["name"] == "CALL"
    done = peephole("explain", "CALL", "--python", "3.13")
    assert done.stdout.startswith("CALL   (calls)\n  Call with oparg positional arguments")
    assert "stack         callable, self_or_null, args[oparg] -- res" in done.stdout
