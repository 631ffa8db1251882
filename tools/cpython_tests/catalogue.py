"""The modules that are run, and what of them is known to differ."""

from __future__ import annotations

import subprocess
import tomllib
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parent.parent.parent
DATA = ROOT / "tests" / "data" / "conformance"

QUESTIONS = """
import os, sys, test
print("%d.%d.%d" % sys.version_info[:3])
print(sys.version.replace(chr(10), " "))
print(os.path.dirname(test.__file__))
"""


class Interpreter(NamedTuple):
    """A CPython whose test suite is run: its version ("3.13.0"), build, and `test` package."""

    executable: str
    version: str
    build: str
    tests: Path

    @property
    def feature(self) -> str:
        return self.version.rpartition(".")[0]

    def has(self, module: str) -> bool:
        path = self.tests.joinpath(*module.split("."))
        return path.with_suffix(".py").exists() or (path / "__init__.py").exists()


class Known(NamedTuple):
    """Cases (patterns of names) known to differ, by cause; without versions, on all of them."""

    cause: str
    cases: list[str]
    versions: Sequence[str] = ()
    #: the cases are not run on the machine, as they would not end
    endless: bool = False


def interpreter(executable: str) -> Interpreter:
    """Ask an interpreter what it is; an OSError or ValueError if it has no test suite."""
    answer = subprocess.run(
        [executable, "-I", "-c", QUESTIONS], capture_output=True, text=True, check=False
    )
    if answer.returncode:
        raise ValueError(f"{executable}: {(answer.stderr.strip() or 'it fails').splitlines()[-1]}")
    version, build, directory = answer.stdout.splitlines()
    return Interpreter(executable, version, build, Path(directory))


def categories() -> dict[str, list[str]]:
    """The modules of each category."""
    data = tomllib.loads((DATA / "modules.toml").read_text())
    return {name: entry["modules"] for name, entry in data["category"].items()}


def quick() -> list[str]:
    """The modules that are quick and telling enough for every change."""
    modules: list[str] = tomllib.loads((DATA / "modules.toml").read_text())["quick"]
    return modules


def chosen(words: list[str]) -> dict[str, str]:
    """The modules that words name, with their categories.

    A word is a module, a category or a part of one ("calls"); no words name all modules. A
    ValueError if a word names nothing.
    """
    everything = {name: category for category, names in categories().items() for name in names}
    if not words:
        return everything
    found: dict[str, str] = {}
    for word in words:
        named = {name: category for name, category in everything.items() if word == name}
        named = named or {
            name: category for name, category in everything.items() if word in category
        }
        if not named and word.startswith("test_"):
            named = {word: "other"}
        if not named:
            raise ValueError(f"no module and no category is called {word!r}")
        found |= named
    return found


def known_differences(feature: str) -> list[Known]:
    """What is known to differ on a version ("3.13")."""
    data = tomllib.loads((DATA / "differences.toml").read_text())
    entries = [Known(**entry) for entry in data.get("difference", [])]
    return [entry for entry in entries if not entry.versions or feature in entry.versions]


def endless(feature: str) -> list[str]:
    """Cases that are not run on the machine."""
    return [case for entry in known_differences(feature) if entry.endless for case in entry.cases]


def cause_of(case: str, known: list[Known]) -> str | None:
    """Why a case is known to differ."""
    for entry in known:
        if any(case == pattern or fnmatchcase(case, pattern) for pattern in entry.cases):
            return entry.cause
    return None
