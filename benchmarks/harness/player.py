"""Plays one script of the pyperformance suite in this process, with fixed numbers of loops.

    python player.py RESULTS LOOPS SCRIPT [OPTIONS...]
    python -m peephole run --all player.py RESULTS LOOPS SCRIPT [OPTIONS...]

RESULTS is the JSON file to write: for each benchmark of the script its name, loops, CPU seconds,
and what it computed, as far as that can be compared. LOOPS is the RESULTS of an earlier run, whose
numbers of loops are taken; or `-`: they are doubled until a benchmark takes LONG_ENOUGH.

pyperf's Runner starts processes of its own to measure in; it is replaced by one that does not, and
the scripts' clock (`pyperf.perf_counter`) by the CPU time of this process.
"""

import asyncio
import builtins
import hashlib
import json
import re
import resource
import subprocess
import sys
import time
import types
from pathlib import Path
from typing import Any

import pyperf  # type: ignore[import-not-found]

LONG_ENOUGH = 0.2
MOST_LOOPS = 1 << 20
_ADDRESS = re.compile(r"0x[0-9a-f]{6,}")
_PLAIN = (bool, int, float, complex, str, bytes, list, tuple, dict, type(None))

#: by the name of the benchmark; read and written by Runner, which the scripts make
_loops: dict[str, int] = {}
_played: list[dict[str, Any]] = []


def digest(value: object) -> str:
    """What can be compared of a value: its repr without addresses, long ones by their hash."""
    text = _ADDRESS.sub("0x", repr(value))
    return text if len(text) <= 80 else hashlib.sha256(text.encode()).hexdigest()


class Runner(pyperf.Runner):  # type: ignore[misc]
    """Runs what it is given at once, in this process."""

    def bench_time_func(self, name: str, function: Any, *args: Any, **_: Any) -> None:
        self._play(name, lambda loops: (function(loops, *args), None))

    def bench_func(self, name: str, function: Any, *args: Any, **_: Any) -> None:
        def timed(loops: int) -> tuple[float, object]:
            result = None
            begun = time.process_time()
            for _ in range(loops):
                result = function(*args)
            return time.process_time() - begun, result

        self._play(name, timed)

    def bench_async_func(
        self, name: str, function: Any, *args: Any, loop_factory: Any = None, **_: Any
    ) -> None:
        async def timed(loops: int) -> tuple[float, object]:
            result = None
            begun = time.process_time()
            for _ in range(loops):
                result = await function(*args)
            return time.process_time() - begun, result

        def played(loops: int) -> tuple[float, object]:
            with asyncio.Runner(loop_factory=loop_factory) as runner:
                return runner.run(timed(loops))

        self._play(name, played)

    def bench_command(self, name: str, command: list[str], **_: Any) -> None:
        """A child of the machine is run by the machine."""

        def timed(loops: int) -> tuple[float, object]:
            begun = _childrens_seconds()
            for _ in range(loops):
                done = subprocess.run(on_the_same(command), capture_output=True, check=True)
            return _childrens_seconds() - begun, done.stdout

        self._play(name, timed)

    def _play(self, name: str, timed: Any) -> None:
        loops = _loops.get(name, 1)
        seconds, result = timed(loops)
        while name not in _loops and seconds < LONG_ENOUGH and loops < MOST_LOOPS:
            loops *= 2
            seconds, result = timed(loops)
        _played.append({"name": name, "loops": loops, "seconds": seconds, "result": digest(result)})


def on_the_same(command: list[str]) -> list[str]:
    """The command of a child, run by the machine where this process is."""
    if not _on_machine():
        return command
    python, *words = command
    flags = [word for word in words[:1] if word == "-S"]
    return [python, *flags, "-m", "peephole", "run", "--all", *words[len(flags) :]]


def _on_machine() -> bool:
    return "peephole" in sys.modules


def _childrens_seconds() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _run(script: str) -> dict[str, Any]:
    """Run a script as `python` does; return its variables."""
    module = sys.modules["__main__"] = types.ModuleType("__main__")
    module.__dict__.update(__file__=script, __builtins__=builtins)
    code = compile(Path(script).read_bytes(), script, "exec")
    exec(code, module.__dict__)
    return module.__dict__


def main(results: str, loops: str, script: str, *options: str) -> None:
    if loops != "-":
        data = json.loads(Path(loops).read_text(encoding="utf-8"))
        _loops.update({one["name"]: one["loops"] for one in data["played"]})
    sys.argv = [script, *options]
    sys.path[0] = str(Path(script).parent)
    pyperf.Runner = Runner
    pyperf.perf_counter = time.process_time
    names = _run(script)
    plain = {name: value for name, value in names.items() if isinstance(value, _PLAIN)}
    for own in [name for name in plain if name.startswith("__")]:
        del plain[own]
    data = {"played": _played, "names": digest(plain)}
    Path(results).write_text(json.dumps(data), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
