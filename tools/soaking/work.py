"""The guest program of a soak: everything at once, round after round, for some seconds.

    python work.py SECONDS [ROUNDS]

Ends after the seconds, or as many rounds. Every few seconds it prints a JSON object: rounds done,
resident memory in KiB, objects that the garbage collector tracks, by type the most frequent ones,
and a check sum of the work, which is the same for the same number of rounds wherever it runs.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import importlib
import json
import os
import queue
import sys
import tempfile
import threading
import time
import weakref
import zlib
from collections import Counter
from collections.abc import AsyncIterator, Generator
from pathlib import Path
from typing import Any

REPORT_SECONDS = 5.0
PAGE_KIB = os.sysconf("SC_PAGE_SIZE") // 1024
MODULE = "made_by_the_soak"


class Failure(Exception):
    """An error of the program's own."""


def numbers(count: int) -> Generator[int, int | None, None]:
    """Numbers, and the generator's own end noted."""
    try:
        for number in range(count):
            sent = yield number
            if sent:
                yield sent * 2
    finally:
        ENDED.append(count)


def delegated(depth: int, count: int) -> Generator[int, int | None, None]:
    """The same numbers through generators that delegate to each other."""
    if depth:
        yield from delegated(depth - 1, count)
    else:
        yield from numbers(count)


ENDED: list[int] = []


def generators(round_number: int) -> Any:
    """Generators that end, are closed, are thrown into, are dropped."""
    ENDED.clear()
    total = sum(delegated(5, 10))
    closed = delegated(3, 5)
    next(closed)
    closed.close()
    thrown = delegated(3, 5)
    next(thrown)
    with contextlib.suppress(Failure):
        thrown.throw(Failure(round_number))
    dropped = delegated(2, 5)
    next(dropped)
    del dropped
    return total, len(ENDED)


def exceptions(round_number: int) -> Any:
    """Chained errors, groups, `finally` on every way out."""
    seen = []
    for number in range(5):
        try:
            try:
                raise Failure(number)
            except Failure as error:
                raise KeyError(round_number) from error
            finally:
                seen.append("finally")
        except KeyError as error:
            seen.append(type(error.__cause__).__name__)
    try:
        raise ExceptionGroup("two", [Failure(1), ValueError(2)])
    except* Failure as group:
        seen.append(str(len(group.exceptions)))
    except* ValueError:
        seen.append("value")
    return seen


def recursion(round_number: int) -> Any:
    """Deep recursion that ends, and recursion that does not."""

    def down(depth: int) -> int:
        return 0 if depth == 0 else 1 + down(depth - 1)

    def endless() -> None:
        endless()

    try:
        endless()
    except RecursionError:
        return down(round_number % 300)
    return None


class Node:
    """Part of a ring that only the garbage collector can free."""

    def __init__(self, value: int) -> None:
        self.value = value
        self.next: Node = self

    def __add__(self, other: Node) -> Node:
        return Node(self.value + other.value)


def objects(round_number: int) -> Any:
    """Rings of objects, weak references, classes made anew."""
    ring = [Node(number) for number in range(10)]
    for left, right in zip(ring, ring[1:] + ring[:1], strict=True):
        left.next = right
    seen = weakref.ref(ring[0])
    made = type("Made", (Node,), {"twice": lambda self: self.value * 2})
    total = sum(ring, start=made(round_number)).value + made(3).twice()
    del ring, made
    gc.collect(0)
    return total, seen() is not None or True


async def ticks(count: int) -> AsyncIterator[int]:
    """An async generator that gives way between its values."""
    for number in range(count):
        await asyncio.sleep(0)
        yield number


async def consume(count: int) -> int:
    """What the ticks add up to."""
    return sum([number async for number in ticks(count)])


async def asynchronous(round_number: int) -> Any:
    """Tasks, cancellation, time limits, a queue."""
    results = await asyncio.gather(*(consume(number) for number in range(8)))
    task = asyncio.create_task(asyncio.sleep(60))
    await asyncio.sleep(0)
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
    try:
        async with asyncio.timeout(0):
            await asyncio.sleep(60)
    except TimeoutError:
        results.append(round_number % 7)
    return results


def imports(folder: Path, round_number: int) -> Any:
    """A module that is written, imported, and forgotten."""
    text = f"VALUE = {round_number}\ndef double(x):\n    return x * 2 + VALUE\n"
    (folder / f"{MODULE}.py").write_text(text, encoding="utf-8")
    importlib.invalidate_caches()
    sys.modules.pop(MODULE, None)
    module = importlib.import_module(MODULE)
    return module.double(21)


def threads(round_number: int) -> Any:
    """Threads that pass work to each other."""
    todo: queue.Queue[int | None] = queue.Queue()
    done: queue.Queue[int] = queue.Queue()

    def work() -> None:
        while (number := todo.get()) is not None:
            with contextlib.suppress(ZeroDivisionError):
                done.put(sum(numbers(number)) + 100 // (number % 5))

    workers = [threading.Thread(target=work) for _ in range(3)]
    for worker in workers:
        worker.start()
    for number in range(20):
        todo.put(number)
    for _ in workers:
        todo.put(None)
    for worker in workers:
        worker.join()
    return sorted(done.queue), round_number % 3


def one_round(folder: Path, round_number: int) -> Any:
    """All kinds of work, once."""
    return [
        generators(round_number),
        exceptions(round_number),
        recursion(round_number) if round_number % 10 == 0 else None,
        objects(round_number),
        asyncio.run(asynchronous(round_number)),
        imports(folder, round_number) if round_number % 5 == 0 else None,
        threads(round_number),
    ]


def report(rounds: int, check: int) -> None:
    """Print where the program stands."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    kinds = Counter(type(each).__name__ for each in gc.get_objects())
    state = {
        "rounds": rounds,
        "memory": pages * PAGE_KIB,
        "objects": kinds.total(),
        "kinds": dict(kinds.most_common(40)),
        "check": check,
    }
    print(json.dumps(state), flush=True)


def main() -> None:
    """Work until the time is over, or the rounds are."""
    end = time.monotonic() + float(sys.argv[1])
    most = int(sys.argv[2]) if len(sys.argv) > 2 else sys.maxsize
    sys.dont_write_bytecode = True
    rounds = check = 0
    next_report = 0.0
    with tempfile.TemporaryDirectory() as name:
        sys.path.insert(0, name)
        while rounds < most and time.monotonic() < end:
            check = zlib.crc32(repr(one_round(Path(name), rounds)).encode(), check)
            rounds += 1
            if time.monotonic() >= next_report:
                report(rounds, check)
                next_report = time.monotonic() + REPORT_SECONDS
    report(rounds, check)


if __name__ == "__main__":
    main()
