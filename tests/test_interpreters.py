"""Finding interpreters and compiling in them; reading archives and standard input."""

from __future__ import annotations

import io
import marshal
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from oracles import VERSIONS, found
from peephole import interpreters, isa
from peephole.cli.app import run_app
from peephole.code import CodeObject, from_host, load_marshal
from peephole.errors import PeepholeError
from peephole.interpreters import places

SOURCE = b"# -*- coding: latin-1 -*-\nx = '\xe9'\nraise SystemExit(x)\n"


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with nothing on it: an empty home, no managers, an empty PATH."""
    for name in ("PYENV_ROOT", "UV_PYTHON_INSTALL_DIR", "XDG_DATA_HOME", "ASDF_DATA_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(places, "_USUAL", ())
    return tmp_path


def executable(path: Path, script: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


# --- places ---------------------------------------------------------------------------------

OTHER = next(version for version in VERSIONS if version != isa.host_version())


def test_where_interpreters_are_looked_for(bare: Path) -> None:
    script = "exit 1"
    executable(bare / f".pyenv/versions/{OTHER}.9/bin/python", script)
    newest = executable(bare / f".pyenv/versions/{OTHER}.10/bin/python", script)
    oldest = executable(bare / f".pyenv/versions/{OTHER}.11rc1/bin/python", script)
    executable(bare / f".pyenv/versions/{OTHER}.12t/bin/python", script)
    executable(bare / f".pyenv/versions/pypy{OTHER}-7.3/bin/python", script)
    executable(bare / f".pyenv/shims/python{OTHER}", script)
    uv = bare / f".local/share/uv/python/cpython-{OTHER}.1-linux-x86_64-gnu/bin/python{OTHER}"
    executable(uv, script)
    plain = executable(bare / f"bin/python{OTHER}", script)
    commands = [Path(command[0]) for command in places.candidates(OTHER)]
    assert commands[:2] == [oldest, newest]
    assert commands[3:] == [uv, plain]
    assert OTHER in places.installed()


def test_the_launcher_is_asked(bare: Path) -> None:
    launcher = executable(bare / "bin/py", "exit 1")
    assert list(places.candidates(OTHER)) == [(str(launcher), f"-{OTHER}")]


def test_what_does_not_work_is_passed_over(bare: Path) -> None:
    executable(bare / f".pyenv/versions/{OTHER}.1/bin/python", "exit 3")
    with pytest.raises(PeepholeError, match=r"no Python .* is installed: .*ended with status 3"):
        interpreters.find(f"{OTHER}.1")
    host = isa.host_version()
    wrong = executable(bare / f"bin/python{OTHER}", f'exec {sys.executable} "$@"')
    with pytest.raises(PeepholeError, match=f"no Python {OTHER}.77 is installed"):
        interpreters.find(f"{OTHER}.77")
    assert interpreters.find(str(wrong)).version == host


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ("3.99", "no instructions of Python 3.99"),
        ("2.7", "no instructions of Python 2.7: known are 3.8 to 3.15"),
        ("three", "'three' is no version of Python: give one like 3.14"),
        ("/bin/echo", "'/bin/echo' is no Python: /bin/echo gave no answer that makes sense"),
        ("./nowhere", "'./nowhere' is no Python: can't start ./nowhere: No such file"),
    ],
)
def test_what_is_no_interpreter(wanted: str, message: str) -> None:
    with pytest.raises(PeepholeError, match=message):
        interpreters.find(wanted)


# --- compiling ------------------------------------------------------------------------------


@pytest.mark.parametrize("version", VERSIONS)
def test_compiled_as_the_interpreter_compiles(version: str) -> None:
    if version not in found():
        pytest.skip(f"no Python {version} on this machine")
    python = interpreters.find(version)
    assert python.version == version
    assert python.magic == isa.table(version).magic
    code = python.compile(SOURCE, "caf\xe9\udce9.py")
    program = "import sys, marshal; source, name = marshal.load(sys.stdin.buffer); "
    program += "sys.stdout.buffer.write(marshal.dumps(compile(source, name, 'exec')))"
    said = subprocess.run(
        [*python.command, "-c", program],
        input=marshal.dumps((SOURCE, "caf\xe9\udce9.py"), 2),
        capture_output=True,
        check=True,
    )
    assert code == load_marshal(said.stdout, version)
    with pytest.raises(IndentationError) as caught:
        python.compile(b"if 1:\nx", "wrong.py")
    assert (caught.value.filename, caught.value.lineno) == ("wrong.py", 2)
    with pytest.raises((PeepholeError, SyntaxError), match=r"null byte|many nested|MemoryError"):
        python.compile("x = " + "(" * 3000, "deep.py")


def test_the_running_interpreter_by_its_version() -> None:
    source = "def f(a):\n    return [x for x in a]\n"
    code = interpreters.find(isa.host_version()).compile(source, "f.py")
    assert code == from_host(compile(source, "f.py", "exec", dont_inherit=True))


def test_nothing_of_the_program_or_its_surroundings_is_executed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("marshal", "sitecustomize", "usercustomize", "_frozen_importlib_external"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('executed')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("PYTHONSTARTUP", str(tmp_path / "marshal.py"))
    code = interpreters.find(sys.executable).compile("raise SystemExit('executed')", "p.py")
    assert isinstance(code, CodeObject)


# --- at the command line --------------------------------------------------------------------


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "prog.py"
    path.write_text("def f(a):\n    return a + 1\n")
    with zipfile.ZipFile("pkg.whl", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(path, "pkg/prog.py")
        archive.writestr("pkg/README", "no code")
        archive.writestr("pkg/prog.pyc", from_host(compile("y = 2", "prog.py", "exec")).dump())
    return path


def other_version() -> str:
    for version in found():
        if version != isa.host_version():
            return version
    pytest.skip("no other Python on this machine")


def test_source_is_compiled_by_the_python_asked_for(
    program: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    version = other_version()
    assert run_app(["dis", "prog.py:f", "--python", version]) == 0
    assert f"Python {version}; " in capsys.readouterr().out
    assert run_app(["dis", "-c", "x = 1", "--python", version]) == 0
    assert f"Python {version}; " in capsys.readouterr().out
    assert run_app(["cfg", "prog.py", "--function", "f", "--python", version]) == 0
    assert f"Python {version}; " in capsys.readouterr().out
    assert run_app(["verify", "prog.py", "--python", f"{version},{isa.host_version()}"]) == 0
    assert capsys.readouterr().out == "2 files, 4 code objects: no problem\n"
    assert run_app(["dis", "json.decoder:JSONDecoder.decode", "--python", version]) == 0
    assert f"python{version}" in capsys.readouterr().out
    program.write_text("def :\n")
    assert run_app(["dis", "prog.py", "--python", version]) == 2
    assert "SyntaxError: invalid syntax\n" in capsys.readouterr().err
    assert run_app(["verify", "prog.py", "--python", version]) == 1


def test_members_of_archives(program: Path, capsys: pytest.CaptureFixture[str]) -> None:
    host = isa.host_version()
    assert run_app(["dis", "pkg.whl"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["pkg/prog.py", "source", "27", "bytes"]
    assert lines[1].split()[:3] == ["pkg/prog.pyc", "Python", host]
    assert lines[-1] == "Show one with: peephole dis pkg.whl/pkg/prog.py"
    assert run_app(["dis", "pkg.whl/pkg/prog.py:f"]) == 0
    out = capsys.readouterr().out
    assert "pkg.whl/pkg/prog.py:1" in out
    assert "return a + 1" in out
    assert run_app(["dis", "pkg.whl/pkg/prog.pyc", "--style", "dis"]) == 0
    assert "(y)" in capsys.readouterr().out
    assert run_app(["verify", "pkg.whl", "pkg.whl/pkg/prog.pyc"]) == 0
    assert capsys.readouterr().out == "3 files, 4 code objects: no problem\n"


def test_bytecode_on_standard_input(
    program: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = from_host(compile("y = 2", "prog.py", "exec")).dump()
    for words in (["dis", "-"], ["cfg", "-"], ["verify", "-"]):
        reading, writing = os.pipe()
        os.write(writing, data)
        os.close(writing)
        saved = os.dup(0)
        os.dup2(reading, 0)
        try:
            assert run_app(words) == 0
        finally:
            os.dup2(saved, 0)
            os.close(saved)
            os.close(reading)
        assert capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["dis", "pkg.whl/prog.py"], "'pkg.whl' has no file 'prog.py': is it pkg/prog.py?"),
        (["dis", "pkg.whl/pkg/x"], "'pkg.whl' has no file 'pkg/x' (see peephole dis pkg.whl)"),
        (
            ["cfg", "pkg.whl"],
            "'pkg.whl' is an archive: give one of its files (see peephole dis pkg.whl)",
        ),
        (
            ["dis", "pkg.whl/pkg/prog.py:g"],
            "there is no function or class 'g' in 'pkg.whl/pkg/prog.py'",
        ),
        (["dis", "cut.zip"], "can't read 'cut.zip': File is not a zip file"),
        (
            ["verify", "pkg.whl/pkg/prg.pyc"],
            "'pkg.whl' has no file 'pkg/prg.pyc': is it pkg/prog.pyc?",
        ),
        (
            ["dis", "prog.py", "--python", "x"],
            "'x' is no version of Python: give one like 3.14",
        ),
        (
            ["cfg", "prog.py", "--python", "3.8,3.9"],
            "--python takes one version here, not 3.8, 3.9",
        ),
        (
            ["dis", "prog.py", "--python", ""],
            "--python needs a version, like 3.14, or several: 3.8,3.14",
        ),
    ],
)
def test_bad_input(
    program: Path, words: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("cut.zip").write_bytes(b"PK\x03\x04")
    assert run_app(words) == 2
    assert capsys.readouterr().err == f"peephole: {message}\n"


def test_bytecode_is_not_compiled_again(program: Path, capsys: pytest.CaptureFixture[str]) -> None:
    version = other_version()
    assert run_app(["dis", "pkg.whl/pkg/prog.pyc", "--python", version]) == 2
    said = f"bytecode of Python {isa.host_version()} already: --python {version} is for source"
    assert said in capsys.readouterr().err


def test_members_that_are_too_large_or_broken_are_refused(
    program: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = bytearray(Path("pkg.whl").read_bytes())
    data[40:50] = bytes(10)  # within the first member
    Path("broken.whl").write_bytes(data)
    assert run_app(["dis", "broken.whl/pkg/prog.py"]) == 2
    assert capsys.readouterr().err.startswith("peephole: can't read 'broken.whl': ")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.py", bytes(1 << 27))
    Path("bomb.whl").write_bytes(buffer.getvalue())
    assert run_app(["dis", "bomb.whl/bomb.py"]) == 2
    assert "bomb.whl/bomb.py is too large: 134,217,728 bytes" in capsys.readouterr().err


def test_source_that_is_no_file_is_not_opened(tmp_path: Path) -> None:
    from peephole.cli import shown

    pipe = tmp_path / "pipe.py"
    os.mkfifo(pipe)
    path = tmp_path / "strange.pyc"
    path.write_bytes(from_host(compile("x = 1", str(pipe), "exec")).dump())
    assert shown.from_target(str(path)).source == []
