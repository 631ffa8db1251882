"""The files with code in wheels, zip files and the like, read without unpacking anything."""

from __future__ import annotations

import difflib
import os
import zipfile
import zlib
from contextlib import contextmanager

from peephole.errors import PeepholeError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_LARGEST_MEMBER = 1 << 26  # bytes: what is larger is no code but a bomb
_CODE = (".py", ".pyc", ".pyw")
_NAMED = (".whl", ".zip", ".egg", ".pyz")
SUFFIXES = _CODE + _NAMED
"""What the names of files end with that have code."""


def is_archive(path: str) -> bool:
    """Whether a path is that of a zip file, by its name, or by its content if it has no name of
    code."""
    if not os.path.isfile(path) or path.endswith(_CODE):
        return False
    return path.endswith(_NAMED) or zipfile.is_zipfile(path)


def split(target: str) -> tuple[str, str] | None:
    """The archive and the member in a path like `pkg.whl/pkg/mod.py`; None if it is no such path.

    The member is "" for the archive itself.
    """
    path, member = target, ""
    while path and not os.path.isfile(path):
        path, name = os.path.split(path)
        if not name:
            if not member:
                continue  # a slash at the end
            return None
        member = f"{name}/{member}" if member else name
    return (path, member) if path and is_archive(path) else None


def has_member(path: str, name: str) -> bool:
    """Whether an archive has a member of that name."""
    with _opened(path) as archive:
        return name in archive.namelist()


def read_member(path: str, name: str) -> bytes:
    """The content of a member; PeepholeError if it is not there or cannot be read."""
    with _opened(path) as archive:
        try:
            info = archive.getinfo(name)
        except KeyError:
            raise PeepholeError(_missing(path, name, archive.namelist())) from None
        return _read(archive, info, path)


def read_code(path: str) -> Iterator[tuple[str, bytes]]:
    """The path, with the archive's before it, and the content of each file that is named like
    source or bytecode, in the archive's order."""
    with _opened(path) as archive:
        for info in archive.infolist():
            if info.filename.endswith(_CODE):
                yield f"{path}/{info.filename}", _read(archive, info, path)


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: str) -> bytes:
    if info.file_size > _LARGEST_MEMBER:
        raise PeepholeError(f"{path}/{info.filename} is too large: {info.file_size:,} bytes")
    return archive.read(info)


@contextmanager
def _opened(path: str) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,  # a compression that this Python has not got
        OSError,
        RuntimeError,  # encrypted
        ValueError,  # contradictory offsets
    ) as error:
        raise PeepholeError(f"can't read {path!r}: {error}") from None


def _missing(path: str, name: str, names: list[str]) -> str:
    problem = f"{path!r} has no file {name!r}"
    near = difflib.get_close_matches(name, names, 1)
    if not near:
        near = [each for each in names if each.rpartition("/")[2] == name.rpartition("/")[2]][:1]
    if near:
        return f"{problem}: is it {near[0]}?"
    return f"{problem} (see peephole dis {path})"
