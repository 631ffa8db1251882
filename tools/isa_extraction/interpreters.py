"""Finds the CPython interpreters of a machine and runs the probe in them."""

import json
import subprocess
import sys
from itertools import chain
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))

from peephole.interpreters.places import managed, on_path

OLDEST, NEWEST = (3, 8), (3, 15)
SUPPORTED = [f"3.{minor}" for minor in range(OLDEST[1], NEWEST[1] + 1)]
PROBE = Path(__file__).with_name("probe.py")


class ProbeFailed(Exception):
    """An interpreter could not be asked; the message says which and why."""


def find() -> dict[str, Path]:
    """Interpreter by version: of a version manager like pyenv, else pythonX.Y on PATH."""
    found = {
        version: next(chain(managed(version), on_path(f"python{version}")), None)
        for version in SUPPORTED
    }
    return {version: path for version, path in found.items() if path is not None}


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
