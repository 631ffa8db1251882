"""What the machine keeps for each thing of the guest's: how many objects, no bytes and no times."""

from __future__ import annotations

import gc
from types import CodeType, FrameType
from typing import Any

import peephole
from peephole.analysis.verifier import verify_one
from peephole.code.host import from_host
from peephole.machine import kept_code
from peephole.machine.executable import Executable
from peephole.machine.frame import Frame
from peephole.machine.marks import mark_of
from peephole.machine.settings import settings
from peephole.machine.trampolines import executable_behind


def make_generators() -> dict[str, Any]:
    def counting(start: int) -> Any:
        while True:
            yield start
            start += 1

    def delegating(start: int) -> Any:
        got = yield start
        yield from counting(start)
        return got

    async def waiting(start: Any, *rest: Any, key: int = 0) -> Any:
        async with start as found:
            return await found + key

    async def serving(start: Any) -> Any:
        async for value in start:
            yield value

    return dict(locals())


def test_a_suspended_generator_is_three_objects() -> None:
    counting = peephole.run(make_generators)["counting"]
    next(counting(0))
    gc.collect()
    before = len(gc.get_objects())
    waiting = [counting(i) for i in range(500)]
    assert [next(generator) for generator in waiting] == list(range(500))
    gc.collect()
    # the generator, the machine's frame, the list of its variables; and the list of all
    assert len(gc.get_objects()) - before <= 3 * 500 + 10


def test_the_frame_object_of_a_generator_is_found_when_asked_for() -> None:
    functions = peephole.run(make_generators)
    for function in (functions["counting"], functions["delegating"]):
        generator = function(7)
        assert next(generator) == 7
        assert not [held for held in gc.get_referents(generator) if type(held) is FrameType]
        mark = mark_of(generator.gi_frame)
        assert mark is not None
        assert isinstance(mark.frame, Frame)
        assert mark.frame.local_variables()["start"] == 7
        assert mark_of(generator.gi_frame) is mark
        generator.close()
        assert mark.frame is None


def test_trampolines_of_generators_have_the_stack_that_they_need() -> None:
    for name, function in peephole.run(make_generators).items():
        code: CodeType = function.__code__
        problems = verify_one(from_host(code))
        assert not [str(p) for p in problems if p.rule == "stack-size"], name
        smaller = code.replace(co_stacksize=code.co_stacksize - 1)
        problems = verify_one(from_host(smaller))
        assert [p for p in problems if p.rule == "stack-size"] or code.co_stacksize <= 6, name


def make_functions() -> list[Any]:
    def often(value: int) -> int:
        return value + 1

    def once(value: int) -> int:
        return value - 1

    return [once, often]


def test_what_was_begun_again_and_again_is_forgotten_last(monkeypatch: Any) -> None:
    functions = peephole.run(make_functions)
    for _ in range(settings.translate_after + 5):
        functions[1](1)
    functions[0](1)
    once, often = (executable_behind(function.__code__) for function in functions)
    assert once is not None
    assert often is not None
    assert once.entry is not None
    assert often.entry is not None
    steps = sum(kept_code.decoded.values())
    own = next(count for entry, count in kept_code.decoded.items() if entry() is often)
    monkeypatch.setattr(kept_code, "_KEPT", own * kept_code._STEP_SIZE)
    monkeypatch.setattr(kept_code, "_SHARE", 0)
    monkeypatch.setattr(kept_code, "_until_look", 0)
    kept_code.make_room_for(Executable(often.code), 0)
    assert once.entry is None
    assert sum(kept_code.decoded.values()) < steps
    assert functions[0](1) == 0
    assert functions[1](1) == 2
