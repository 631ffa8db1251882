"""What kinds of values are on the stack before every instruction, as far as it matters for jumps
from a trace function (`mark_stacks` of Objects/frameobject.c).

A stack is a number: three bits for the kind of each value, the lowest for the top.
"""

from __future__ import annotations

from peephole.isa import operands
from peephole.machine.decoder import exception_entries
from peephole.machine.generator_code import NULL_FIRST
from peephole.machine.hiding import hide_all
from peephole.machine.rows import EXTENDED_ARG, rows
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType
    from typing import Any

ITERATOR, EXCEPT, OBJECT, NULL, LASTI = range(1, 6)
_BITS = 3
_KIND = (1 << _BITS) - 1
_OBJECT_AND_NULL = NULL << _BITS | OBJECT if NULL_FIRST else OBJECT << _BITS | NULL
_JUMPS = frozenset(operands.JUMPS)


def top_of(stack: int) -> int:
    """The kind of the value on top, 0 where there is none."""
    return stack & _KIND


def depth_of(stack: int) -> int:
    """How many values there are."""
    return (stack.bit_length() + _BITS - 1) // _BITS


def is_compatible(now: int, there: int) -> bool:
    """Whether popping values makes a stack one that code can go on with."""
    while now > there:
        now >>= _BITS
    while now:
        if not _is_compatible_kind(now & _KIND, there & _KIND):
            return False
        now >>= _BITS
        there >>= _BITS
    return there == 0


def _is_compatible_kind(now: int, there: int) -> bool:
    if there == OBJECT:
        return now != NULL
    return there == NULL or (there != 0 and now == there)


def stacks_of(code: CodeType) -> dict[int, int]:
    """The stack before each instruction that control comes to, by its offset."""
    instructions = {start: (row, oparg, end) for start, row, oparg, end in _instructions(code)}
    stacks: dict[int, int] = {}
    entries = list(exception_entries(code.co_exceptiontable))
    work = [(0, 0)]
    while work:
        offset, stack = work.pop()
        while offset in instructions and offset not in stacks:
            stacks[offset] = stack
            row, oparg, end = instructions[offset]
            if row.kind in _JUMPS:
                distance = -2 * oparg if row.kind == operands.JUMP_BACKWARD else 2 * oparg
                work.append((end + distance, _changed(stack, _net(row.jump_net, oparg))))
            if not row.falls_through:
                break
            stack = _after(stack, row, oparg)
            offset = end
        if not work:
            work = _handlers(entries, stacks)
    return stacks


def _handlers(entries: list[Any], stacks: dict[int, int]) -> list[tuple[int, int]]:
    """The handlers that control can come to by now, with the stack that they find."""
    found = []
    for start, end, target, depth, lasti in entries:
        if target in stacks:
            continue
        reached = [stacks[offset] for offset in range(start, end, 2) if offset in stacks]
        if reached:
            stack = reached[0]
            while depth_of(stack) > depth:
                stack >>= _BITS
            if lasti:
                stack = stack << _BITS | LASTI
            found.append((target, stack << _BITS | EXCEPT))
    return found


def _instructions(code: CodeType) -> Iterator[tuple[int, Any, int, int]]:
    """Offset (with its prefixes), row, oparg, and the offset behind the caches."""
    units = code.co_code
    start = offset = extended = 0
    while offset < len(units):
        oparg = units[offset + 1] | extended
        if units[offset] == EXTENDED_ARG:
            extended = oparg << 8
            offset += 2
            continue
        row = rows[units[offset]]
        offset += 2 + 2 * row.caches
        yield start, row, oparg, offset
        start, extended = offset, 0


def _net(net: Any, oparg: int) -> int:
    return net if type(net) is int else net(oparg)  # type: ignore[no-any-return]


def _after(stack: int, row: Any, oparg: int) -> int:
    name = row.name
    if name in ("GET_ITER", "GET_AITER"):
        stack >>= _BITS
        for _ in range(_net(row.net, oparg) + 1):  # the iterator, and an index where there is one
            stack = stack << _BITS | ITERATOR
        return stack
    if name == "PUSH_EXC_INFO":
        return stack << _BITS | EXCEPT
    if name == "PUSH_NULL":
        return stack << _BITS | NULL
    if name == "COPY":
        return stack << _BITS | stack >> _BITS * (oparg - 1) & _KIND
    if name == "SWAP":
        return _swapped(stack, oparg)
    if name == "LOAD_GLOBAL" and oparg & 1:
        return stack << 2 * _BITS | _OBJECT_AND_NULL
    if name in ("LOAD_ATTR", "LOAD_METHOD") and row.net != 0 and _net(row.net, oparg):
        return stack >> _BITS << 2 * _BITS | _OBJECT_AND_NULL
    return _changed(stack, _net(row.net, oparg))


def _swapped(stack: int, oparg: int) -> int:
    shift = _BITS * (oparg - 1)
    top, other = stack & _KIND, stack >> shift & _KIND
    return stack ^ (top ^ other) ^ ((top ^ other) << shift)


def _changed(stack: int, net: int) -> int:
    """A stack with objects pushed, or with values popped."""
    if net < 0:
        return stack >> _BITS * -net
    for _ in range(net):
        stack = stack << _BITS | OBJECT
    return stack


hide_all(globals())
