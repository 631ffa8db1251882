"""What there is to see in an archive."""

from __future__ import annotations

import json

from peephole.cli import archives, output
from peephole.cli.shown import is_pyc
from peephole.isa import version_of_magic


def print_archive(path: str, format: str) -> None:
    """List the files with code in an archive, as "text" or "json"; PeepholeError if it cannot be
    read."""
    rows = [
        (name.removeprefix(f"{path}/"), _python(name, content), len(content))
        for name, content in archives.read_code(path)
    ]
    if format == "json":
        keys = ("name", "python", "size")
        print(json.dumps([dict(zip(keys, row, strict=True)) for row in rows], indent=1))
        return
    if not rows:
        print(output.printable(f"{path} has no .py and no .pyc file in it"))
        return
    width = max(len(name) for name, _, _ in rows)
    for name, python, size in rows:
        kind = "source" if python is None else f"Python {python}"
        print(output.printable(f"{name:{width}}  {kind:>11}  {size:>9,} bytes"))
    print()
    print(output.printable(f"Show one with: peephole dis {path}/{rows[0][0]}"))


def _python(name: str, content: bytes) -> str | None:
    """The version of a compiled file, "?" if it has none that is known; None for source."""
    if not is_pyc(content, name):
        return None
    return version_of_magic(int.from_bytes(content[:2], "little")) or "?"
