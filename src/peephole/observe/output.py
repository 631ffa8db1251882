"""Where traces and statistics go: never through the program's own streams."""

from __future__ import annotations

import os
import sys

from peephole.errors import PeepholeError
from peephole.machine.hiding import hidden

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    Write = Callable[[str], None]

_STDOUT, _STDERR = 1, 2
_LEAST_NUMBER = 512  # of our own descriptors: programs number theirs from the bottom


def standard_error() -> Write:
    """Return a function that writes text to the process's standard error."""
    return _writer(_STDERR)


def below_standard_output() -> Write:
    """Return a function that writes to standard error, behind what the program has printed: on a
    line of its own, below an empty one, where both go to the same terminal or file."""
    write = _writer(_STDERR)

    @hidden
    def write_below(text: str) -> None:
        _flush(sys.__stdout__)
        write("\n" + text if _is_same(_STDOUT, _STDERR) else text)

    return write_below


def to_file(name: str) -> Write:
    """Create the file (or empty it) and return a function that writes text to it."""
    try:
        opened = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    except OSError as error:
        raise PeepholeError(f"can't write to {name!r}: {error.strerror}") from None
    return _writer(_out_of_the_way(opened))


@hidden
def _flush(stream: TextIO | None) -> None:
    try:
        if stream is not None:
            stream.flush()
    except (OSError, ValueError):  # the interpreter will say so
        pass


@hidden
def _is_same(descriptor: int, other: int) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), os.fstat(other))
    except OSError:
        return False


def _out_of_the_way(descriptor: int) -> int:
    try:
        from fcntl import F_DUPFD_CLOEXEC, fcntl

        moved = fcntl(descriptor, F_DUPFD_CLOEXEC, _LEAST_NUMBER)
    except (ImportError, OSError):
        return descriptor
    os.close(descriptor)
    return moved


def _writer(descriptor: int) -> Write:
    os_write = os.write

    @hidden
    def write(text: str) -> None:
        data = text.encode("utf-8", "backslashreplace")
        try:
            while data:
                data = data[os_write(descriptor, data) :]
        except OSError:  # closed, or nobody reads: the program runs on
            pass

    return write
