"""`peephole dis`: what it shows, in which width, and what it says of bad input."""

from __future__ import annotations

import base64
import json
import os
import py_compile
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from oracles import answers
from peephole import isa
from peephole.analysis.listing import BOXES, PLAIN, Listing, text_of
from peephole.cli import shown
from peephole.cli.app import run_app
from peephole.code import CodeObject, from_host, load_marshal
from peephole.disassembly import disassemble
from peephole.errors import PeepholeError

PROGRAM = '''
def f(a, /, b, *args, c=1, **kw):
    """A function."""
    with open(a) as file:
        for line in file:
            try:
                print(line, end="")
            except (ValueError, OSError) as error:
                raise RuntimeError(f"{error!r}") from error
    return [x for x in args if x]

class C:
    def m(self): return super().m()
'''


def peephole(
    *words: str, cwd: Path | None = None, **variables: str
) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1] / "src"), **variables}
    return subprocess.run(
        [sys.executable, "-m", "peephole", "dis", *words],
        cwd=cwd,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
    )


def listing(source: str, name: str, width: int = 110, ascii: bool = False) -> list[str]:
    module = from_host(compile(source, "prog.py", "exec"))
    code = next(each for each in module.walk() if each.name == name)
    signs = PLAIN if ascii else BOXES
    return [text_of(line) for line in Listing(code, source.split("\n"), width, signs).lines()]


# --- the listing ----------------------------------------------------------------------------


def test_a_listing_has_source_stack_jumps_and_handlers() -> None:
    text = "\n".join(listing(PROGRAM, "f", 120))
    assert "── f ─" in text
    assert "prog.py:2" in text
    assert "arguments a, /, b, *args, c, **kw" in text
    assert "   4  with open(a) as file:" in text
    assert "│ open(a).__exit__ │" in text
    assert "iter(" in text
    assert "┌→B" in text
    assert "▶ B" in text
    assert "to B" in text
    assert "!" in text


def test_nothing_is_wider_than_the_width() -> None:
    for width in (90, 110, 140):
        lines = listing(PROGRAM, "f", width)
        assert max(map(len, lines)) <= width
        assert any("…" in line for line in lines if "│" in line)


def test_ascii_has_no_other_characters() -> None:
    assert all(line.isascii() for line in listing(PROGRAM, "f", ascii=True))


@pytest.mark.parametrize("version", ["3.8", "3.11", "3.15"])
def test_every_instruction_is_listed_once(version: str) -> None:
    answer = answers(version, "code")[-1]
    for code in load_marshal(base64.b64decode(answer["marshal"]), version).walk():
        lines = [text_of(line) for line in Listing(code).lines()]
        for each in disassemble(code):
            start = f" {each.offset}  {each.opname}"
            assert len([line for line in lines if f"{start} " in line or line.endswith(start)]) == 1


def test_caches_are_shown_on_request() -> None:
    module = from_host(compile("a.b", "x", "exec"))
    lines = [text_of(line) for line in Listing(module, show_caches=True).lines()]
    assert any("CACHE" in line and "counter: 0" in line for line in lines)
    assert not any("CACHE" in text_of(line) for line in Listing(module).lines())


def test_strange_code_is_listed_all_the_same() -> None:
    opmap = isa.table("3.13").opmap
    units = [opmap["POP_JUMP_IF_TRUE"], 200, 0, 0, opmap["LOAD_CONST"], 99, 255, 1, 44, 7]
    code = CodeObject("3.13", code=bytes(units), name="\x1b[31m", qualname="\x1b[31m")
    lines = [text_of(line) for line in Listing(code).lines()]
    assert any("to byte 404" in line for line in lines)
    assert any("<unknown>" in line for line in lines)
    assert any("never comes here" in line for line in lines)
    assert [text_of(line) for line in Listing(CodeObject("3.8")).lines()][1:] != []


# --- the command ----------------------------------------------------------------------------


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "prog.py"
    path.write_text(PROGRAM)
    return path


def test_text_of_a_file_and_its_nested_code(program: Path) -> None:
    result = peephole("prog.py", cwd=program.parent, PYTHONIOENCODING="utf-8", COLUMNS="100")
    assert (result.returncode, result.stderr) == (0, b"")
    text = result.stdout.decode()
    assert "\x1b" not in text
    for title in ("── <module> ─", "── f ─", "── C ─", "── C.m ─"):
        assert title in text
    assert max(map(len, text.splitlines())) <= 100


def test_output_in_ascii(program: Path) -> None:
    result = peephole("prog.py", cwd=program.parent, PYTHONIOENCODING="ascii")
    assert result.returncode == 0
    assert result.stdout.isascii()
    assert b"-> " in result.stdout or b"->B" in result.stdout


def test_json_has_the_stack(program: Path) -> None:
    result = peephole(str(program), "--format", "json")
    assert result.returncode == 0
    objects = json.loads(result.stdout)
    assert [each["qualname"] for each in objects[:2]] == ["<module>", "f"]
    for each in objects:
        depth = 0
        for instruction in each["instructions"]:
            depth = max(depth, len(instruction["stack_before"]))
        assert 0 <= depth <= each["stacksize"]
    calls = [
        instruction["stack_before"]
        for instruction in objects[1]["instructions"]
        if instruction["opname"] == "CALL"
    ]
    assert "open" in calls[0]


def test_function_shows_only_what_has_that_name(program: Path) -> None:
    def shown(*words: str) -> list[str]:
        result = peephole(*words, "--format", "json")
        assert result.returncode == 0, result.stderr
        return [each["qualname"] for each in json.loads(result.stdout)]

    assert shown(str(program), "--function", "C") == ["C", "C.m"]
    assert shown(str(program), "--function", "C.m") == ["C.m"]
    assert shown("-c", PROGRAM, "--function", "C.m") == ["C.m"]
    host = isa.host_version()
    twice = (str(program), "--function", "C.m", "--python", f"{host},{sys.executable}")
    assert shown(*twice) == ["C.m", "C.m"]


def test_style_dis_is_what_dis_prints(program: Path) -> None:
    ours = peephole(str(program), "--style", "dis").stdout
    real = subprocess.run(
        [sys.executable, "-m", "dis", str(program)], capture_output=True, check=True
    ).stdout
    assert _without_addresses(ours) == _without_addresses(real)


def _without_addresses(text: bytes) -> list[bytes]:
    return [line.partition(b" at 0x")[0] for line in text.splitlines()]


def test_code_stdin_and_caches() -> None:
    result = peephole("-c", "x = a.b", "--show-caches", PYTHONIOENCODING="utf-8")
    assert result.returncode == 0
    assert b"CACHE" in result.stdout
    assert b"<string>:1" in result.stdout


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "nothing to show: give a .py or .pyc file, a module, module:qualname, -c CODE or -"),
        (["nope.py"], "can't open file 'nope.py': [Errno 2] No such file or directory"),
        (["nope.whl"], "can't open file 'nope.whl': [Errno 2] No such file or directory"),
        (["no_such"], "no file and no module named 'no_such'"),
        (["no.such:f"], "no module named 'no.such'"),
        (["json:nope"], "there is no function or class 'nope' in 'json'"),
        (["prog.py:g"], "there is no function or class 'g' in 'prog.py'"),
        (
            ["graphlib:prepare"],
            "there is no function or class 'prepare' in 'graphlib'; did you mean "
            "TopologicalSorter.prepare?",
        ),
        (["sys"], "module 'sys' is built in: it has no bytecode"),
        (["."], "'.' is a directory: give a file, a module or module:qualname"),
        (["bin.py"], "'bin.py' is not Python source: null byte at offset 1"),
        (["bad.pyc"], "'bad.pyc': byte 0: not a .pyc file: it does not start with a magic number"),
        (
            ["zipped.py"],
            "'zipped.py' is an archive: give a .zip or .whl file, or pkg.whl/mod.py in it",
        ),
        (["latin.py"], "'latin.py' is not Python source: byte 0xe4 at offset 5 is not utf-8"),
        (["prog.py", "--format", "xml"], "--format is one of text, json, not 'xml'"),
        (["prog.py", "--style", "x"], "--style is one of peephole, dis, asm, not 'x'"),
        (["prog.py", "-c", "x"], "give either a TARGET or -c CODE, not both"),
        (["prog.py", "--function", "g"], "there is no function or class 'g' in 'prog.py'"),
        (["-c", "x", "--function", "g"], "there is no function or class 'g' in 'the code'"),
        (
            ["zipped.whl", "--function", "g"],
            "'zipped.whl' is an archive: give one of its files (see peephole dis zipped.whl)",
        ),
    ],
)
def test_bad_input_is_one_line_and_status_2(
    program: Path,
    words: list[str],
    message: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (program.parent / "bin.py").write_bytes(b"x\0y")
    (program.parent / "bad.pyc").write_bytes(b"hello, this is no bytecode")
    zipfile.ZipFile(program.parent / "zipped.whl", "w").close()
    (program.parent / "zipped.py").write_bytes(b"PK\3\4" + bytes(40))
    (program.parent / "latin.py").write_bytes(b"x = '\xe4'")
    monkeypatch.chdir(program.parent)
    assert run_app(["dis", *words]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == f"peephole: {message}\n"


def test_a_syntax_error_is_shown_as_python_shows_it(program: Path) -> None:
    (program.parent / "broken.py").write_text("x = 1\ny = = 2\n")
    ours = peephole("broken.py", cwd=program.parent)
    real = subprocess.run(
        [
            sys.executable,
            "-c",
            "import py_compile; compile(open('broken.py').read(),'broken.py','exec')",
        ],
        cwd=program.parent,
        capture_output=True,
    )
    assert ours.returncode == 2
    assert ours.stderr.splitlines()[-4:] == real.stderr.splitlines()[-4:]
    assert b"Traceback" not in ours.stderr


# --- targets --------------------------------------------------------------------------------


def names(target: str) -> list[str]:
    return [code.qualname for code in shown.from_target(target).codes]


def test_modules_are_found_without_importing_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "package_shown"
    package.mkdir()
    (package / "__init__.py").write_text("raise SystemExit\nfrom .inner import f as g\n")
    (package / "inner.py").write_text("from .star import *\ndef f(): pass\n")
    (package / "star.py").write_text("class K:\n def m(self):\n  def n(): pass\n")
    monkeypatch.chdir(tmp_path)
    assert names("package_shown") == ["<module>"]
    assert names("package_shown.inner:f") == ["f"]
    assert names("package_shown:g") == ["f"]
    assert names("package_shown.inner:K.m") == ["K.m"]
    assert names("package_shown.inner:K.m.n") == ["K.m.<locals>.n"]
    assert "package_shown" not in sys.modules
    with pytest.raises(PeepholeError, match="no function or class 'h'"):
        names("package_shown:h")


def test_modules_of_the_standard_library() -> None:
    assert names("json:JSONDecoder.decode") == ["JSONDecoder.decode"]
    assert names("os.path:join") == ["join"]
    assert names("asyncio:gather") == ["gather"]
    found = shown.from_target("json.decoder")
    assert found.source[0].startswith('"""')


def test_compiled_files_and_zip_archives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "kept.py"
    source.write_text("def f(): return 1\n")
    compiled = tmp_path / "other.pyc"
    py_compile.compile(str(source), str(compiled), doraise=True)
    found = shown.from_target(str(compiled))
    assert found.source[0] == "def f(): return 1"
    assert names(f"{compiled}:f") == ["f"]
    with zipfile.ZipFile(tmp_path / "lib.zip", "w") as archive:
        archive.write(source, "zipped_module.py")
    monkeypatch.syspath_prepend(str(tmp_path / "lib.zip"))
    assert names("zipped_module:f") == ["f"]


def test_a_name_defined_twice_is_shown_twice(tmp_path: Path) -> None:
    path = tmp_path / "twice.py"
    path.write_text("class A:\n @property\n def x(self): 1\n @x.setter\n def x(self, v): 2\n")
    assert names(f"{path}:A.x") == ["A.x", "A.x"]
