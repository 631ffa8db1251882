"""What compiles the source that a command is asked to show: this interpreter or another one."""

from __future__ import annotations

import sys
import traceback

from peephole.code import CodeObject, from_host
from peephole.errors import PeepholeError
from peephole.interpreters import find
from peephole.isa import host_version
from peephole.launch.source import check_text, compile_source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class Compiler:
    """The interpreter that runs this, as what compiles a target's source.

    - `version`: of the code that it makes
    - `path`: where it finds modules
    - `chosen`: whether the user has asked for it
    - `place`: for messages: where it was that something was not found
    """

    version = host_version()
    chosen = False
    place = ""

    @property
    def path(self) -> list[str]:
        return sys.path

    def compile(self, source: bytes | str, filename: str) -> CodeObject:
        """Raises SyntaxError; PeepholeError for what is no text or else cannot be compiled."""
        return from_host(compile_source(source, filename))


class _Other(Compiler):
    """An interpreter of this machine that the user has asked for (see `interpreters.find`)."""

    chosen = True

    def __init__(self, python: str) -> None:
        self._interpreter = find(python)
        self.version = self._interpreter.version
        self.place = f" in Python {self._interpreter.release}"

    @property
    def path(self) -> list[str]:
        return self._interpreter.path

    def compile(self, source: bytes | str, filename: str) -> CodeObject:
        try:
            return self._interpreter.compile(source, filename)
        except (SyntaxError, PeepholeError):
            if isinstance(source, bytes):
                check_text(source, filename)
            raise


def compiler(python: str | None = None) -> Compiler:
    """What `--python` names: a version, release or path; this interpreter if it is None.

    PeepholeError if there is none.
    """
    return Compiler() if python is None else _Other(python)


def versions(words: Sequence[str]) -> list[str]:
    """What `--python` was given: several times, or several with commas; none twice."""
    found = [part.strip() for word in words for part in word.split(",")]
    if "" in found:
        raise PeepholeError("--python needs a version, like 3.14, or several: 3.8,3.14")
    return list(dict.fromkeys(found))


def one_version(words: Sequence[str]) -> str | None:
    """The only version that `--python` was given, None if it was not."""
    found = versions(words)
    if len(found) > 1:
        raise PeepholeError(f"--python takes one version here, not {', '.join(found)}")
    return found[0] if found else None


def syntax_error_text(error: SyntaxError) -> str:
    """What `python` says of an error in a program's syntax, without the last line's end."""
    return "".join(traceback.format_exception_only(error)).rstrip("\n")
