"""What is to be run: the forms that `python` knows, read from a command line and looked at."""

from __future__ import annotations

import sys
from os import getcwd, path

from peephole.errors import PeepholeError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from _typeshed.importlib import PathEntryFinderProtocol


class Target:
    """A program to run: `kind` is "file", "module", "code" or "stdin".

    `value` is the file's name, the module's name or the code; `arguments` are the program's own.
    """

    __slots__ = ("arguments", "kind", "value")

    def __init__(self, kind: str, value: str, arguments: list[str]) -> None:
        self.kind = kind
        self.value = value
        self.arguments = arguments

    @property
    def argv(self) -> list[str]:
        """What `sys.argv` is when the program starts (`-m` puts the file's name in later)."""
        first = {"module": "-m", "code": "-c", "stdin": "-"}.get(self.kind, self.value)
        return [first, *self.arguments]

    def first_path(self) -> str | None:
        """The directory that `python` puts first into `sys.path`, or None if there is none.

        The rule is `_PyPathConfig_ComputeSysPath0` (Python/pathconfig.c): the directory of a
        script with all symbolic links resolved, the working directory for a module, and the
        empty string, meaning the working directory of the moment, for code and stdin.
        """
        if self.kind == "module":
            try:
                return getcwd()
            except OSError:
                return None
        name = self.argv[0]
        if self.kind == "code" or not path.exists(name):
            return ""
        return path.dirname(path.realpath(name))

    def filename(self) -> str:
        """The name that `__file__` and tracebacks have: absolute, but not normalized."""
        return path.join(getcwd(), self.value)


def parse_target(words: list[str]) -> Target:
    """Read `FILE ARGS`, `-m MODULE ARGS`, `-c CODE ARGS` or `- ARGS`; raise PeepholeError."""
    if not words:
        raise PeepholeError("nothing to run: give a FILE, -m MODULE, -c CODE or - for stdin")
    first, rest = words[0], words[1:]
    if first == "-":
        return Target("stdin", "<stdin>", rest)
    for flag, kind in (("-m", "module"), ("-c", "code")):
        if first.startswith(flag):
            if len(first) > 2:  # -mMODULE
                return Target(kind, first[2:], rest)
            if not rest:
                raise PeepholeError(f"{flag} needs an argument: the {kind} to run")
            return Target(kind, rest[0], rest[1:])
    if first.startswith("-"):
        raise PeepholeError(f"no such option: {first}")
    return Target("file", first, rest)


def importer(name: str) -> PathEntryFinderProtocol | None:
    """Return what `sys.path_hooks` make of `name`: not None for a directory or an archive.

    Like `PyImport_GetImporter`, which decides how `python NAME` runs it; fills the same cache.
    """
    cache = sys.path_importer_cache
    if name not in cache:
        cache[name] = _first_accepting(name)
    return cache[name]


def _first_accepting(name: str) -> PathEntryFinderProtocol | None:
    for hook in sys.path_hooks:
        try:
            return hook(name)
        except ImportError:
            continue
    return None
