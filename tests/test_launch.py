"""Programs are started and ended as by `python`; whatever executes them (here, `exec`)."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
DATA = HERE / "data" / "launch"
DRIVER = str(HERE / "launch_driver.py")
ENVIRONMENT = {name: value for name, value in os.environ.items() if name[:6] != "PYTHON"}
ENVIRONMENT |= {"PYTHONPATH": str(HERE.parent / "src"), "PYTHONWARNINGS": "default"}

ENDINGS = re.findall(r'^    "(.+?)": ', (DATA / "endings.py").read_text(), re.MULTILINE)


def run(words: list[str], cwd: Path = DATA, stdin: str = "") -> tuple[str, str, int]:
    """Run `python WORDS`; return stdout, stderr (both without addresses) and status."""
    done = subprocess.run(
        [sys.executable, *words],
        cwd=cwd,
        env=ENVIRONMENT,
        input=stdin,
        capture_output=True,
        text=True,
        timeout=60,
    )
    streams = (re.sub(r"0x[0-9a-f]{6,}", "0x", text) for text in (done.stdout, done.stderr))
    return *streams, done.returncode  # type: ignore[return-value]


def assert_same(words: list[str], cwd: Path = DATA, stdin: str = "") -> tuple[str, str, int]:
    """Check that the driver does with `words` what `python` does; return what that is."""
    native = run(words, cwd, stdin)
    assert run([DRIVER, *words], cwd, stdin) == native
    return native


@pytest.mark.parametrize("how", ENDINGS)
def test_script_ends_as_under_python(how: str) -> None:
    assert_same(["endings.py", how])


@pytest.mark.parametrize("how", ["normal", "exit text", "error", "interrupt", "hook exits"])
def test_module_code_and_stdin_end_as_under_python(how: str) -> None:
    program = (DATA / "endings.py").read_text()
    assert_same(["-m", "endings", how])
    assert_same(["-c", program, how])
    assert_same(["-", how], stdin=program)


def test_endings_are_what_they_say() -> None:
    assert len(ENDINGS) > 30
    assert run([DRIVER, "endings.py", "exit 3"])[2] == 3
    assert run([DRIVER, "endings.py", "full"])[2] == 120
    assert run([DRIVER, "endings.py", "interrupt"])[2] == -2
    assert "gone: in a cycle" in run([DRIVER, "endings.py", "normal"])[0]


@pytest.mark.parametrize(
    "words",
    [
        ["surroundings.py", "a", "-b", "--", "-c"],
        ["./surroundings.py"],
        ["../launch/surroundings.py"],
        [str(DATA / "surroundings.py")],
        ["directory", "a"],
        ["./directory/"],
        ["-m", "surroundings", "a", "-m"],
        ["-msurroundings"],
        ["-c", (DATA / "surroundings.py").read_text(), "a", "-h"],
    ],
    ids=lambda words: " ".join(words)[:30],
)
def test_program_sees_what_it_sees_under_python(words: list[str]) -> None:
    stdout, stderr, status = assert_same(words, stdin="input")
    assert (stderr, status) == ("", 0)
    assert "read 'input'" in stdout


def test_stdin_is_read_to_its_end() -> None:
    assert_same(["-", "a"], stdin=(DATA / "surroundings.py").read_text())


def test_archive_and_symbolic_link(tmp_path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(tmp_path / "archive", "w") as archive:
        archive.write(DATA / "surroundings.py", "__main__.py")
    (tmp_path / "link.py").symlink_to(DATA / "surroundings.py")
    assert_same(["archive", "a"], cwd=tmp_path)
    assert_same(["link.py", "a"], cwd=tmp_path)


def test_compiled_file(tmp_path: Path) -> None:
    import py_compile

    py_compile.compile(str(DATA / "surroundings.py"), cfile=str(tmp_path / "x.pyc"))
    assert_same(["x.pyc"], cwd=tmp_path)
    (tmp_path / "disguised").write_bytes((tmp_path / "x.pyc").read_bytes())
    assert_same(["disguised"], cwd=tmp_path)


def test_program_imports_its_own_modules(tmp_path: Path) -> None:
    """Also those that peephole has imported before: a program may shadow them."""
    for name in ("opcode", "runpy"):
        (tmp_path / f"{name}.py").write_text(f"print('the local {name}')\n")
    (tmp_path / "program.py").write_text("import opcode, runpy\n")
    assert_same(["program.py"], cwd=tmp_path)


@pytest.mark.parametrize("code", ["1/0", "def f():\n  1/0\nf()", "# coding: latin-1\nprint('é')"])
def test_code_on_the_command_line(code: str) -> None:
    assert_same(["-c", code])


INDENTED = ["  print(1)\n  print(2)", "\n\t\tprint('''\n\t\ta\n\t  \n\n\t\t\tb''')\n\t\t1/0"]


@pytest.mark.parametrize("code", INDENTED)
def test_indented_code_on_the_command_line(code: str) -> None:
    stdout, stderr, status = run(["-c", code])
    if "IndentationError" in stderr:  # versions that do not take it
        status = 2
    assert run([DRIVER, "-c", code]) == (stdout, stderr, status)


BAD = {
    "empty line": ("x =\n", "SyntaxError: invalid syntax"),
    "indentation": ("if 1:\nx\n", "IndentationError"),
    "late": ("return 1\n", "SyntaxError: 'return' outside function"),
}


@pytest.mark.parametrize("name", BAD)
def test_syntax_error_is_shown_as_by_python_with_status_2(name: str, tmp_path: Path) -> None:
    source, message = BAD[name]
    (tmp_path / "bad.py").write_text(source)
    for words in (["bad.py"], ["-m", "bad"], ["-c", source.rstrip()]):
        stdout, stderr, _ = run(words, cwd=tmp_path)
        assert message in stderr
        assert run([DRIVER, *words], cwd=tmp_path) == (stdout, stderr, 2)


def test_syntax_error_in_a_module_is_the_programs_own(tmp_path: Path) -> None:
    (tmp_path / "bad.py").write_text("x =\n")
    (tmp_path / "program.py").write_text("import bad\n")
    assert assert_same(["program.py"], cwd=tmp_path)[2] == 1
    assert assert_same(["-m", "program"], cwd=tmp_path)[2] == 1


NOT_TEXT = {
    b"x = 1\0\n": "null byte at offset 5",
    b"x = '\xff'\n": "byte 0xff at offset 5 is not utf-8",
    b"# coding: nonsense\n": "unknown encoding: nonsense",
}


@pytest.mark.parametrize("content", NOT_TEXT)
def test_what_is_no_text_gets_one_line(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "bad.py").write_bytes(content)
    stdout, stderr, status = run([DRIVER, "bad.py"], cwd=tmp_path)
    assert (stdout, status, stderr.count("\n")) == ("", 2, 1)
    assert stderr.startswith("peephole: ")
    assert NOT_TEXT[content] in stderr


def test_modules_and_directories_without_a_program(tmp_path: Path) -> None:
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "__init__.py").touch()
    expected = {
        "-m nothing": "No module named nothing",
        "-m package": "No module named package.__main__; 'package' is a package and cannot be",
        "-m package.nothing": "No module named package.nothing",
        "package": f"can't find '__main__' module in '{tmp_path}/package'",
    }
    for words, message in expected.items():
        stdout, stderr, status = run([DRIVER, *words.split()], cwd=tmp_path)
        assert stderr.startswith(f"peephole: {message}")
        assert (stdout, status, stderr.count("\n")) == ("", 2, 1)


def test_called_from_another_program_it_returns(tmp_path: Path) -> None:
    """Without leaving the caller, and leaving behind nothing of the program."""
    (tmp_path / "caller.py").write_text(
        f"import sys; sys.path.append({str(HERE)!r})\n"
        "from launch_driver import main\n"
        "def call(*words):\n"
        "    sys.argv[1:] = words\n"
        "    try: print('returned', main())\n"
        "    except SystemExit as end: print('ended', end.code)\n"
        "call('-c', 'print(__name__)')\n"
        "call('-c', 'import sys; sys.exit(7)')\n"
        "call('-c', '1/0')\n"
        "call('-c', 'raise KeyboardInterrupt')\n"
        "print(sys.argv[1:], sys.modules['__main__'].__dict__ is globals())\n"
    )
    stdout, _, _ = run(["caller.py"], cwd=tmp_path)
    assert stdout.splitlines() == [
        "__main__",
        "returned 0",
        "ended 7",
        "returned 1",
        "returned 130",
        "['-c', 'raise KeyboardInterrupt'] True",
    ]


def test_console_script(tmp_path: Path) -> None:
    """What installers write may import modules of its own before it comes to peephole."""
    script = tmp_path / "script"
    script.write_text(f"import re, typing\n{Path(DRIVER).read_text()}")
    assert run([str(script), "surroundings.py", "a"]) == run(["surroundings.py", "a"])
