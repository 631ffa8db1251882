"""What `peephole dis` and its like are asked to show: from a target's words to code objects.

Nothing is executed and nothing imported.
"""

from __future__ import annotations

import os
import stat
from typing import NamedTuple

from peephole.cli import archives
from peephole.cli.compilers import Compiler, compiler
from peephole.code import CodeObject, FormatError, load
from peephole.errors import PeepholeError
from peephole.isa import version_of_magic
from peephole.launch.source import read_file, read_stdin

_ARCHIVE = b"PK\3\4"  # how a zip file begins
_LARGEST_SOURCE = 1 << 24  # bytes


class Shown(NamedTuple):
    """Code objects to show, each with those nested in it, and the lines of their source file."""

    codes: list[CodeObject]
    source: list[str]


def find_shown(
    target: str | None,
    command: str | None,
    python: str | None = None,
    function: str | None = None,
) -> Shown:
    """The code that a command's words ask for, compiled by `python` (see `compiler`) if it is
    given; of it, if `function` is given, only what has that qualified name.

    Raises SyntaxError, PeepholeError.
    """
    if command is not None:
        if target is not None:
            raise PeepholeError("give either a TARGET or -c CODE, not both")
        return narrowed(from_command(command, python), function, target)
    if target is None:
        raise PeepholeError(
            "nothing to show: give a .py or .pyc file, a module, module:qualname, -c CODE or -"
        )
    return narrowed(from_target(target, python), function, target)


def find_for_each(
    target: str | None, command: str | None, pythons: list[str], function: str | None = None
) -> tuple[list[Shown], list[tuple[str, SyntaxError]]]:
    """What `find_shown` gives for each version, and the versions for which the source is none.

    Raises PeepholeError.
    """
    made = [compiler(python) for python in pythons]
    content = read_stdin() if target == "-" and command is None else None
    found, refused = [], []
    for python, each in zip(pythons, made, strict=True):
        try:
            if content is None:
                found.append(find_shown(target, command, python, function))
            else:
                found.append(narrowed(from_bytes(content, "<stdin>", each), function, target))
        except SyntaxError as error:
            refused.append((each.version, error))
    return found, refused


def from_command(source: str, python: str | None = None) -> Shown:
    """What `-c CODE` stands for. Raises SyntaxError, PeepholeError."""
    return _compiled(source, "<string>", compiler(python))


def from_target(target: str, python: str | None = None) -> Shown:
    """What TARGET stands for: a .py or .pyc file, one in an archive (`pkg.whl/pkg/mod.py`), `-`,
    a module, and any of them with `:qualname`.

    Raises SyntaxError for source that is none, PeepholeError for all else that is wrong.
    """
    made = compiler(python)
    if target == "-":
        return from_bytes(read_stdin(), "<stdin>", made)
    found = _from_file(target, made)
    if found is not None:
        return found
    place, colon, qualname = target.rpartition(":")
    found = _from_file(place, made) if colon else None
    if found is not None:
        return selected(found, qualname, place)
    if not colon:
        place, qualname = target, ""
    if _is_module_name(place):
        from peephole.cli.modules import from_module

        return from_module(place, qualname, target, made)
    if os.path.isdir(target):
        raise PeepholeError(f"{target!r} is a directory: give a file, a module or module:qualname")
    read_file(place)  # says what is wrong with it
    raise PeepholeError(f"{place!r} is no file that can be read")


def _from_file(path: str, made: Compiler) -> Shown | None:
    """The code of a file or of an archive's member; None if `path` is neither, or if the archive
    has no such member and what follows a colon may be a qualified name."""
    found = archives.split(path)
    if found is None:
        return from_bytes(read_file(path), path, made) if os.path.isfile(path) else None
    archive, member = found
    if not member:
        problem = f"{archive!r} is an archive: give one of its files"
        raise PeepholeError(f"{problem} (see peephole dis {archive})")
    if ":" in member and not archives.has_member(archive, member):
        return None
    return from_bytes(archives.read_member(archive, member), f"{archive}/{member}", made)


def _is_module_name(text: str) -> bool:
    """Whether `text` can only be a module: a file of that name would not be meant."""
    names = text.split(".")
    return all(name.isidentifier() for name in names) and not text.endswith(archives.SUFFIXES)


def from_bytes(content: bytes, filename: str, made: Compiler) -> Shown:
    """The code of a file's content: bytecode, or source to be compiled."""
    if content.startswith(_ARCHIVE):
        raise PeepholeError(
            f"{filename!r} is an archive: give a .zip or .whl file, or pkg.whl/mod.py in it"
        )
    if not is_pyc(content, filename):
        return _compiled(content, filename, made)
    try:
        code = load(content)
    except FormatError as error:
        raise PeepholeError(f"{filename!r}: {error}") from None
    if made.chosen and made.version != code.version:
        problem = f"{filename!r} is bytecode of Python {code.version} already"
        raise PeepholeError(f"{problem}: --python {made.version} is for source")
    return Shown([code], _source_lines(code.filename))


def is_pyc(content: bytes, filename: str) -> bool:
    """Whether a file holds compiled code: by its name, or by a magic number of any version."""
    if filename.endswith(".pyc"):
        return True
    return (
        content[2:4] == b"\r\n"
        and version_of_magic(int.from_bytes(content[:2], "little")) is not None
    )


def _compiled(source: bytes | str, filename: str, made: Compiler) -> Shown:
    code = made.compile(source, filename)
    return Shown([code], _lines(source if isinstance(source, bytes) else source.encode()))


def _source_lines(filename: str) -> list[str]:
    """The lines of the source file that code names, if it is at hand.

    The name comes from a file that may be a stranger's: nothing is opened but Python source on
    this machine, no device or pipe that would never end.
    """
    if not filename.endswith((".py", ".pyw")) or filename.startswith(("//", "\\\\")):
        return []
    try:
        status = os.stat(filename)
        if not stat.S_ISREG(status.st_mode) or status.st_size > _LARGEST_SOURCE:
            return []
        with open(filename, "rb") as file:
            return _lines(file.read())
    except (OSError, ValueError):
        return []


def _lines(source: bytes) -> list[str]:
    # Lines end as they do for the compiler: not at form feeds and the like.
    try:
        text = _decoded(source)
    except (SyntaxError, UnicodeDecodeError, LookupError):
        return []
    return text.split("\n")


def _decoded(source: bytes) -> str:
    """The text of Python source in the encoding that it declares (PEP 263), newlines as "\\n"."""
    from importlib.util import decode_source

    return decode_source(source)


# --- qualified names ------------------------------------------------------------------------


def selected(shown: Shown, qualname: str, place: str) -> Shown:
    """The code objects of that qualified name (several, where a name is defined again)."""
    wanted = _plain(qualname)
    named = [
        (code, _plain(path)) for whole in shown.codes for code, path in with_paths(whole) if path
    ]
    found = [code for code, path in named if path == wanted]
    if not found:
        longer = [path for _, path in named if path.endswith(f".{wanted}")]
        hint = f"; did you mean {longer[0]}?" if longer else ""
        raise PeepholeError(f"there is no function or class {qualname!r} in {place!r}{hint}")
    return Shown(found, shown.source)


def narrowed(shown: Shown, qualname: str | None, target: str | None) -> Shown:
    """What is `selected` where a qualified name is given, else all of it."""
    return shown if qualname is None else selected(shown, qualname, target or "the code")


def with_paths(code: CodeObject, prefix: str = "") -> list[tuple[CodeObject, str]]:
    """All code objects with their qualified names, which bytecode before 3.11 does not hold."""
    path = prefix
    found = [(code, path)]
    for constant in code.consts:
        if isinstance(constant, CodeObject):
            name = f"{path}.{constant.name}" if path else constant.name
            found += with_paths(constant, name)
    return found


def _plain(qualname: str) -> str:
    return qualname.replace(".<locals>", "")
