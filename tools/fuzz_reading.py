"""Feed broken .pyc data to everything that reads: it must load, or be a FormatError.

    python tools/fuzz_reading.py [--inputs N] [--seed N]

The data are the fixtures of all versions, with bits flipped, bytes replaced, pieces cut out,
repeated or exchanged, sizes made huge, containers nested, references pointed elsewhere. What loads
must be written back as it was, and be disassembled, shown and decoded without another error.
Nothing may be imported, compiled, executed or opened meanwhile, take longer than a second or more
than 256 MiB.
Prints a line of figures; the first input that breaks a rule is written to a file, with status 1.
"""

from __future__ import annotations

import argparse
import base64
import contextlib
import gzip
import json
import random
import resource
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from peephole import isa  # noqa: E402
from peephole.code import FormatError, PycHeader, load  # noqa: E402
from peephole.disassembly import disassemble, to_json, to_text  # noqa: E402

DATA = ROOT / "tests/data/disassembly"
MOST_SECONDS = 1.0
MOST_MEMORY = 256 << 20
FORBIDDEN = ("import", "exec", "compile", "open", "os.", "subprocess.", "socket.", "marshal.")
HUGE = (0x7F, 0xFF, 0x80, 0x00)


class Forbidden(Exception):
    """Something happened that reading must not do."""


class Guard:
    """An audit hook that makes forbidden events errors while it is on."""

    def __init__(self) -> None:
        self.on = False
        sys.addaudithook(self)

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.on and event.startswith(FORBIDDEN):
            raise Forbidden(f"{event} {arguments!r:.100}")


def seeds() -> list[bytes]:
    """The .pyc data of all fixtures."""
    found = []
    for path in sorted(DATA.glob("*.json.gz")):
        version = path.name.removesuffix(".json.gz")
        header = PycHeader(isa.table(version).magic).encode()
        answers = json.loads(gzip.decompress(path.read_bytes()))["code"]
        found += [header + base64.b64decode(answer["marshal"]) for answer in answers]
    return found


def mutated(data: bytes, others: list[bytes], random_: random.Random) -> bytes:
    """`data` with one to four things wrong."""
    broken = bytearray(data)
    for _ in range(random_.randint(1, 4)):
        at = random_.randrange(16, max(len(broken), 17))
        length = random_.choice((1, 2, 4, 5, 9, 40, 300))
        match random_.randrange(9):
            case 0:
                broken[at : at + 1] = bytes((random_.randrange(256),))
            case 1 if at < len(broken):
                broken[at] ^= 1 << random_.randrange(8)
            case 2:
                del broken[at:]
            case 3:
                del broken[at : at + length]
            case 4:
                broken[at:at] = broken[at : at + length] * random_.randint(1, 20)
            case 5:
                other = random_.choice(others)
                start = random_.randrange(16, len(other))
                broken[at : at + length] = other[start : start + length]
            case 6:
                broken[at : at + 4] = bytes(random_.choices(HUGE, k=4))
            case 7:
                nesting = random_.choice((b")\x01", b"\xa9\x01", b"[\x01\0\0\0", b">\x01\0\0\0"))
                broken[at:at] = nesting * random_.choice((1, 10, 1000))
            case _:
                reference = random_.randrange(300).to_bytes(4, "little")
                broken[at : at + 5] = b"r" + reference
    return bytes(broken)


def check(data: bytes) -> str:
    """Read and show `data` in every way; say what came of it."""
    try:
        code = load(data)
    except FormatError as error:
        if not 0 <= error.offset <= len(data):
            raise AssertionError(f"offset {error.offset} of {len(data)} bytes") from error
        return "refused"
    if code.dump() != data:
        raise AssertionError("not written as it was read")
    result = "loaded"
    for each in code.walk():
        for show in (disassemble, to_json_alone, type(each).lines, type(each).exception_entries):
            try:
                show(each)
            except FormatError:
                result = "loaded, a table refused"
    with contextlib.suppress(FormatError):
        to_text(code)
    return result


def to_json_alone(code: Any) -> None:
    json.dumps(to_json(code.replace(consts=tuple(map(repr, code.consts)))))


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    guard = Guard()
    originals = seeds()
    for data in originals:
        check(data)  # tables are imported, functions made
    random_ = random.Random(arguments.seed)
    results: Counter[str] = Counter()
    slowest = 0.0
    for number in range(arguments.inputs):
        data = mutated(random_.choice(originals), originals, random_)
        started = time.perf_counter()
        guard.on = True
        try:
            results[check(data)] += 1
            problem = None
        except BaseException as error:
            problem = f"{type(error).__name__}: {error}"
        guard.on = False
        seconds = time.perf_counter() - started
        slowest = max(slowest, seconds)
        if problem is None and seconds > MOST_SECONDS:
            problem = f"took {seconds:.1f} s"
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        if problem is None and memory > MOST_MEMORY:
            problem = f"{memory >> 20} MiB"
        if problem:
            path = Path(f"fuzz-{arguments.seed}-{number}.pyc")
            path.write_bytes(data)
            print(f"input {number}: {problem}; see {path}")
            return 1
    found = ", ".join(f"{count:,} {result}" for result, count in sorted(results.items()))
    print(f"{arguments.inputs:,} inputs: {found}; slowest {slowest:.3f} s, {memory >> 20} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
