"""Verify the standard library of every interpreter on this machine, compiled by itself.

    python tools/verify_libraries.py [VERSION...]

Prints a line a version: code objects, code units, problems, seconds that verifying took. Exits
with 1 if there is a problem.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from compare_dis import library_files
from dis_comparison import interpreters
from peephole.analysis.verifier import verify_one
from peephole.code import load_marshal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# Runs in every version: reads paths, writes the size and the bytes of the code that each is.
COMPILE = """
import marshal, sys, warnings
warnings.simplefilter("ignore")
sys.setrecursionlimit(5000)
for path in sys.stdin.read().splitlines():
    try:
        with open(path, "rb") as file:
            data = marshal.dumps(compile(file.read(), path, "exec", dont_inherit=True))
    except (OSError, SyntaxError, ValueError, RecursionError):
        continue
    sys.stdout.buffer.write(len(data).to_bytes(4, "little") + data)
"""


def compiled(python: Path, limit: int | None = None) -> Iterator[bytes]:
    """The marshal data of every module of an interpreter's standard library that compiles; of
    `limit` of them, evenly chosen, if there are more."""
    paths = library_files(interpreters.library(python), limit)
    with subprocess.Popen(
        [str(python), "-s", "-c", COMPILE], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write("".join(f"{path}\n" for path in paths).encode())
        process.stdin.close()
        while size := process.stdout.read(4):
            yield process.stdout.read(int.from_bytes(size, "little"))


def main(wanted: list[str]) -> int:
    status = 0
    for version, python in interpreters.find().items():
        if wanted and version not in wanted:
            continue
        objects = units = problems = 0
        seconds = 0.0
        for data in compiled(python):
            start = time.process_time()
            for code in load_marshal(data, version).walk():
                objects += 1
                units += len(code.code) // 2
                for problem in verify_one(code):
                    problems += 1
                    print(f"{version}: {code.filename}: {problem}")
            seconds += time.process_time() - start
        print(
            f"{version}: {objects:,} code objects, {units:,} code units, {problems} problems, "
            f"{seconds:.1f} s",
            flush=True,
        )
        status |= problems > 0
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
