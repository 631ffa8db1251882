"""Which exception handler holds for each instruction, in every version."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from peephole.code import CodeObject
from peephole.isa import operands, table

from .effects import ENDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from peephole.code import ExceptionEntry
    from peephole.disassembly import Instruction


class Handler(NamedTuple):
    """Where control goes on when an instruction raises: at `target` (bytes).

    Since 3.11 the stack is cut to `depth` items, and `lasti` says whether the offset of the
    instruction is pushed below the exception; up to 3.10, where the SETUP instruction remembers
    the depth, `depth` is None.
    """

    target: int
    depth: int | None
    lasti: bool


def handlers(code: CodeObject, instructions: Sequence[Instruction]) -> list[Handler | None]:
    """The handler of each instruction, None where an exception leaves the frame."""
    kinds = table(code.version).operand.values()
    if operands.HANDLER in kinds:
        return _of_block_stack(code.version, instructions)
    found: list[Handler | None] = []
    known: dict[ExceptionEntry, Handler] = {}
    for entry in entries_by_instruction(instructions, code.exception_entries()):
        if entry is not None and entry not in known:
            known[entry] = Handler(entry.target, entry.depth, entry.lasti)
        found.append(None if entry is None else known[entry])
    return found


def entries_by_instruction(
    instructions: Sequence[Instruction], entries: Sequence[ExceptionEntry]
) -> list[ExceptionEntry | None]:
    """The exception table's entry that holds for each instruction: the first that covers it."""
    held: list[ExceptionEntry | None] = [None] * len(instructions)
    offsets = [instruction.offset for instruction in instructions]
    for entry in reversed(entries):
        first, last = bisect_left(offsets, entry.start), bisect_left(offsets, entry.end)
        held[first:last] = [entry] * max(last - first, 0)
    return held


def _of_block_stack(version: str, instructions: Sequence[Instruction]) -> list[Handler | None]:
    """The innermost block that SETUP_FINALLY and its like have pushed (3.8-3.10).

    The blocks that the interpreter itself pushes as a handler starts are left out: they hold no
    handler.
    """
    kinds = table(version).operand
    index = {instruction.offset: i for i, instruction in enumerate(instructions)}
    blocks: list[tuple[int, ...] | None] = [None] * len(instructions)
    waiting: list[tuple[int, tuple[int, ...]]] = [(0, ())]
    while waiting:
        offset, stack = waiting.pop()
        i = index.get(offset)
        if i is None or blocks[i] is not None:
            continue
        blocks[i] = stack
        instruction = instructions[i]
        target = instruction.jump_target
        if target is not None:
            waiting.append((target, stack))
        if kinds.get(instruction.opname) == operands.HANDLER and target is not None:
            stack = (*stack, target)
        elif instruction.opname == "POP_BLOCK":
            stack = stack[:-1]
        if instruction.opname not in ENDS:
            waiting.append((instruction.end_offset, stack))
    return [Handler(stack[-1], None, False) if stack else None for stack in blocks]
