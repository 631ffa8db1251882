"""The programs that are measured, found in the folders beside this one."""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT.parent / "src"
DRIVER = ROOT / "harness" / "driver.py"

_ITERATIONS = re.compile(r"^ITERATIONS = ([\d_]+)$", re.MULTILINE)


@dataclass(frozen=True)
class Program:
    """A script that does its work as many times as its argument says and prints a checksum.

    It says on standard error how long the work took: a line `seconds`, then CPU seconds.
    """

    name: str
    path: Path
    iterations: int

    def scaled(self, factor: float) -> int:
        """The number of iterations for `factor` times the usual work, at least one."""
        return max(1, round(self.iterations * factor))


def programs(folder: str = "programs", names: list[str] | None = None) -> list[Program]:
    """The programs of a folder, by name; all of them where no names are given.

    Raises `LookupError` for a name that is no program.
    """
    found = {path.stem: path for path in sorted((ROOT / folder).glob("*.py"))}
    unknown = [name for name in names or [] if name not in found]
    if unknown:
        raise LookupError(f"no such program: {', '.join(unknown)} (there are {', '.join(found)})")
    return [_program(found[name]) for name in names or found]


def _program(path: Path) -> Program:
    match = _ITERATIONS.search(path.read_text(encoding="utf-8"))
    if match is None:
        raise ValueError(f"{path}: no line ITERATIONS = NUMBER")
    return Program(path.stem, path, int(match[1]))
