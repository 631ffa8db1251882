"""An observer sees the same whether the loop or translated code executes what it observes."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from corpus_programs import Program, compare_traces, programs
from peephole.machine import Machine
from peephole.machine.events import Observer
from peephole.machine.frame import Frame, Step
from peephole.machine.settings import settings
from peephole.machine.translate import entries
from peephole.machine.translate.hearing import Hearing
from peephole.observe.shorten import shorten
from peephole.observe.stats import Stats

PROGRAM = """\
def total(a, b):
    c = a + b
    for i in range(4):
        c += i * 2
        if c > 5 and i != 2:
            c -= 1
        elif not c:
            continue
    try:
        x = [a, b, c][c]
    except IndexError as error:
        x = str(error)
    while c > 0:
        c = -c if c < 3 else c - 2
        if c == 5:
            break
    return x, {a: b}, f"{a!r}{b:>3}"

class Point:
    def __init__(self, x):
        self.x = x
    def twice(self, *more, scale=2):
        return total(self.x, scale), more
    def __iadd__(self, other):
        self.x += other
        return self

def pairs(n):
    for i in range(n):
        got = yield i, Point(i).twice(i, scale=1)
        if got:
            raise ValueError(got)

def cells():
    count = 0
    def add(n=1):
        nonlocal count
        count += n
        return count
    return [add(), add(2), sorted([3, 1, 2], key=lambda v: -v), count]

def failing(n):
    try:
        return 1 // (n - n)
    finally:
        del n

result = []
for k in range(6):
    result.append([*pairs(3), cells()])
    p = Point(k)
    p += k
    try:
        generator = pairs(2)
        next(generator)
        generator.send("sent")
    except ValueError as error:
        result.append(error.args)
    try:
        failing(k)
    except ZeroDivisionError:
        result.append({q: w for q, w in zip("abc", range(k))})
"""


class Recorder(Observer):
    """Everything that can be seen while it happens, as lines."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def tell(self, kind: str, frame: Frame, *details: object) -> None:
        stack = [shorten(value) for value in frame.stack]
        below = [shorten(value) for value in frame.back.stack] if frame.back else None
        names = {name: shorten(value) for name, value in frame.local_variables().items()}
        names.pop("__builtins__", None)
        self.lines.append(f"{kind} {frame.code.co_name} {stack} {below} {names} {details}")

    def instruction(self, frame: Frame, step: Step, target: Step | None, top: Any) -> None:
        shown = (step.offset, step.opname, step.oparg, frame.line)
        self.tell("instruction", frame, shown, target and target.offset, shorten(top))

    def start(self, frame: Frame) -> None:
        self.tell("start", frame)

    def resume(self, frame: Frame) -> None:
        self.tell("resume", frame)

    def suspend(self, frame: Frame, value: Any) -> None:
        self.tell("suspend", frame, shorten(value))

    def leave(self, frame: Frame, value: Any) -> None:
        self.tell("leave", frame, shorten(value))

    def unwind(self, frame: Frame, exception: BaseException) -> None:
        self.tell("unwind", frame, shorten(exception))

    def raised(self, frame: Frame, exception: BaseException, step: Step) -> None:
        self.tell("raised", frame, shorten(exception), step.offset)

    def reraised(self, frame: Frame, exception: BaseException, step: Step) -> None:
        self.tell("reraised", frame, shorten(exception), step.offset)

    def handled(self, frame: Frame, exception: BaseException, step: Step) -> None:
        self.tell("handled", frame, shorten(exception), step.offset)


@pytest.fixture(params=[1, 2, 5])
def translate_after(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    after: int = request.param
    monkeypatch.setattr(settings, "translate_after", after)
    return after


def observe(observer: Observer) -> Any:
    """Run the program observed; what it has computed."""
    namespace: dict[str, Any] = {"__name__": "program"}
    Machine(observer=observer).exec(compile(PROGRAM, "program.py", "exec"), namespace)
    return namespace["result"]


def count_segments(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether each segment that is written from now on is an observed one."""
    written: list[bool] = []
    write = entries.segment
    assert write is not None

    def counting(node: Any, hearing: Any) -> Any:
        written.append(hearing is not None)
        return write(node, hearing)

    monkeypatch.setattr(entries, "segment", counting)
    return written


def test_everything_seen_is_the_same(translate_after: int, monkeypatch: pytest.MonkeyPatch) -> None:
    translated, by_loop = Recorder(), Recorder()
    written = count_segments(monkeypatch)
    result = observe(translated)
    assert len(written) > 5
    assert all(written)
    monkeypatch.setattr(settings, "translate_after", 0)
    assert observe(by_loop) == result
    assert translated.lines == by_loop.lines


class Tops(Observer):
    """Never looks at a frame, and hears in a few plain statements."""

    def __init__(self) -> None:
        self.seen: list[Any] = []
        self.entered = 0

    def instruction(self, frame: Frame, step: Step, target: Step | None, top: Any) -> None:
        """What was executed and what is on top of the stack."""
        self.seen.append((step.opname, step.oparg, target, top) if top is not None else step.offset)
        if target is None:
            self.entered += 1
        elif target is not step:
            self.seen.append(target.offset)


class CalledTops(Tops):
    """The same in a way that has to be called."""

    def instruction(self, frame: Frame, step: Step, target: Step | None, top: Any) -> None:
        hear = Tops.instruction
        hear(self, frame, step, target, top)


def test_what_is_written_in_does_what_the_method_does(translate_after: int) -> None:
    inside, called = Tops(), CalledTops()
    assert Hearing(inside).kind is Tops
    assert not Hearing(inside).looks
    assert Hearing(called).kind is None
    assert observe(inside) == observe(called)
    assert inside.entered == called.entered
    assert [readable(seen) for seen in inside.seen] == [readable(seen) for seen in called.seen]


def readable(seen: Any) -> Any:
    if isinstance(seen, int):
        return seen
    opname, oparg, target, top = seen
    return opname, oparg, target and target.offset, shorten(top)


def test_what_cannot_be_written_in() -> None:
    class Closure(Tops):
        def instruction(self, frame: Frame, step: Step, target: Step | None, top: Any) -> None:
            known.append(top)

    class Early(Tops):
        def instruction(self, frame: Frame, step: Step, target: Step | None, top: Any) -> None:
            if top:
                return
            self.entered += 1

    class Private(Tops):
        __hidden = 0

        def instruction(self, frame: Frame, step: Step, target: Step | None, top: Any) -> None:
            self.__hidden += 1

    known: list[Any] = []
    sourceless: dict[str, Any] = {"Observer": Observer}
    exec("class Made(Observer):\n def instruction(self, f, s, t, top): pass", sourceless)
    assert Hearing(Closure()).kind is None
    assert Hearing(Early()).kind is None
    assert Hearing(Private()).kind is None
    assert Hearing(sourceless["Made"]()).kind is None
    assert Hearing(Stats()).kind is Stats
    assert Hearing(Recorder()).looks


class Keeping(Observer):
    """Looks at the stack of a frame that another method was given."""

    def __init__(self) -> None:
        self.depths: list[int] = []
        self.current: Frame

    def start(self, frame: Frame) -> None:
        self.current = frame

    def instruction(self, frame: Frame, step: Step, target: Step | None, top: Any) -> None:
        self.depths.append(self.depth())

    def depth(self) -> int:
        return len(self.current.stack)


def power(n: int) -> int:
    total = 0
    for i in range(n):
        total = total * 3 + i
    return total


def test_a_frame_that_was_kept_shows_its_stack(
    translate_after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    translated, by_loop = Keeping(), Keeping()
    result = Machine(observer=translated).run(power, 30)
    monkeypatch.setattr(settings, "translate_after", 0)
    assert Machine(observer=by_loop).run(power, 30) == result == power(30)
    assert translated.depths == by_loop.depths
    assert max(by_loop.depths) > 2
    bound = Tops()
    bound.start = lambda frame: None  # type: ignore[method-assign]
    assert not Hearing(Tops()).looks
    assert Hearing(bound).looks


def test_counts_are_the_same(translate_after: int, monkeypatch: pytest.MonkeyPatch) -> None:
    translated, by_loop = Stats(), Stats()
    result = observe(translated)
    monkeypatch.setattr(settings, "translate_after", 0)
    assert observe(by_loop) == result
    assert translated.as_dict() == by_loop.as_dict()


def test_without_the_observer_nothing_is_told(translate_after: int) -> None:
    """What was translated for an observer is not used without it, nor the other way."""
    namespace: dict[str, Any] = {}
    source = "def values(n):\n    for i in range(n):\n        yield i * 2\ng = values(40)"
    recorder = Recorder()
    Machine(observer=recorder).exec(compile(source, "program.py", "exec"), namespace)
    more = compile("kept += [next(g) for _ in range(9)]", "more.py", "exec")
    namespace["kept"] = []
    seen = []
    for observer in (recorder, None, recorder, None):
        before = len(recorder.lines)
        Machine(observer=observer).exec(more, namespace)
        seen.append(any(" values " in line for line in recorder.lines[before:]))
    assert seen == [True, False, True, False]
    assert namespace["kept"] == [2 * i for i in range(36)]
    namespace["g"].close()  # else another test's observer would hear of its end


CHANCE = ("thread", "pid", "0x", "gc", "signal", "RecursionError")


def one_of_each_family() -> list[Program]:
    """The first that does the same every time, to the last value, and is quick."""
    chosen: dict[str, Program] = {}
    for program in programs():
        text = program.path.read_text(encoding="utf-8")
        chance = "--all" in program.run or any(word in text for word in CHANCE)
        if program.requires <= sys.version_info[:2] and not chance:
            chosen.setdefault(program.path.parent.name, program)
    return list(chosen.values())


# (tests/compare_corpus.py --traces compares all programs)
@pytest.mark.parametrize("program", one_of_each_family(), ids=lambda program: program.name)
def test_traces_of_the_corpus_are_the_same(program: Program) -> None:
    found = compare_traces(program)
    if found:
        pytest.fail("\n".join([program.name, *found[:40]]), pytrace=False)
