"""`peephole verify`: whether the code in files is such that an interpreter can trust it."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, NamedTuple

from peephole.analysis.verifier import Problem, verify_one
from peephole.cli import archives, output
from peephole.cli.compilers import Compiler, compiler, versions
from peephole.cli.shown import from_bytes
from peephole.code import CodeObject
from peephole.errors import PeepholeError
from peephole.launch.source import read_file, read_stdin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

WRONG = 1


class Checked(NamedTuple):
    """What came of a file: its code and what is wrong with it, or why it cannot be read."""

    name: str
    code: CodeObject | None
    problems: list[Problem]
    failure: str | None


def verify_command(names: list[str], format: str = "text", python: Sequence[str] = ()) -> int:
    """Check files, and the compiled files in directories and archives; return the exit status.

    `python`: what `--python` was given: what source is compiled with, each in turn. 0 if nothing
    is wrong, 1 if something is. PeepholeError for a file that is not there.
    """
    if format not in ("text", "json"):
        raise PeepholeError(f"--format is one of text, json, not {format!r}")
    if not names:
        raise PeepholeError("nothing to verify: give .pyc or .py files, directories or archives")
    compilers = [compiler(version) for version in versions(python)] or [compiler()]
    for name in names:
        if name != "-" and not os.path.exists(name) and archives.split(name) is None:
            read_file(name)  # says what is wrong
    contents = _contents(names)
    results = (check(name, content, each) for name, content in contents for each in compilers)
    return _print_json(results) if format == "json" else _print_text(results)


def check(name: str, content: bytes, made: Compiler) -> Checked:
    """Verify the code in a file's content: bytecode, or source that is compiled for it."""
    try:
        (code,) = from_bytes(content, name, made).codes
    except SyntaxError as error:
        return Checked(name, None, [], f"{type(error).__name__}: {error}{made.place}")
    except PeepholeError as error:
        return Checked(name, None, [], str(error).removeprefix(repr(name)).lstrip(": "))
    if made.chosen:
        name = f"{name}{made.place}"
    problems = [problem for each in code.walk() for problem in verify_one(each)]
    return Checked(name, code, problems, None)


def _contents(names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """The files named, and the .pyc files in the directories and archives named."""
    for name in names:
        member = archives.split(name)
        if name == "-":
            yield "<stdin>", read_stdin()
        elif os.path.isdir(name):
            for directory, folders, files in os.walk(name):
                folders.sort()
                for file in sorted(files):
                    if file.endswith(".pyc"):
                        path = os.path.join(directory, file)
                        yield path, read_file(path)
        elif member is None:
            yield name, read_file(name)
        elif member[1]:
            yield name, archives.read_member(*member)
        else:
            yield from archives.read_code(name)


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
