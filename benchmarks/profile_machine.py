"""Where the machine's time goes, by leaf of its evaluation loop.

    python benchmarks/profile_machine.py [PROGRAM...] [--scale 0.25] [--by leaf|family] [--weights]

Every program (a name of benchmarks/programs or a path; all of them without a name) runs on the
machine of this interpreter twice. Once with an observer that counts what is executed; once without
one while a timer samples which instruction the loop is in. The loop notices the timer's signal
where it turns back, with the instruction just done still in hand, so a sample counts for the
instruction that it hit, whatever that called natively included.
"""

import argparse
import contextlib
import importlib
import io
import json
import signal
import sys
import time
import types
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from harness.programs import SOURCES, programs

sys.path.insert(0, str(SOURCES))

from peephole import isa
from peephole.machine import Machine, hiding
from peephole.machine.events import Observer

VERSION = isa.host_version()
SUFFIX = f"v{VERSION.replace('.', '_')}"
INTERVAL = 0.0005


class Counting(Observer):
    """Counts the executions of every step."""

    def __init__(self) -> None:
        self.counts: Counter[Any] = Counter()

    def instruction(self, frame: Any, step: Any, target: Any, top: Any) -> None:
        self.counts[step] += 1


class Sampler:
    """Counts the steps that a visible evaluation loop is in, at every tick of a timer."""

    def __init__(self, loop: types.CodeType) -> None:
        self.loop = loop
        self.samples: Counter[Any] = Counter()
        self.outside = 0

    def sample(self, _signal: int, frame: types.FrameType | None) -> None:
        while frame is not None and frame.f_code is not self.loop:
            frame = frame.f_back
        step = frame.f_locals.get("step") if frame is not None else None
        if step is None:
            self.outside += 1
        else:
            self.samples[step] += 1

    @contextlib.contextmanager
    def running(self) -> Iterator[None]:
        before = signal.signal(signal.SIGALRM, self.sample)
        signal.setitimer(signal.ITIMER_REAL, INTERVAL, INTERVAL)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)


def visible_loop() -> types.CodeType:
    """Makes the loop's frames visible, which they are not elsewhere; returns the loop's code."""
    module = importlib.import_module(f"peephole.machine.loops.{SUFFIX}")
    hidden = hiding.hidden
    hiding.hidden = lambda function: function
    try:
        importlib.reload(module)
    finally:
        hiding.hidden = hidden
    code = module.evaluate.__code__
    assert isinstance(code, types.CodeType)
    return code


def run(path: Path, iterations: str, observer: Observer | None) -> float:
    """Runs a program on the machine; returns the CPU seconds that it took."""
    code = compile(path.read_text(encoding="utf-8"), str(path), "exec")
    module = types.ModuleType("__main__")
    arguments, main = sys.argv, sys.modules["__main__"]
    sys.argv, sys.modules["__main__"] = [str(path), iterations], module
    machine = Machine(observer=observer)
    output = io.StringIO()
    begin = time.process_time()
    try:
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
            machine.exec(code, module.__dict__)
    finally:
        sys.argv, sys.modules["__main__"] = arguments, main
    return time.process_time() - begin


def leaf_namer() -> Callable[[Any], str]:
    """A function from a step to the name of the leaf that executes it, as the decoder selects."""
    decoding = importlib.import_module(f"peephole.machine.decoding.{SUFFIX}")

    def name(step: Any) -> str:
        *_, select, leaves, _otherwise = decoding.INSTRUCTIONS[step.opname]
        value = None if select is None else select(step.oparg)
        return f"{step.opname} {value}" if leaves and value in leaves else str(step.opname)

    return name


def family_namer() -> Callable[[Any], str]:
    from peephole.instructions import definitions

    known = definitions(VERSION)
    return lambda step: str(known[step.opname].family)


def grouped(counts: Counter[Any], name: Callable[[Any], str]) -> Counter[str]:
    result: Counter[str] = Counter()
    for step, count in counts.items():
        result[name(step)] += count
    return result


def show(counts: Counter[str], samples: Counter[str], seconds: float, rows: int) -> None:
    """The groups that take the most time."""
    from rich.console import Console
    from rich.table import Table

    executed, hits = counts.total(), samples.total() or 1
    table = Table(show_edge=False, pad_edge=False)
    table.add_column("")
    for column in ("executed", "% executed", "% time", "ns each"):
        table.add_column(column, justify="right")
    for name, hit in samples.most_common(rows):
        count = counts[name]
        each = f"{hit / hits * seconds / count * 1e9:.0f}" if count else "?"
        shares = (f"{100 * count / executed:.1f}", f"{100 * hit / hits:.1f}")
        table.add_row(name, f"{count:,}", *shares, each)
    table.add_section()
    table.add_row("all", f"{executed:,}", "100", "100", f"{seconds / executed * 1e9:.0f}")
    Console().print(table)


def weights(counts: Counter[str]) -> str:
    """How often each leaf is executed, in parts of a thousand, most frequent first, as JSON."""
    total = counts.total()
    return json.dumps({name: round(1000 * n / total, 2) for name, n in counts.most_common()})


def chosen(names: list[str], scale: float) -> Iterator[tuple[Path, str]]:
    """The files to run and the argument of each; a path's argument is empty."""
    paths = [Path(name) for name in names if name.endswith(".py")]
    yield from ((path, "") for path in paths)
    known = [name for name in names if not name.endswith(".py")]
    if known or not paths:
        for program in programs(names=known or None):
            yield program.path, str(program.scaled(scale))


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("programs", nargs="*", metavar="PROGRAM")
    parser.add_argument("--scale", type=float, default=0.25, help="times the usual iterations")
    parser.add_argument("--by", choices=("leaf", "family"), default="leaf")
    parser.add_argument("--rows", type=int, default=30, help="how many rows to show")
    parser.add_argument("--weights", action="store_true", help="only count, print parts of 1000")
    options = parser.parse_args()
    counting, seconds = Counting(), 0.0
    sampler = Sampler(visible_loop())
    for path, argument in chosen(options.programs, options.scale):
        print(path.stem, end=" ", file=sys.stderr, flush=True)
        try:
            run(path, argument, counting)
            if not options.weights:
                with sampler.running():
                    seconds += run(path, argument, None)
        except Exception as error:
            print(f"{path.name} left out: {type(error).__name__}: {error}", file=sys.stderr)
    name = leaf_namer() if options.by == "leaf" else family_namer()
    counts = grouped(counting.counts, name)
    if options.weights:
        print(weights(counts))
    else:
        show(counts, grouped(sampler.samples, name), seconds, options.rows)
        print(f"{sampler.samples.total()} samples, {sampler.outside} outside the loop")
    return 0


if __name__ == "__main__":
    sys.exit(main())
