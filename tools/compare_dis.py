"""Compare peephole with every interpreter's own dis over its whole standard library.

    python tools/compare_dis.py [--what code|dis|text] [--files N] [VERSION ...]

Prints one line of figures a version; the exit status is 1 if anything differs.
code: fields, tables, and that what is read is written the same; dis: instructions; text: what
`python -m dis` prints.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]

from dis_comparison.comparison import Tally, compare  # noqa: E402
from dis_comparison.interpreters import ask, find, library  # noqa: E402


def library_files(directory: Path, limit: int | None) -> list[Path]:
    """The Python files of a standard library, evenly chosen if there are more than `limit`."""
    paths = sorted(
        path
        for path in directory.rglob("*.py")
        if path.is_file() and "site-packages" not in path.parts
    )
    if limit and len(paths) > limit:
        step = len(paths) / limit
        paths = [paths[int(index * step)] for index in range(limit)]
    return paths


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("versions", nargs="*", metavar="VERSION", help="3.8 to 3.15; all found")
    parser.add_argument("--what", choices=("code", "dis", "text"), default="dis")
    parser.add_argument("--files", type=int, metavar="N", help="no more than N files a version")
    arguments = parser.parse_args()
    interpreters = find()
    differs = False
    host = ".".join(map(str, sys.version_info[:3]))
    for version in arguments.versions or interpreters:
        if version not in interpreters:
            print(f"{version}: not on this machine")
            continue
        python = interpreters[version]
        tally = Tally()
        started = time.perf_counter()
        paths = library_files(library(python), arguments.files)
        for answer in ask(python, arguments.what, paths):
            compare(answer, version, arguments.what, tally)
        seconds = time.perf_counter() - started
        print(f"{version} on {host}, {arguments.what}: {tally} ({seconds:.0f} s)", flush=True)
        for example in tally.examples:
            print(f"    {example}")
        differs = differs or bool(tally.differences)
    return differs


if __name__ == "__main__":
    sys.exit(main())
