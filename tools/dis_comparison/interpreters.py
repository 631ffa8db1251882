"""The interpreters of a machine, as oracles."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from isa_extraction.interpreters import find

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ORACLE = Path(__file__).with_name("oracle.py")

__all__ = ["ask", "find", "library"]


def library(python: Path) -> Path:
    """The directory of an interpreter's standard library."""
    command = [str(python), "-E", "-s", "-c", "import os; print(os.path.dirname(os.__file__))"]
    return Path(subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip())


def ask(
    python: Path, what: str, paths: Iterable[Path], directory: Path | None = None
) -> Iterator[dict[str, Any]]:
    """What `oracle.py` running in `python` says of each file; see there for `what`.

    Relative paths are taken from `directory`, and are the file names that the code objects have.

    A RuntimeError if the interpreter fails before it has said all.
    """
    environment = {"PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8"}
    with subprocess.Popen(
        [str(python), "-s", "-B", str(ORACLE), what],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        cwd=directory,
    ) as process:
        assert process.stdin
        assert process.stdout
        # The oracle reads all its input before it writes, so that neither waits for the other.
        process.stdin.write("".join(f"{path}\n" for path in paths).encode())
        process.stdin.close()
        for line in process.stdout:
            yield json.loads(line)
    if process.returncode:
        raise RuntimeError(f"{python} ended with status {process.returncode}")
