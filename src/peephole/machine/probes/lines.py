"""Where a line begins: which instructions are the LINE events of a code object.

Since 3.12 instructions are marked beforehand (`initialize_lines` of Python/instrumentation.c);
before that every instruction is compared with the one before it (`maybe_call_line_trace` of
3.11's Python/ceval.c).
"""

from __future__ import annotations

import sys

from peephole.isa import operands
from peephole.machine.hiding import hide_all
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from peephole.machine.executable import Executable
    from peephole.machine.frame import Step

#: whether lines are marked beforehand
MARKED = hasattr(sys, "monitoring")

_JUMPS = frozenset(operands.JUMPS)
#: what is skipped by the instruction that leads to it, or marks something else
_NO_START = frozenset({"END_FOR", "END_SEND", "END_ASYNC_FOR", "RESUME", "POP_ITER"})
#: jumps that land behind the instruction that their target is
_SKIPPING = frozenset({"FOR_ITER", "SEND"})


def marked_lines(
    executable: Executable, instructions: list[Any], handlers: list[int]
) -> frozenset[int]:
    """The offsets of the instructions that may begin a line, of the instructions from the first
    RESUME on; `handlers` are the offsets of the exception handlers."""
    marked: set[int] = set()
    current: int | None = None
    place = {instruction.index: i for i, instruction in enumerate(instructions)}
    for instruction in instructions:
        if instruction.row.name in _NO_START:
            continue
        line = executable.positions(instruction.offset)[0]
        if line is not None and line != current:
            marked.add(instruction.offset)
        current = line
    landings = [instructions[place[offset]] for offset in handlers if offset in place]
    landings = [landing for landing in landings if landing.row.name != "END_ASYNC_FOR"]
    for instruction in instructions:
        if instruction.row.kind in _JUMPS and instruction.target in place:
            index = place[instruction.target] + (instruction.row.name in _SKIPPING)
            landings.append(instructions[index])
    for landing in landings:
        if executable.positions(landing.offset)[0] is not None:
            marked.add(landing.offset)
    return frozenset(marked)


def begins_line_marked(step: Step, previous: Step) -> bool:
    """Whether an instruction that is marked begins a line after the instruction before it."""
    return previous.opname == "RESUME" or step.line != previous.line


def begins_line_unmarked(step: Step, previous: Step) -> bool:
    """Whether an instruction begins a line after the one before it, before 3.12."""
    line = step.line
    if line is None:
        return False
    if previous.opname == "RESUME" and not previous.oparg:
        return True
    if line != previous.line:
        return True
    return step.offset < previous.offset and step.opname != "SEND"


begins_line = begins_line_marked if MARKED else begins_line_unmarked

hide_all(globals())
