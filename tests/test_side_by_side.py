"""What several versions make of the same code, in columns."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from oracles import fixture, found
from peephole.analysis.alignment import aligned
from peephole.analysis.listing import PLAIN, text_of
from peephole.analysis.side_by_side import side_by_side
from peephole.cli.app import run_app
from peephole.code import CodeObject, load_marshal


def test_sequences_are_aligned() -> None:
    assert aligned([]) == []
    assert aligned(["abc"]) == [(0,), (1,), (2,)]
    assert aligned(["abcd", "abxd", "bd"]) == [
        (0, 0, None),
        (1, 1, 0),
        (2, 2, None),
        (3, 3, 1),
    ]
    assert aligned(["a", "", "ba"]) == [(None, None, 0), (0, None, 1)]


def codes(version: str) -> dict[str, CodeObject]:
    import base64

    answers = fixture(version)["code"]
    made = [load_marshal(base64.b64decode(answer["marshal"]), version) for answer in answers]
    return {each.name: each for code in made for each in code.walk()}


@pytest.mark.parametrize("width", [40, 110])
def test_columns(width: int) -> None:
    old, new = codes("3.8"), codes("3.15")
    names = sorted(old.keys() & new.keys() - {"<module>", "<lambda>"})
    assert names
    for name in names:
        source: list[str] = []
        lines = list(side_by_side([old[name], None, new[name]], [source] * 3, width, PLAIN))
        texts = list(map(text_of, lines))
        each = max((width - 6) // 3, 26)
        assert all(len(text) <= max(3 * each + 6, len(texts[0])) for text in texts)
        assert texts[1].split("|")[0].startswith("Python 3.8")
        shown = "\n".join(texts)
        for code in (old[name], new[name]):
            assert f"Python {code.version}" in shown
        bars = [text for text in texts if " | " in text]
        left = [text[:each].split() for text in bars[1:]]
        offsets = [int(word) for words in left for word in words[:2] if word.isdecimal()]
        assert offsets[0] == 0


def two() -> list[str]:
    versions = list(found())
    if len(versions) < 2:
        pytest.skip("not two Pythons on this machine")
    return [versions[0], versions[-1]]


def test_at_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    Path("p.py").write_text("def f(a):\n    if a: return [x for x in a]\n")
    first, last = two()
    assert run_app(["dis", "p.py:f", "--python", f"{first},{last}"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("── f ─")
    assert [part.split(":")[0].strip() for part in lines[1].split("│")] == [
        f"Python {first}",
        f"Python {last}",
    ]
    assert "   2  if a: return [x for x in a]" in lines
    assert run_app(["dis", "p.py", "--python", first, "--python", last, "--format", "json"]) == 0
    assert {each["python"] for each in json.loads(capsys.readouterr().out)} == {first, last}
    assert run_app(["dis", "p.py", "--python", f"{first},{last}", "--style", "dis"]) == 0
    out = capsys.readouterr().out
    assert out.index(f"Python {first}:\n") < out.index(f"Python {last}:\n")


def test_a_version_that_refuses_the_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    first, last = two()
    if first in ("3.12", "3.13", "3.14", "3.15") or last in ("3.8", "3.9", "3.10", "3.11"):
        pytest.skip("no Python that knows type parameters beside one that does not")
    Path("p.py").write_text("def f[T](a: T): pass\n")
    assert run_app(["dis", "p.py", "--python", f"{first},{last}"]) == 0
    captured = capsys.readouterr()
    assert captured.err.startswith(f"Python {first} refuses it:\n")
    assert f"Python {last}: " in captured.out
    Path("p.py").write_text("def :\n")
    assert run_app(["dis", "p.py", "--python", f"{first},{last}"]) == 2
    assert capsys.readouterr().err.count("refuses it") == 2
