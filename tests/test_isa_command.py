"""`peephole isa`: lists and differences, in agreement with the tables."""

from __future__ import annotations

import json

import pytest

from peephole import isa
from peephole.cli.app import run_app


@pytest.mark.parametrize("version", isa.VERSIONS)
def test_list_has_every_instruction(version: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_app(["isa", "list", "--python", version]) == 0
    lines = capsys.readouterr().out.splitlines()
    table = isa.table(version)
    assert [line.split()[:2] for line in lines] == [
        [str(number), name] for name, number in sorted(table.opmap.items(), key=lambda row: row[1])
    ]
    assert run_app(["isa", "list", "--python", version, "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {row["opname"]: row["opcode"] for row in rows} == table.opmap
    assert all(row["caches"] == table.caches.get(row["opname"], 0) for row in rows)
    assert all("--" in (row["stack"] or "--") for row in rows)


def test_list_is_of_the_host_if_no_version_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_app(["isa", "list"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(isa.table(isa.host_version()).opmap)


def test_a_jumps_other_effect_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_app(["isa", "list", "--python", "3.11"]) == 0
    lines = {line.split()[1]: line for line in capsys.readouterr().out.splitlines()}
    assert "iter -- iter, next   (if it jumps: iter --)" in lines["FOR_ITER"]
    assert "jumps" not in lines["POP_TOP"]
    assert "+5" in lines["LOAD_GLOBAL"]


def test_difference_of_two_versions(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_app(["isa", "diff", "3.12", "3.13", "--format", "json"]) == 0
    changes = json.loads(capsys.readouterr().out)
    assert "TO_BOOL" in changes["added"]
    assert "KW_NAMES" in changes["removed"]
    assert changes["renumbered"]["POP_TOP"] == [1, isa.table("3.13").opmap["POP_TOP"]]
    assert changes["operand"]["COMPARE_OP"] == ["COMPARE_4", "COMPARE_5"]
    assert changes["stack_effect"]["END_FOR"] == [-2, -1]
    assert changes["stack"]["LOAD_GLOBAL"][1] == "-- value, null[oparg & 1]"
    assert changes["caches"]["POP_JUMP_IF_TRUE"] == [0, 1]
    assert run_app(["isa", "diff", "3.12", "3.13"]) == 0
    text = capsys.readouterr().out
    assert "Python 3.12 to 3.13" in text
    assert "renumbered" not in text
    assert "opcode (" in text


def test_a_version_is_no_different_from_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_app(["isa", "diff", "3.9", "3.9"]) == 0
    assert capsys.readouterr().out == "Python 3.9 to 3.9\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["list", "--python", "2.7"], "no instructions of Python 2.7: known are 3.8 to 3.15"),
        (["diff", "3.8", "x"], "no instructions of Python x: known are 3.8 to 3.15"),
        (["diff", "3.8", "\n"], "no instructions of Python \\n: known are 3.8 to 3.15"),
        (["diff", "3.8", "3.9", "--format", "x"], "--format is one of text, json, not 'x'"),
    ],
)
def test_bad_input(words: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_app(["isa", *words]) == 2
    assert capsys.readouterr().err == f"peephole: {message}\n"
