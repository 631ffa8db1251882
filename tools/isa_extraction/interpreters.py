"""Finds the CPython interpreters of a machine and runs the probe in them."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

OLDEST, NEWEST = (3, 8), (3, 15)
SUPPORTED = [f"3.{minor}" for minor in range(OLDEST[1], NEWEST[1] + 1)]
PROBE = Path(__file__).with_name("probe.py")


class ProbeFailed(Exception):
    """An interpreter could not be asked; the message says which and why."""


def _pyenv() -> dict[str, Path]:
    """The newest release of each version that pyenv has."""
    root = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    releases = []
    for directory in root.glob("3.*"):
        match = re.fullmatch(r"(3)\.(\d+)\.(\d+)", directory.name)
        if match and (directory / "bin/python").exists():
            releases.append((tuple(map(int, match.groups())), directory / "bin/python"))
    return {f"3.{release[1]}": python for release, python in sorted(releases)}


def find() -> dict[str, Path]:
    """Interpreter by version: of pyenv, else pythonX.Y on PATH or in /usr/local/bin."""
    found = _pyenv()
    search = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/local/bin"])
    for version in SUPPORTED:
        on_path = shutil.which(f"python{version}", path=search)
        if version not in found and on_path:
            found[version] = Path(on_path)
    return {version: found[version] for version in SUPPORTED if version in found}


def probe(python: Path) -> dict[str, Any]:
    """The facts that `python` tells of itself (see probe.py)."""
    command = [str(python), "-I", "-B", str(PROBE)]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    except OSError as error:
        raise ProbeFailed(f"{python}: {error.strerror}") from error
    if answer.returncode:
        last = (answer.stderr.strip().splitlines() or [f"status {answer.returncode}"])[-1]
        raise ProbeFailed(f"{python}: {last}")
    facts: dict[str, Any] = json.loads(answer.stdout)
    return facts
