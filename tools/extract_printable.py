"""Make src/peephole/code/printable.py from real interpreters: python tools/extract_printable.py

Asks every CPython of the machine which characters it writes as themselves in repr(). With --check
nothing is written, and the exit status is 1 if the file is not what would be written.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools"))

from isa_extraction.interpreters import find  # noqa: E402

TARGET = ROOT / "src/peephole/code/printable.py"
PROBE = """
import json, sys, unicodedata
found = [i for i in range(sys.maxunicode + 1) if chr(i).isprintable()]
print(json.dumps([unicodedata.unidata_version, found]))
"""
HEAD = '''"""Which characters became printable when: made by tools/extract_printable.py.

repr() of a string escapes what str.isprintable() denies, and each Python knows another version of
Unicode.
"""

# Python version: (Unicode version, first and last of the ranges that it was the first to print)
PRINTABLE_SINCE: dict[str, tuple[str, tuple[tuple[int, int], ...]]] = {
'''


def printable(python: Path) -> tuple[str, set[int]]:
    """The version of Unicode and the printable code points of an interpreter."""
    command = [str(python), "-E", "-s", "-c", PROBE]
    unicode, found = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return unicode, set(found)


def ranges(points: set[int]) -> list[tuple[int, int]]:
    """The points as (first, last) of what follows each other."""
    found: list[tuple[int, int]] = []
    for point in sorted(points):
        if found and found[-1][1] == point - 1:
            found[-1] = (found[-1][0], point)
        else:
            found.append((point, point))
    return found


def source() -> str:
    """The text of the module."""
    lines = [HEAD]
    before: set[int] | None = None
    for version, python in find().items():
        unicode, points = printable(python)
        if before is not None:
            if before - points:
                raise SystemExit(f"Python {version} prints less than the one before")
            new = ranges(points - before)
            opened = "(\n" if new else "("
            lines.append(f'    "{version}": (\n        "{unicode}",\n        {opened}')
            lines += [f"            (0x{first:X}, 0x{last:X}),\n" for first, last in new]
            lines.append("        ),\n    ),\n" if new else "),\n    ),\n")
        before = points
    return "".join([*lines, "}\n"])


def main() -> int:
    made = source()
    if "--check" in sys.argv:
        return made != TARGET.read_text()
    TARGET.write_text(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
