"""The machine as a library: running functions, observing them, what it leaves alone."""

from __future__ import annotations

import dis
import inspect
import subprocess
import sys
import traceback
import types
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import peephole
from peephole.machine.trampolines import executable_behind

ROOT = Path(__file__).resolve().parent.parent


def collatz(n: int) -> int:
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


class Record(peephole.Observer):
    """Keeps every event in the order of their coming."""

    def __init__(self) -> None:
        self.opnames: list[str] = []
        self.tops: list[Any] = []
        self.events: list[tuple[str, str]] = []

    def instruction(
        self, frame: peephole.Frame, step: peephole.Step, target: peephole.Step | None, top: Any
    ) -> None:
        self.opnames.append(step.opname)
        self.tops.append(top)
        assert frame.stack[-1:] == ([] if top is peephole.NULL and not frame.stack else [top])

    def start(self, frame: peephole.Frame) -> None:
        self.events.append(("start", frame.code.co_name))

    def leave(self, frame: peephole.Frame, value: Any) -> None:
        self.events.append(("leave", frame.code.co_name))

    def suspend(self, frame: peephole.Frame, value: Any) -> None:
        self.events.append(("suspend", frame.code.co_name))

    def resume(self, frame: peephole.Frame) -> None:
        self.events.append(("resume", frame.code.co_name))

    def raised(self, frame: peephole.Frame, exception: BaseException, step: peephole.Step) -> None:
        self.events.append(("raised", step.opname))

    def handled(self, frame: peephole.Frame, exception: BaseException, step: peephole.Step) -> None:
        self.events.append(("handled", step.opname))

    def unwind(self, frame: peephole.Frame, exception: BaseException) -> None:
        self.events.append(("unwind", frame.code.co_name))


def test_run_returns_what_the_function_returns() -> None:
    assert peephole.run(collatz, 27) == collatz(27) == 111


def test_run_refuses_what_is_no_function() -> None:
    with pytest.raises(TypeError, match="a Python function is needed, not builtin_function"):
        peephole.run(len, [])


def test_run_lets_errors_out_with_guest_lines_only() -> None:
    def fails() -> None:
        raise KeyError("lost")

    with pytest.raises(KeyError) as info:
        peephole.run(fails)
    names = [entry.name for entry in traceback.extract_tb(info.value.__traceback__)]
    assert names == ["test_run_lets_errors_out_with_guest_lines_only", "fails"]


def _executed_natively(function: types.FunctionType, *args: Any) -> Counter[str]:
    """What sys.monitoring (3.12+) says was executed of a function."""
    monitoring = sys.monitoring  # type: ignore[attr-defined]
    names = {i.offset: i.opname for i in dis.get_instructions(function)}
    counts: Counter[str] = Counter()
    monitoring.use_tool_id(4, "test")
    try:
        event = monitoring.events.INSTRUCTION
        monitoring.register_callback(4, event, lambda code, at: counts.update([names[at]]))
        monitoring.set_local_events(4, function.__code__, event)
        function(*args)
        monitoring.set_local_events(4, function.__code__, 0)
    finally:
        monitoring.free_tool_id(4)
    return counts


@pytest.mark.skipif(sys.version_info < (3, 12), reason="sys.monitoring is of 3.12")
def test_observer_hears_of_the_instructions_that_cpython_executes() -> None:
    record = Record()
    peephole.Machine(observer=record).run(collatz, 27)
    counts = Counter(record.opnames)
    assert isinstance(collatz, types.FunctionType)
    native = _executed_natively(collatz, 27)
    del counts["RESUME"], native["RESUME"]  # monitoring starts behind it
    assert counts == native


def test_observer_hears_of_frames_and_exceptions() -> None:
    def main() -> int:
        def inner() -> int:
            raise ValueError

        def produce() -> Any:
            yield 1

        try:
            inner()
        except ValueError:
            caught = True
        total: int = sum(produce(), int(caught))
        return total

    record = Record()
    assert peephole.Machine(observer=record).run(main) == 2
    assert record.events == [
        ("start", "main"),
        ("start", "inner"),
        ("raised", "RAISE_VARARGS"),
        ("unwind", "inner"),
        ("handled", "PUSH_EXC_INFO"),
        ("start", "produce"),
        ("suspend", "produce"),
        ("resume", "produce"),
        ("leave", "produce"),
        ("leave", "main"),
    ]


def test_guest_recursion_does_not_grow_the_hosts_stack() -> None:
    def deep(n: int) -> int:
        def down(n: int) -> int:
            return 0 if n == 0 else 1 + down(n - 1)

        import sys

        sys.setrecursionlimit(60_000)
        return down(n)

    limit = sys.getrecursionlimit()
    try:
        assert peephole.run(deep, 50_000) == 50_000
    finally:
        sys.setrecursionlimit(limit)


def test_guest_functions_are_functions() -> None:
    def make() -> Any:
        def guest(a: int, /, b: str = "x", *rest: int, c: int, **more: int) -> tuple[Any, ...]:
            """Doc."""
            return a, b, rest, c, more

        return guest

    guest = peephole.run(make)
    assert type(guest) is types.FunctionType
    assert str(inspect.signature(guest)) == str(inspect.signature(make()))
    assert guest.__doc__ == "Doc."
    assert guest(1, c=2, d=3) == (1, "x", (), 2, {"d": 3})
    native = make()
    for args, kwargs in [((), {}), ((1, 2), {}), ((1, "y"), {"b": 1, "c": 2})]:
        with pytest.raises(TypeError) as ours:
            guest(*args, **kwargs)
        with pytest.raises(TypeError) as theirs:
            native(*args, **kwargs)
        assert str(ours.value) == str(theirs.value)


def test_every_shape_of_function_is_entered_without_native_calls() -> None:
    def make() -> list[Any]:
        x = y = 0
        return [
            lambda: 0,
            lambda a, b=1: a,
            lambda *a, **k: a,
            lambda a, /, b, *, c=1: a,
            lambda: x,
            lambda a: (x, y, a),
            lambda a: [a for _ in (x,)],
        ]

    for function in peephole.run(make):
        assert executable_behind(function.__code__) is not None


def test_observed_and_unobserved_give_the_same() -> None:
    def program() -> list[Any]:
        result: list[Any] = []
        for n in range(20):
            try:
                result.append([10 // (n % 4), {n: str(n)}, (*range(n % 3),)])
            except ZeroDivisionError as error:
                result.append(repr(error))
        return result

    observed = peephole.Machine(observer=Record()).run(program)
    assert observed == peephole.run(program) == program()


def test_loops_are_what_the_definitions_make() -> None:
    command = [sys.executable, str(ROOT / "tools" / "generate_loops.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr
