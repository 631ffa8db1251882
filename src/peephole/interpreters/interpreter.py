"""An interpreter in a process of its own, which compiles and executes nothing of what it compiles.

It is started isolated (-I -S: no environment variables, no site-packages, no .pth files), gets
source on its standard input and answers in marshal data, which our own reader reads.
"""

from __future__ import annotations

import functools
import marshal
import os
import re
import subprocess
from typing import Any

from peephole import isa
from peephole.code import CodeObject, FormatError, load_marshal, read_marshal
from peephole.errors import PeepholeError

from .places import NOT_FOUND, candidates, installed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from .places import Command

_FLAGS = ("-I", "-S", "-B", "-W", "ignore", "-c")
_MOST_SECONDS = 120

# Both run in every version. Answers are a tuple in marshal's version 2, the same in all of them.
_FACTS = """
import marshal, sys
from _frozen_importlib_external import MAGIC_NUMBER
magic = int.from_bytes(MAGIC_NUMBER[:2], "little")
answer = sys.implementation.name, tuple(sys.version_info), magic, sys.path, sys.prefix
sys.stdout.buffer.write(marshal.dumps(answer, 2))
"""
_COMPILE = """
import marshal, sys
source, filename = marshal.load(sys.stdin.buffer)
try:
    code = compile(source, filename, "exec", dont_inherit=True)
    answer = "code", marshal.dumps(code)
except SyntaxError as error:
    fields = ("filename", "lineno", "offset", "text", "end_lineno", "end_offset")
    fields = tuple(getattr(error, name, None) for name in fields)
    answer = "syntax", type(error).__name__, str(error.msg), fields
except Exception as error:
    answer = "error", type(error).__name__, str(error)
sys.stdout.buffer.write(marshal.dumps(answer, 2))
"""
_SYNTAX_ERRORS = {error.__name__: error for error in (SyntaxError, IndentationError, TabError)}


class Interpreter:
    """A CPython of this machine.

    - `command`: the words that start it
    - `version`, `release`: "3.14", "3.14.2"
    - `magic`: the magic number of its .pyc files
    - `library`: the directories and archives that it has its standard library in
    """

    __slots__ = ("command", "library", "magic", "prefix", "release", "version")

    def __init__(
        self, command: Command, release: str, magic: int, library: list[str], prefix: str
    ) -> None:
        self.command = command
        self.release = release
        self.version = ".".join(release.split(".")[:2])
        self.magic = magic
        self.library = library
        self.prefix = prefix

    def __repr__(self) -> str:
        return f"<Interpreter {self.release}: {' '.join(self.command)}>"

    @property
    def path(self) -> list[str]:
        """Where it finds modules, without the working directory and what .pth files add."""
        packages = ("site-packages", "dist-packages")
        own = [os.path.join(self.prefix, "Lib", "site-packages")]
        own += [
            os.path.join(self.prefix, "lib", f"python{name}", folder)
            for name in (self.version, "3")
            for folder in packages
        ]
        return self.library + [directory for directory in own if os.path.isdir(directory)]

    def compile(self, source: bytes | str, filename: str) -> CodeObject:
        """What this interpreter makes of a module's source; nothing of it is executed.

        Raises the SyntaxError that the interpreter raised, in its own words; PeepholeError if it
        cannot compile for any other reason.
        """
        answer = _ask(self.command, _COMPILE, marshal.dumps((source, filename), 2))
        match answer:
            case ("code", bytes(data)):
                return load_marshal(data, self.version)
            case ("syntax", str(kind), str(message), tuple(fields)) if len(fields) == 6:
                raise _SYNTAX_ERRORS.get(kind, SyntaxError)(message, _place(fields))
            case ("error", str(kind), str(message)):
                problem = f"Python {self.release} cannot compile it: {kind}: {message}"
                raise PeepholeError(f"{filename!r}: {problem}")
        raise PeepholeError(f"{' '.join(self.command)} gave no answer that makes sense")


def _place(fields: tuple[Any, ...]) -> Any:
    """A SyntaxError's details: of four or of six, whatever the version knew."""
    return fields if isinstance(fields[4], int) else fields[:4]


def find(wanted: str) -> Interpreter:
    """The interpreter for a version ("3.14"), a release ("3.14.2") or a path of an executable.

    PeepholeError if there is none, or its bytecode is none that peephole knows.
    """
    return _find(wanted)


@functools.cache
def _find(wanted: str) -> Interpreter:
    if os.sep in wanted or (os.altsep and os.altsep in wanted):
        found = _first_fit([(os.path.expanduser(wanted),)], "", f"{wanted!r} is no Python")
    else:
        match = re.fullmatch(r"(?:python)?(\d+\.\d+)(\.\d+\w*)?", wanted)
        if match is None:
            raise PeepholeError(f"{wanted!r} is no version of Python: give one like 3.14")
        version, micro = match.groups("")
        isa.table(version)
        missing = f"no Python {version}{micro} is installed"
        found = _first_fit(candidates(version), version + micro, missing)
    return found


def _first_fit(commands: Iterable[Command], release: str, missing: str) -> Interpreter:
    """The first of the commands that starts a CPython we know, of that release or version."""
    problem = ""
    for command in commands:
        try:
            found = _interpreter(command)
        except PeepholeError as error:
            problem = problem or str(error)
            continue
        if found.release == release or found.release.startswith(release + ".") or not release:
            return found
        if found.version == release.rpartition(".")[0]:
            problem = problem or f"there is {found.release}"
    if not problem:
        problem = f"{NOT_FOUND}; there seem to be {', '.join(installed())}"
    raise PeepholeError(f"{missing}: {problem}")


@functools.cache
def _interpreter(command: Command) -> Interpreter:
    """The interpreter that a command starts; PeepholeError if it is none that we know."""
    name = " ".join(command)
    match _ask(command, _FACTS):
        case (
            "cpython",
            (int(major), int(minor), int(micro), str(level), int(serial)),
            int(magic),
            list(library),
            str(prefix),
        ):
            stage = {"alpha": "a", "beta": "b", "candidate": "rc"}.get(level)
            release = f"{major}.{minor}.{micro}" + (f"{stage}{serial}" if stage else "")
        case (str(implementation), tuple(), *_):
            raise PeepholeError(f"{name} is {implementation}, not CPython")
        case _:
            raise PeepholeError(f"{name} gave no answer that makes sense")
    if isa.version_of_magic(magic) not in isa.VERSIONS:
        raise PeepholeError(f"{name} is Python {release}, whose bytecode peephole does not know")
    if magic != isa.table(f"{major}.{minor}").magic:
        raise PeepholeError(f"{name} is {release}, a pre-release with bytecode of its own")
    return Interpreter(command, release, magic, list(map(str, library)), prefix)


def _ask(command: Command, program: str, data: bytes = b"") -> object:
    """What a program answers that runs in an interpreter with `data` as its input."""
    name = " ".join(command)
    try:
        done = subprocess.run(
            [*command, *_FLAGS, program], input=data, capture_output=True, timeout=_MOST_SECONDS
        )
    except subprocess.TimeoutExpired:
        raise PeepholeError(f"{name} has not answered within {_MOST_SECONDS} s") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise PeepholeError(f"can't start {name}: {reason}") from None
    if done.returncode:
        lines = done.stderr.decode(errors="replace").strip().splitlines()
        status = f"it ended with status {done.returncode}"
        raise PeepholeError(f"{name} does not work: {lines[-1] if lines else status}")
    try:
        return read_marshal(done.stdout, isa.VERSIONS[0])[0]
    except FormatError:
        raise PeepholeError(f"{name} gave no answer that makes sense") from None
