"""Where traces and statistics go: never through the program's own streams."""

from __future__ import annotations

import os

from peephole.errors import PeepholeError
from peephole.machine.hiding import hidden

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Write = Callable[[str], None]

_STDERR = 2
_LEAST_NUMBER = 512  # of our own descriptors: programs number theirs from the bottom


def standard_error() -> Write:
    """Return a function that writes text to the process's standard error."""
    return _writer(_STDERR)


def to_file(name: str) -> Write:
    """Create the file (or empty it) and return a function that writes text to it."""
    try:
        opened = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    except OSError as error:
        raise PeepholeError(f"can't write to {name!r}: {error.strerror}") from None
    return _writer(_out_of_the_way(opened))


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
