"""`peephole verify`: whether the code in files is such that an interpreter can trust it."""

from __future__ import annotations

import json
import os
import zipfile
from typing import TYPE_CHECKING, Any, NamedTuple

from peephole.analysis.verifier import Problem, verify_one
from peephole.cli import output
from peephole.cli.shown import is_pyc
from peephole.code import CodeObject, FormatError, from_host, load
from peephole.errors import PeepholeError
from peephole.launch.source import compile_source, read_file

if TYPE_CHECKING:
    from collections.abc import Iterator

WRONG = 1
_ARCHIVES = (".whl", ".zip", ".egg", ".pyz")
_LARGEST_MEMBER = 1 << 28  # bytes of an archive's member: more is no bytecode but a bomb


class Checked(NamedTuple):
    """What came of a file: its code and what is wrong with it, or why it cannot be read."""

    name: str
    code: CodeObject | None
    problems: list[Problem]
    failure: str | None


def verify_command(names: list[str], format: str = "text") -> int:
    """Check files, and the compiled files in directories and archives; return the exit status.

    0 if nothing is wrong, 1 if something is. PeepholeError for a file that is not there.
    """
    if format not in ("text", "json"):
        raise PeepholeError(f"--format is one of text, json, not {format!r}")
    if not names:
        raise PeepholeError("nothing to verify: give .pyc or .py files, directories or archives")
    missing = next((name for name in names if not os.path.exists(name)), None)
    if missing is not None:
        read_file(missing)  # says what is wrong
    results = (check(name, content) for name, content in _contents(names))
    return _print_json(results) if format == "json" else _print_text(results)


def check(name: str, content: bytes) -> Checked:
    """Verify the code in a file's content: bytecode, or source that is compiled for it."""
    try:
        code = load(content) if is_pyc(content, name) else _compiled(content, name)
    except FormatError as error:
        return Checked(name, None, [], str(error))
    except (PeepholeError, SyntaxError) as error:
        return Checked(name, None, [], f"{type(error).__name__}: {error}")
    problems = [problem for each in code.walk() for problem in verify_one(each)]
    return Checked(name, code, problems, None)


def _compiled(source: bytes, name: str) -> CodeObject:
    return from_host(compile_source(source, name))


def _contents(names: list[str]) -> Iterator[tuple[str, bytes]]:
    """The files named, and the .pyc files in the directories and archives named."""
    for name in names:
        if os.path.isdir(name):
            for directory, folders, files in os.walk(name):
                folders.sort()
                for file in sorted(files):
                    if file.endswith(".pyc"):
                        path = os.path.join(directory, file)
                        yield path, read_file(path)
        elif name.endswith(_ARCHIVES):
            yield from _members(name)
        else:
            yield name, read_file(name)


def _members(name: str) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(name) as archive:
            for member in archive.infolist():
                if member.filename.endswith((".pyc", ".py")):
                    if member.file_size > _LARGEST_MEMBER:
                        raise PeepholeError(f"{name}: {member.filename!r} is too large")
                    yield f"{name}/{member.filename}", archive.read(member)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise PeepholeError(f"can't read {name!r}: {error}") from None


def _print_text(results: Iterator[Checked]) -> int:
    files = codes = wrong = 0
    for result in results:
        files += 1
        if result.failure is not None:
            wrong += 1
            print(output.printable(f"{result.name}: {result.failure}"))
        if result.code is not None:
            codes += sum(1 for _ in result.code.walk())
        for problem in result.problems:
            wrong += 1
            print(output.printable(f"{result.name}: {problem}"))
    found = _count(wrong, "problem") if wrong else "no problem"
    print(f"{_count(files, 'file')}, {_count(codes, 'code object')}: {found}")
    return WRONG if wrong else 0


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _print_json(results: Iterator[Checked]) -> int:
    forms: list[dict[str, Any]] = [
        {
            "file": result.name,
            "python": result.code.version if result.code is not None else None,
            "failure": result.failure,
            "problems": [_problem_json(problem) for problem in result.problems],
        }
        for result in results
    ]
    print(json.dumps(forms, indent=1))
    return WRONG if any(form["failure"] or form["problems"] for form in forms) else 0


def _problem_json(problem: Problem) -> dict[str, Any]:
    return {
        "code": problem.code.qualname,
        "firstlineno": problem.code.firstlineno,
        "offset": problem.offset,
        "rule": problem.rule,
        "message": problem.message,
    }
