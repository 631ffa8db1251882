"""Where interpreters are: on PATH, and where version managers and installers put them."""

from __future__ import annotations

import os
import re
import shutil
import sys
from itertools import chain
from pathlib import Path

from peephole.isa import VERSIONS, host_version

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    Command = tuple[str, ...]

# Directories of managers: variables and defaults for the manager's own directory (the first that
# is set counts), and what an interpreter's directory below it is named.
_MANAGERS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("$PYENV_ROOT/versions", "~/.pyenv/versions", "~/.pyenv/pyenv-win/versions"), "{release}"),
    (
        (
            "$UV_PYTHON_INSTALL_DIR",
            "$XDG_DATA_HOME/uv/python",
            "~/.local/share/uv/python",
            "$APPDATA/uv/python",
            "$APPDATA/uv/data/python",
        ),
        r"cpython-{release}-[\w.-]+",
    ),
    (("$ASDF_DATA_DIR/installs/python", "~/.asdf/installs/python"), "{release}"),
    (
        (
            "$MISE_DATA_DIR/installs/python",
            "$XDG_DATA_HOME/mise/installs/python",
            "~/.local/share/mise/installs/python",
        ),
        "{release}",
    ),
    (("$RYE_HOME/py", "~/.rye/py"), "cpython@{release}"),
    (("/Library/Frameworks/Python.framework/Versions",), "{version}"),
    (("$LOCALAPPDATA/Programs/Python",), "Python{digits}"),
)
_USUAL = () if os.name == "nt" else ("/usr/local/bin", "/opt/homebrew/bin")
_RELEASE = r"{version}(?:\.(\d+))?((?:a|b|rc)\d+|-dev)?"
_EXECUTABLES = ("bin/python{version}", "bin/python3", "bin/python", "python.exe")
_WHERE = "PATH, pyenv, uv, asdf, mise, rye and the py launcher"

NOT_FOUND = f"looked for it by way of {_WHERE}"


def candidates(version: str) -> Iterator[Command]:
    """The commands that may start an interpreter of a version ("3.14"), the likeliest first.

    What they start must be asked: `python3` may be any version.
    """
    if version == host_version() and sys.executable:
        yield (sys.executable,)
    for path in chain(managed(version), on_path(f"python{version}")):
        yield (str(path),)
    launcher = shutil.which("py")
    if launcher:
        yield (launcher, f"-{version}")
    for path in chain(on_path("python3"), on_path("python")):
        yield (str(path),)


def installed() -> list[str]:
    """The versions of which there seem to be interpreters, oldest first."""
    return [
        version
        for version in VERSIONS
        if version == host_version() or any(chain(managed(version), on_path(f"python{version}")))
    ]


def on_path(name: str) -> Iterator[Path]:
    """The executables of that name in PATH's directories and where installers put them.

    Without the shims of version managers, which are also there for versions that are not.
    """
    for directory in dict.fromkeys([*os.get_exec_path(), *_USUAL]):
        found = shutil.which(name, path=directory) if directory else None
        if found and Path(found).parent.name != "shims":
            yield Path(found)


def managed(version: str) -> Iterator[Path]:
    """The executables that version managers and installers have put down, the newest first."""
    digits = version.replace(".", "")
    release = _RELEASE.format(version=re.escape(version))
    for roots, name in _MANAGERS:
        pattern = re.compile(name.format(release=release, version=version, digits=digits))
        found = []
        for directory in chain.from_iterable(map(_subdirectories, roots)):
            match = pattern.fullmatch(directory.name)
            if match:
                micro, stage, *_ = (*match.groups(), None, None)
                found.append((int(micro or 0), stage is None, stage or "", directory))
        for *_, directory in sorted(found, reverse=True):
            for executable in _EXECUTABLES:
                path = directory / executable.format(version=version)
                if path.exists():
                    yield path
                    break


def _subdirectories(root: str) -> list[Path]:
    expanded = os.path.expanduser(os.path.expandvars(root))
    if "$" in expanded:  # a variable that is not set
        return []
    try:
        return [path for path in Path(expanded).iterdir() if path.is_dir()]
    except OSError:
        return []
