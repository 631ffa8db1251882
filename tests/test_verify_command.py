"""`peephole verify`: what it says, and its exit status."""

from __future__ import annotations

import json
import py_compile
import zipfile
from pathlib import Path

import pytest

from broken_code import made
from peephole.cli.app import run_app
from peephole.code import dump


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    source = tmp_path / "good.py"
    source.write_text("def f(x):\n    return [y for y in x]\n")
    py_compile.compile(str(source), str(tmp_path / "good.pyc"), doraise=True)
    (tmp_path / "bad.pyc").write_bytes(dump(made("3.9", "push; ROT_TWO; return")))
    (tmp_path / "cut.pyc").write_bytes(dump(made("3.12", "RETURN_CONST 0"))[:-9])
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_good_files_are_accepted(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_app(["verify", "good.pyc", "good.py"]) == 0
    captured = capsys.readouterr()
    assert captured.out.startswith("2 files, ")
    assert captured.out.endswith(" code objects: no problem\n")
    assert captured.err == ""


def test_problems_are_told(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_app(["verify", "good.pyc", "bad.pyc"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "bad.pyc: f, byte 2: stack: ROT_TWO takes 2 items off a stack of 1"
    assert lines[1].endswith(": 1 problem")


def test_directories_and_archives(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with zipfile.ZipFile(files / "lib.whl", "w") as archive:
        archive.write("bad.pyc", "package/bad.pyc")
        archive.write("good.pyc", "package/good.pyc")
    assert run_app(["verify", "lib.whl"]) == 1
    assert "lib.whl/package/bad.pyc: f, byte 2: stack:" in capsys.readouterr().out
    assert run_app(["verify", "."]) == 1
    out = capsys.readouterr().out
    assert "cut.pyc: byte" in out
    assert out.endswith(": 2 problems\n")
    (files / "broken.zip").write_bytes(b"PK")
    assert run_app(["verify", "broken.zip"]) == 2


def test_json(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_app(["verify", "--format", "json", "good.pyc", "bad.pyc", "cut.pyc"]) == 1
    good, bad, cut = json.loads(capsys.readouterr().out)
    assert good["problems"] == []
    assert bad["python"] == "3.9"
    assert bad["problems"][0]["rule"] == "stack"
    assert bad["problems"][0]["offset"] == 2
    assert cut["failure"].startswith("byte ")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "nothing to verify: give .pyc or .py files, directories or archives"),
        (["nope.pyc"], "can't open file 'nope.pyc': [Errno 2] No such file or directory"),
        (["good.py", "--format", "x"], "--format is one of text, json, not 'x'"),
    ],
)
def test_bad_input(
    files: Path, words: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_app(["verify", *words]) == 2
    assert capsys.readouterr().err == f"peephole: {message}\n"
