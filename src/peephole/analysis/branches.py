"""The places where control goes one of two ways."""

from __future__ import annotations

from typing import NamedTuple

from peephole.code import CodeObject
from peephole.disassembly import disassemble
from peephole.isa import operands, table

from .effects import ENDS, stack_effects

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from peephole.disassembly import Instruction


class Branch(NamedTuple):
    """From the instruction at `source` control goes on at `not_taken` or at `taken` (bytes)."""

    source: int
    not_taken: int
    taken: int


# SEND jumps when the inner generator ends, of which co_branches() says nothing; CALL_FINALLY of 3.8
# always does, and comes back.
_ONE_WAY = ENDS | {"SEND", "CALL_FINALLY"}


def branches(code: CodeObject) -> list[Branch]:
    """What co_branches() of 3.14 gives for a code object, here of any version.

    Source: branchesiter_next() in Objects/codeobject.c. Of a loop, `taken` is where the
    interpreter goes on when it ends: behind END_FOR and what belongs to it.
    """
    kinds = table(code.version).operand
    instructions = [each for each in disassemble(code) if each.opname != "EXTENDED_ARG"]
    index = {each.start_offset: i for i, each in enumerate(instructions)}
    found = []
    for i, each in enumerate(instructions):
        kind, target = kinds.get(each.opname), each.jump_target
        if target is None:
            continue
        if kind == operands.JUMP_ORIGIN:
            origin = index.get(target)
            if origin is not None and origin + 1 < len(instructions):
                behind = instructions[origin + 1].end_offset
                found.append(Branch(target, behind, each.end_offset))
        elif kind in operands.JUMPS and each.opname not in _ONE_WAY and i + 1 < len(instructions):
            after = instructions[i + 1]
            marked = after.opname == "NOT_TAKEN"
            not_taken = after.end_offset if marked else after.start_offset
            taken = _behind_loop(code.version, instructions, index.get(target), target)
            found.append(Branch(each.offset, not_taken, taken))
    return found


def _behind_loop(
    version: str, instructions: Sequence[Instruction], index: int | None, target: int
) -> int:
    """Where control really goes that comes to END_FOR; `target` if it does not."""
    if index is None or instructions[index].opname != "END_FOR":
        return target
    # Since 3.13 END_FOR drops one item only, and another instruction drops the iterator.
    dropped = stack_effects(version).counts("END_FOR", 0)[0]
    last = index if dropped > 1 else index + 1
    return instructions[min(last, len(instructions) - 1)].end_offset
