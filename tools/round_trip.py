"""Take the standard library of every interpreter on this machine apart and put it together again.

    python tools/round_trip.py [--files N] [--asm] [VERSION...]

Prints a line a version: code objects and instructions, how many of them come out of the editable
form with the same bytecode, stack size, exception and line table, and how many of the stack sizes
and line tables are also computed the same, without a look at what they were. With --asm modules go
by way of the assembly text, and the marshal data of each is compared. Exits with 1 if anything
differs.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]

from dis_comparison import interpreters  # noqa: E402
from peephole.assembly import asm_lines, edit, parse_asm  # noqa: E402
from peephole.code import CodeObject, load_marshal  # noqa: E402
from verify_libraries import compiled  # noqa: E402

FIELDS = ("code", "stacksize", "exceptiontable", "linetable")
EXAMPLES = 5


class Figures:
    """What came of the code objects of a version."""

    def __init__(self) -> None:
        self.files = self.objects = self.instructions = 0
        self.same: Counter[str] = Counter()
        self.computed: Counter[str] = Counter()
        self.examples: list[str] = []
        self.seconds = 0.0

    def differs(self, field: str, code: CodeObject) -> None:
        if len(self.examples) < EXAMPLES:
            self.examples.append(f"{field}: {code.filename}: {code.qualname}")

    def all_same(self) -> bool:
        return all(self.same[field] == self.objects for field in FIELDS)

    def __str__(self) -> str:
        same = ", ".join(f"{field} {self.same[field]:,}" for field in FIELDS)
        computed = ", ".join(f"{field} {self.computed[field]:,}" for field in FIELDS[1:])
        return (
            f"{self.objects:,} code objects, {self.instructions:,} instructions; the same: {same}; "
            f"computed the same: {computed}; {self.seconds:.1f} s"
        )


def compare(code: CodeObject, figures: Figures) -> None:
    """Take a module apart and put it together; compare all its code objects."""
    started = time.process_time()
    editable = edit(code)
    again = editable.assemble()
    figures.seconds += time.process_time() - started
    figures.files += 1
    for each in editable.walk():
        figures.instructions += len(each.operations())
        each.origin = None
    computed = editable.assemble()
    for old, new, fresh in zip(code.walk(), again.walk(), computed.walk(), strict=True):
        figures.objects += 1
        for field in FIELDS:
            same = getattr(old, field) == getattr(new, field)
            figures.same[field] += same
            figures.computed[field] += getattr(old, field) == getattr(fresh, field)
            if not same:
                figures.differs(field, old)


def by_text(modules: Iterator[bytes], version: str) -> tuple[str, bool]:
    """Take modules through the assembly text; figures, and whether all came out the same."""
    files = same = size = 0
    started = time.process_time()
    for data in modules:
        code = load_marshal(data, version)
        text = "\n".join(asm_lines(code))
        files += 1
        size += len(text)
        if parse_asm(text).dump_marshal() == data:
            same += 1
        else:
            print(f"    differs: {code.filename}")
    seconds = time.process_time() - started
    figures = f"{files:,} modules, {size / 1e6:.0f} MB of text; the same data: {same:,}"
    return f"{figures}; {seconds:.1f} s", same == files


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("versions", nargs="*", metavar="VERSION", help="3.8 to 3.15; all found")
    parser.add_argument("--files", type=int, metavar="N", help="no more than N files a version")
    parser.add_argument("--asm", action="store_true", help="by way of the assembly text")
    arguments = parser.parse_args()
    host = ".".join(map(str, sys.version_info[:3]))
    status = 0
    for version, python in interpreters.find().items():
        if arguments.versions and version not in arguments.versions:
            continue
        if arguments.asm:
            told, equal = by_text(compiled(python, arguments.files), version)
            print(f"{version} on {host}: {told}", flush=True)
            status |= not equal
            continue
        figures = Figures()
        for data in compiled(python, arguments.files):
            compare(load_marshal(data, version), figures)
        print(f"{version} on {host}: {figures}", flush=True)
        for example in figures.examples:
            print(f"    {example}")
        status |= not figures.all_same()
    return status


if __name__ == "__main__":
    sys.exit(main())
