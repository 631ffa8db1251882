"""From a program file's bytes to its code, with errors that say what is wrong with the file."""

from __future__ import annotations

import marshal
import os
from _frozen_importlib_external import MAGIC_NUMBER
from types import CodeType

from peephole.errors import PeepholeError

_PYC_HEADER = 16  # bytes before the code object (PEP 552)


def read_file(filename: str) -> bytes:
    """Return the file's bytes, or raise PeepholeError in `python`'s own words."""
    try:
        with open(filename, "rb") as file:
            return file.read()
    except OSError as error:
        reason = f"[Errno {error.errno}] {error.strerror}"
        raise PeepholeError(f"can't open file {filename!r}: {reason}") from None
    except ValueError as error:  # no name of a file: it has a null character
        raise PeepholeError(f"can't open file {filename!r}: {error}") from None


def read_stdin() -> bytes:
    """Return all there is on standard input, past `sys.stdin`, whose buffer stays the program's."""
    pieces = []
    try:
        while piece := os.read(0, 1 << 16):
            pieces.append(piece)
    except OSError:
        pass  # closed, or a directory: there is no program
    return b"".join(pieces)


def is_pyc(content: bytes, filename: str) -> bool:
    """Tell whether `python` would run the file as compiled code (`maybe_pyc_file`)."""
    return filename.endswith(".pyc") or content[:2] == MAGIC_NUMBER[:2]


def load_pyc(content: bytes, filename: str) -> CodeType:
    """Return the code object in a .pyc file of this interpreter's version."""
    if content[:4] != MAGIC_NUMBER:
        raise PeepholeError(f"{filename!r} is not bytecode of this Python: bad magic number")
    try:
        code = marshal.loads(content[_PYC_HEADER:])
    except (EOFError, ValueError, TypeError) as error:
        raise PeepholeError(f"{filename!r} has no code that can be read: {error}") from None
    if not isinstance(code, CodeType):
        raise PeepholeError(f"{filename!r} has no code object in it")
    return code


def compile_source(source: bytes | str, filename: str) -> CodeType:
    """Compile as `python` compiles its program.

    Raises SyntaxError for a program that is none, PeepholeError for what is no text at all.
    """
    try:
        return compile(source, filename, "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        if isinstance(source, bytes):
            check_text(source, filename)
        elif not isinstance(error, SyntaxError):
            raise PeepholeError(f"the code to run is no text: {error}") from None
        raise


def dedented(source: str) -> str:
    """Take off the blanks and tabs that all lines begin with (`_PyUnicode_Dedent`).

    Lines of nothing but blanks and tabs do not count, and become empty.
    """
    lines = source.split("\n")
    margin: str | None = None
    for line in lines:
        text = line.lstrip(" \t")
        if text:
            indent = line[: len(line) - len(text)]
            margin = indent if margin is None else _common_start(margin, indent)
    if not margin:
        return source
    blank = [not line.strip(" \t") for line in lines]
    return "\n".join(
        "" if empty else line[len(margin) :] for line, empty in zip(lines, blank, strict=True)
    )


def _common_start(one: str, other: str) -> str:
    for i, (left, right) in enumerate(zip(one, other)):  # noqa: B905
        if left != right:
            return one[:i]
    return min(one, other, key=len)


def check_text(source: bytes, filename: str) -> None:
    """Raise PeepholeError if `source` is not text in the encoding it declares (PEP 263)."""
    import io
    import tokenize

    where = source.find(b"\0")
    if where >= 0:
        raise PeepholeError(f"{filename!r} is not Python source: null byte at offset {where}")
    reason = None
    try:
        encoding = tokenize.detect_encoding(io.BytesIO(source).readline)[0]
    except SyntaxError as error:  # no such encoding, or its first lines are not UTF-8
        encoding, reason = "utf-8", error.msg
    try:
        source.decode(encoding)
    except UnicodeDecodeError as error:
        reason = f"byte {source[error.start]:#04x} at offset {error.start} is not {error.encoding}"
    if reason is not None:
        raise PeepholeError(f"{filename!r} is not Python source: {reason}")
