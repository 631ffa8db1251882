"""Observers that only count and remember: nobody can tell that they hear of several instructions
at once."""

from __future__ import annotations

import gc
from collections import Counter, OrderedDict, defaultdict
from typing import Any

import pytest

from peephole.machine import Machine
from peephole.machine.events import Observer
from peephole.machine.frame import Frame, Step
from peephole.machine.settings import settings
from peephole.machine.translate.hearing import Hearing
from peephole.observe.stats import Stats
from test_observed_segments import PROGRAM


class Counting(Observer):
    """Counts by name and by operand, remembers the last."""

    def __init__(self) -> None:
        self.names: defaultdict[str, int] = defaultdict(int)
        self.operands: Counter[int] = Counter()
        self.left = Counter({"frames": 0})
        self.top: Any = None
        self.last: Any = None

    def instruction(self, frame: Frame, step: Step, target: Step | None, top: Any) -> None:
        self.names[step.opname] += 1
        self.operands[step.oparg] += 2
        if target is None:
            self.left["frames"] += 1
        self.top = top
        self.last = step.offset

    def seen(self) -> tuple[object, ...]:
        """Everything that is known now."""
        top = self.top if isinstance(self.top, (int, float, str)) else type(self.top).__name__
        return dict(self.names), dict(self.operands), dict(self.left), top, self.last


#: looks at what the observer knows wherever other code can run
LOOKING = """\
class Looking:
    def __init__(self, value):
        self.value = value
    def __add__(self, other):
        look("add")
        return Looking(self.value + getattr(other, "value", other))
    __radd__ = __iadd__ = __sub__ = __rsub__ = __add__
    def __lt__(self, other):
        look("less")
        return self.value < getattr(other, "value", other)
    def __bool__(self):
        look("bool")
        return self.value % 2 == 1
    def __neg__(self):
        look("negative")
        return self
    def __hash__(self):
        look("hash")
        return 1
    def __eq__(self, other):
        look("equal")
        return True
    def __getitem__(self, key):
        look("item")
        return key
    @property
    def plain(self):
        look("property")
        return 3
    def __del__(self):
        look("end")

def numbers(a, b):
    total = a
    for i in range(5):
        square = i * i + b
        total = total + square - -a
        total += b
        if total < 9:
            total = total + 1 if total else total
        elif not a:
            continue
        kept = total
        kept = square
    return kept

def several(a, b):
    result = []
    x, y = a, b
    while x < 30:
        x, y = y, x + y
        result.append((x, [x, y][0], {"k": y}["k"]))
        name = f"{x!r:>5}" + str(y)[:3]
    z = Looking(4)
    z = None
    del z
    Looking(5)
    x = a
    u = x - x
    return result, u, name

def cells(a):
    kept = Looking(a)
    def inner():
        nonlocal kept
        kept = a + 1
        return kept * 2
    return inner()

def failing(a, b):
    try:
        c = a + 1
        d = c * 2 + a
        return d // b
    except ZeroDivisionError:
        look("zero")
        e = a * 2
        return e + 1
    except TypeError:
        look("type")
        return a

def missing(a):
    try:
        b = a * 3
        if b > 10:
            unknown_name
        return local
    except NameError as error:
        look(type(error).__name__)
    local = 1

def values(n):
    for i in range(n):
        got = yield i * 2 + 1
        if got:
            return got

result = []
for k in range(12):
    v = Looking(k) if k % 4 == 3 else float(k) if k % 4 == 2 else k
    result.append(type(numbers(v, k)).__name__)
    result.append(several(k, k + 1))
    result.append(cells(k))
    result.append(failing(k, k % 3))
    result.append(failing(str(k), 1))
    result.append(missing(k))
    generator = values(4)
    result.append([next(generator), next(generator)])
    try:
        generator.send(k)
    except StopIteration as stop:
        result.append(stop.value)
    result.append(look(k))
    item = v
    result.append({v: v is item}[v])
v = item = None
"""


@pytest.fixture(params=[1, 2, 5])
def translate_after(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    after: int = request.param
    monkeypatch.setattr(settings, "translate_after", after)
    return after


def run(observer: Counting, source: str) -> tuple[list[object], str]:
    """Run a program that can look at its observer; what it has seen, and what it computed."""
    looks: list[object] = []
    namespace: dict[str, Any] = {"__name__": "program"}
    namespace["look"] = lambda why: looks.append((why, observer.seen()))
    gc.collect()  # else this observer would hear of the ends of others' objects
    gc.disable()
    try:
        Machine(observer=observer).exec(compile(source, "program.py", "exec"), namespace)
    finally:
        gc.enable()
    result = repr(namespace["result"])
    looks.append(observer.seen())
    return looks, result


@pytest.mark.parametrize("source", [PROGRAM, LOOKING], ids=["program", "looking"])
def test_whoever_looks_sees_what_was_executed(
    translate_after: int, source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    translated, by_loop = Counting(), Counting()
    assert len(Hearing(translated).effects[False]) == 4
    found, result = run(translated, source)
    monkeypatch.setattr(settings, "translate_after", 0)
    expected, result_by_loop = run(by_loop, source)
    assert result == result_by_loop
    assert len(found) == len(expected)
    for seen, wanted in zip(found, expected, strict=True):
        assert seen == wanted
    assert sum(translated.names.values()) > 1000


def test_values_of_other_types(translate_after: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was written for numbers goes on with others, first in the loop, then anew."""
    source = (
        "def add(a, b):\n"
        "    c = a\n"
        "    for i in range(3):\n"
        "        c = c + b\n"
        "        c = c + b\n"
        "    return c\n"
        "result = [add(1, 2) for i in range(40)]\n"
        "result += [add([], [i]) for i in range(40)]\n"
        "result += [add('', str(i)) for i in range(40)]\n"
    )
    translated, by_loop = Counting(), Counting()
    found, result = run(translated, source)
    monkeypatch.setattr(settings, "translate_after", 0)
    assert run(by_loop, source) == (found, result)
    assert settings.hearing.odd == {}


def test_a_type_that_is_always_another_is_not_tested_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "translate_after", 2)
    source = (
        "def both(a):\n    return [a] + [a] + [a] + [a]\nresult = [both(i) for i in range(200)]\n"
    )
    run(Counting(), source)
    assert "BINARY_OP" in {step.opname for step in settings.hearing.odd.values()}


def test_which_observers_hear_of_several_at_once() -> None:
    class Ordered(Counting):
        def __init__(self) -> None:
            super().__init__()
            self.names = OrderedDict()  # type: ignore[assignment]

    class Other(Counting):
        def __init__(self) -> None:
            super().__init__()
            self.names["LOAD_FAST"] = 0.5  # type: ignore[assignment]

    class Property(Counting):
        @property
        def top(self) -> Any:
            return None

        @top.setter
        def top(self, value: Any) -> None:
            pass

    class Setting(Counting):
        def __setattr__(self, name: str, value: Any) -> None:
            super().__setattr__(name, value)

    class Slots(Observer):
        __slots__ = ("top",)

        def instruction(self, frame: Frame, step: Step, target: Step | None, top: Any) -> None:
            self.top = top

    class Calling(Counting):
        def instruction(self, frame: Frame, step: Step, target: Step | None, top: Any) -> None:
            self.names.get(step.opname)

    class Different(Counting):
        def instruction(self, frame: Frame, step: Step, target: Step | None, top: Any) -> None:
            if target is None:
                self.top = top

    one_by_one = (Ordered(), Other(), Property(), Setting(), Calling(), Different())
    assert not any(Hearing(observer).effects for observer in one_by_one)
    assert all(Hearing(observer).effects for observer in (Counting(), Slots(), Stats()))
