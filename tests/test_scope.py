"""Which modules run on the machine, and that the import hook brings exactly them to it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import CodeType
from typing import Any

import pytest

from peephole.machine import imports
from peephole.machine.scope import Scope, matches


@pytest.mark.parametrize(
    ("pattern", "name", "expected"),
    [
        ("json", "json", True),
        ("json", "json.decoder", False),
        ("json.*", "json.decoder", True),
        ("json.*", "json", True),
        ("json.*", "jsonx", False),
        ("*", "anything.at.all", True),
        ("*.tests.*", "package.tests.test_one", True),
        ("*.tests.*", "package.tests", True),
        ("*.tests.*", "tests.package", False),
        ("a*b*c", "abc", True),
        ("a*b*c", "a_b_b_c", True),
        ("a*b*c", "ac", False),
        ("a*a", "a", False),
    ],
)
def test_patterns(pattern: str, name: str, expected: bool) -> None:
    assert matches(pattern, name) is expected


def test_default_scope_is_the_program_and_what_is_beside_it(tmp_path: Path) -> None:
    scope = Scope((str(tmp_path),))
    assert scope.in_scope("__main__", "<string>")
    assert scope.in_scope("one", f"{tmp_path}/one.py")
    assert scope.in_scope("package.two", f"{tmp_path}/package/two.py")
    assert not scope.in_scope("other", f"{tmp_path}other/one.py")
    assert not scope.in_scope("six", f"{tmp_path}/venv/lib/python3/site-packages/six.py")
    assert not scope.in_scope("json", "/usr/lib/python3/json/__init__.py")
    assert not scope.in_scope("namedtuple_Point", "<string>")


def test_standard_library_in_a_root_is_not_beside_the_program() -> None:
    library = os.path.dirname(os.__file__)
    assert not Scope(("/",)).in_scope("json.decoder", f"{library}/json/decoder.py")
    assert Scope((os.path.realpath(f"{library}/json"),)).in_scope(
        "json.decoder", os.path.realpath(f"{library}/json/decoder.py")
    )


def test_include_exclude_and_everything() -> None:
    scope = Scope(include=("json.*", "ast"), exclude=("json.scanner",))
    assert scope.in_scope("json.decoder", "/lib/json/decoder.py")
    assert scope.in_scope("ast", "/lib/ast.py")
    assert not scope.in_scope("json.scanner", "/lib/json/scanner.py")
    assert not scope.in_scope("re", "/lib/re.py")
    scope = Scope(exclude=("re.*", "__main__"), everything=True)
    assert scope.in_scope("os", "<frozen os>")
    assert not scope.in_scope("re._parser", "/lib/re/_parser.py")
    assert not scope.in_scope("__main__", "/program.py")


def test_peephole_is_never_in_scope() -> None:
    assert not Scope(everything=True).in_scope("peephole.machine.imports", imports.__file__)


class Recorder:
    """A machine that notes what it is given, and executes it natively."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.executed: list[str] = []

    def exec_once(self, code: CodeType, globals: dict[str, Any]) -> None:
        self.executed.append(globals["__name__"])
        exec(code, globals)


def test_imports_in_scope_are_executed_by_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "__init__.py").write_text("import outside_of_it\nfrom . import leaf\n")
    (tmp_path / "inside" / "leaf.py").write_text("value = 1\n")
    (tmp_path / "inside" / "__main__.py").write_text("value = 2\n")
    (tmp_path / "outside_of_it.py").write_text("value = 3\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    machine = Recorder(Scope((f"{tmp_path}/inside",), include=("colorsys", "__hello__")))
    imports.install(machine)
    try:
        for name in ("colorsys", "runpy", "__hello__"):
            sys.modules.pop(name, None)
        __import__("inside")
        __import__("colorsys")
        __import__("__hello__")
        runpy: Any = __import__("runpy")
        assert runpy.run_module("inside")["value"] == 2
    finally:
        imports.uninstall()
    executed = ["inside", "inside.leaf", "colorsys", "__hello__", "inside.__main__"]
    assert machine.executed == executed
    assert "exec" not in runpy.__dict__


def test_failing_import_shows_nothing_of_the_hook(tmp_path: Path) -> None:
    (tmp_path / "failing.py").write_text("def f():\n  1/0\nf()\n")
    (tmp_path / "program.py").write_text("import failing\n")
    hooked = (
        "import sys\n"
        "from peephole.machine import imports, scope\n"
        "class machine: scope = scope.Scope(everything=True); exec_once = staticmethod(exec)\n"
        "imports.install(machine)\n"
        "import failing\n"
    )
    texts = []
    for program in ("import failing\n", hooked):
        done = subprocess.run(
            [sys.executable, "-"],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1] / "src")},
            input=program,
            capture_output=True,
            text=True,
        )
        texts.append(done.stderr.partition("\n")[2].partition("\n")[2])
    assert texts[0] == texts[1]
    assert "ZeroDivisionError" in texts[0]
