"""How fast code is read and disassembled, beside what others take in the same run.

    python tools/measure_reading.py [--rounds N] [--library]

Disassembly: `peephole.disassemble` of the running interpreter's code objects and of our own copies
of them, beside dis.get_instructions. Every field of every instruction is there in ours, nothing is
put off; dis of 3.11 and 3.12 tells of inline caches only with show_caches, as more instructions, so
that both are measured there. The code is that of eight modules, with --library that of the whole
standard library, its tests among it.

Reading: `peephole.code.load` of .pyc data, beside pycnite and xdis where they are installed
(pycnite reads up to 3.12).

CPU time: all tasks in turn, N times; of each part of the work (a few code objects, a file) the
least time counts, so that what else the computer does in between does not.
"""

from __future__ import annotations

import argparse
import contextlib
import dis
import importlib
import io
import marshal
import math
import os
import sys
import time
import types
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from peephole.code import from_host, load  # noqa: E402
from peephole.disassembly import disassemble  # noqa: E402

LIBRARY = Path(os.__file__).parent
MODULES = ("argparse", "ast", "dataclasses", "enum", "inspect", "tarfile", "turtle", "typing")


#: code objects a part
SOME = 20


class Task(NamedTuple):
    """What is done with each item, and how many of them are a part of the work."""

    function: Callable[[Any], object]
    items: Sequence[Any]
    size: int

    def parts(self) -> list[Sequence[Any]]:
        return [self.items[i : i + self.size] for i in range(0, len(self.items), self.size)]


def walk(code: types.CodeType) -> Iterator[types.CodeType]:
    yield code
    for const in code.co_consts:
        if isinstance(const, types.CodeType):
            yield from walk(const)


def best_times(tasks: dict[str, Task], rounds: int) -> dict[str, float]:
    """The CPU time of each task in seconds, the least of each of its parts; all in turn, `rounds`
    times."""
    best = {name: [math.inf] * len(task.parts()) for name, task in tasks.items()}
    for _ in range(rounds):
        for name, task in tasks.items():
            function = task.function
            for i, part in enumerate(task.parts()):
                started = time.process_time()
                for item in part:
                    function(item)
                best[name][i] = min(best[name][i], time.process_time() - started)
    return {name: sum(times) for name, times in best.items()}


def disassembled(modules: Iterable[types.CodeType], rounds: int) -> tuple[int, dict[str, float]]:
    """How many instructions modules have, and the CPU time in seconds of each way to them."""
    count = 0
    times: dict[str, float] = {}
    for module in modules:
        codes = list(walk(module))
        tasks = {
            "dis.get_instructions": Task(
                lambda code: list(dis.get_instructions(code)), codes, SOME
            ),
            "disassemble, host's code": Task(disassemble, codes, SOME),
            "disassemble, our code": Task(disassemble, [from_host(code) for code in codes], SOME),
        }
        if sys.version_info < (3, 13):
            tasks["dis, with inline caches"] = Task(
                lambda code: list(dis.get_instructions(code, show_caches=True)), codes, SOME
            )
        count += sum(len(disassemble(code)) for code in codes)
        for name, seconds in best_times(tasks, rounds).items():
            times[name] = times.get(name, 0) + seconds
    return count, times


def library() -> Iterator[types.CodeType]:
    """The modules of the standard library that can be compiled, those of its tests among them."""
    warnings.simplefilter("ignore")
    for path in sorted(LIBRARY.rglob("*.py")):
        if "site-packages" not in path.parts:
            with contextlib.suppress(SyntaxError, ValueError):
                yield compile(path.read_bytes(), str(path), "exec")


def readers(files: list[bytes]) -> dict[str, Task]:
    """Tasks that read all of the .pyc files, by what reads them; without those that fail."""
    tasks = {"peephole": Task(load, files, 1)}
    for name, make in (("pycnite", pycnite), ("xdis", xdis)):
        try:
            task = Task(make(), files, 1)
            task.function(files[0])
        except Exception as error:
            print(f"  {name}: {type(error).__name__}: {error}")
        else:
            tasks[name] = task
    tasks["marshal (in C)"] = Task(lambda data: marshal.loads(memoryview(data)[16:]), files, 1)
    return tasks


def pycnite() -> Callable[[bytes], object]:
    function: Callable[[bytes], object] = importlib.import_module("pycnite.pyc").loads
    return function


def xdis() -> Callable[[bytes], object]:
    """xdis' own reader: xdis.load gives the running interpreter's files to marshal instead."""
    function = importlib.import_module("xdis.unmarshal").load_code
    magic = int.from_bytes(MAGIC_NUMBER[:2], "little")
    return lambda data: function(io.BytesIO(memoryview(data)[16:]), magic)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=10, help="how often each is done")
    parser.add_argument("--library", action="store_true", help="all modules, tests among them")
    arguments = parser.parse_args()
    rounds = arguments.rounds
    modules = [compile((LIBRARY / f"{name}.py").read_bytes(), name, "exec") for name in MODULES]
    count, times = disassembled(library() if arguments.library else modules, rounds)
    print(f"Python {sys.version.split()[0]}: {count:,} instructions")
    for name, seconds in times.items():
        ratio = times["dis.get_instructions"] / seconds
        print(f"  {name:25} {count / seconds:>11,.0f} instructions/s {ratio:6.2f} x")
    files = [MAGIC_NUMBER + bytes(12) + marshal.dumps(module) for module in modules]
    size = sum(map(len, files))
    print(f"{len(files)} .pyc files, {size:,} bytes")
    times = best_times(readers(files), rounds)
    for name, seconds in times.items():
        ratio = times["peephole"] / seconds
        print(f"  {name:25} {size / seconds / 1e6:>11,.1f} MB/s           {ratio:6.2f} x")


if __name__ == "__main__":
    main()
