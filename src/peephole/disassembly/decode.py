"""Bytecode of any version to Instructions.

Nearly all of the work is done by loops in C: what is known of an instruction without its place (its
head), and the columns of what depends on the place, are made one by one and put together at the
end. Python is executed for what is seen for the first time in a code object, for jumps and for
EXTENDED_ARG.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import chain, compress, repeat
from operator import add, itemgetter, ne

from peephole.code.errors import FormatError

from .decoder import Decoder, decoder_of
from .instruction import Instruction
from .source import Source, source_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from peephole.code.locations import Location

    from .decoder import Head

_SIGN_BIT = 1 << 31
_NOWHERE: Location = (None, None, None, None)


def disassemble(code: object, python: str | None = None) -> list[Instruction]:
    """The instructions of a code object, EXTENDED_ARG among them, caches in their `cache_info`.

    `code`: a CodeObject of any version; or what the running interpreter has code for: a code
    object, a function, method, generator, coroutine or asynchronous generator. `python`: the
    version whose instructions they are ("3.13"), if not the version that `code` says.

    Equal to the version's own dis.get_instructions, field for field. An operand that points
    outside of its table is UNKNOWN. PeepholeError for an object without code, FormatError for
    bytecode of odd size or tables that cannot be decoded.
    """
    source = source_of(code)
    return decode(source, decoder_of(python or source.version))


def decode(source: Source, decoder: Decoder) -> list[Instruction]:
    """The instructions of what `source_of` gave."""
    code = source.code
    if len(code) % 2:
        raise FormatError(len(code), "the bytecode ends within an instruction")
    mask, opcodes, filled = _instruction_units(code, decoder, source.empty_caches)
    offsets = list(compress(_even_numbers(len(code)), mask))
    units = list(compress(memoryview(code).cast("H"), mask))
    heads = decoder.heads(units, source.tables)
    starts = offsets
    if decoder.prefix in opcodes:
        starts = _extend_opargs(source, decoder, opcodes, offsets, heads)
    targets: Iterable[int | None] = repeat(None)
    labels = targets
    jumps = [match.start() for match in decoder.find_jumps(opcodes)]
    if jumps:
        targets, labels = _resolve(decoder, jumps, heads, offsets)
    if filled:
        _fill_caches(code, offsets, heads)

    locations = list(compress(source.positions, mask))
    if len(locations) < len(offsets):
        locations += [_NOWHERE] * (len(offsets) - len(locations))
    lines = list(map(itemgetter(0), locations))
    line_starts = _line_starts(lines, source.line_starts)
    places = zip(offsets, lines, line_starts, locations, targets, labels, starts, strict=False)
    return list(map(tuple.__new__, repeat(Instruction), map(add, heads, places)))


_evens: list[int] = []


def _even_numbers(end: int) -> list[int]:
    """The even numbers from 0, at least up to `end`: made once, and shared by all who need them."""
    global _evens
    if 2 * len(_evens) < end:
        _evens = list(range(0, 2 * end, 2))
    return _evens


def _instruction_units(
    code: bytes, decoder: Decoder, empty: bool
) -> tuple[bytes | bytearray, bytes, bool]:
    """Which code units are instructions: (mask, their opcodes, whether a cache is not empty).

    Empty caches are all zero and no compiler writes opcode 0 (CACHE): then the opcodes themselves
    are the mask, if the instructions found that way have caches just where the zeros are. Where
    it is known that caches are `empty` it is enough to count the zeros.
    """
    units = code[::2]
    opcodes = units.replace(b"\0", b"")
    if empty and len(opcodes) + sum(opcodes.translate(decoder.cache_counts)) == len(units):
        return units, opcodes, False
    if b"".join(map(decoder.patterns.__getitem__, opcodes)) == units:
        opargs = code[1::2]
        used = bytes(compress(opargs, units))
        zeros_in_caches = len(units) - len(opcodes)
        if opargs.count(0) == used.count(0) + zeros_in_caches:
            return units, opcodes, False
    mask = bytearray(len(units))
    unit = 0
    while unit < len(units):
        mask[unit] = 1
        unit += len(decoder.patterns[units[unit]])
    return mask, bytes(compress(units, mask)), True


def _extend_opargs(
    source: Source, decoder: Decoder, opcodes: bytes, offsets: list[int], heads: list[Head]
) -> list[int]:
    """Give the operands after EXTENDED_ARG their higher bits; return where each one starts."""
    starts = offsets.copy()
    prefix = decoder.prefix
    row = opcodes.find(prefix)
    while row >= 0:
        first = row
        extension = 0
        while True:
            oparg = source.code[offsets[row] + 1] | extension
            heads[row] = decoder.head(opcodes[row], oparg, source.tables)
            if opcodes[row] != prefix:
                starts[row] = offsets[first]
                break
            # Operands are C ints: the highest bit of the fourth byte is the sign.
            extension = ((oparg << 8 & 2 * _SIGN_BIT - 1) ^ _SIGN_BIT) - _SIGN_BIT
            row += 1
            if row == len(opcodes):
                return starts
        row = opcodes.find(prefix, row)
    return starts


def _resolve(
    decoder: Decoder, jumps: list[int], heads: list[Head], offsets: list[int]
) -> tuple[list[int | None], list[int | None]]:
    """Where the rows in `jumps` go: the columns of targets and labels; their heads get value and
    text.

    They can be filled in only when all targets are known, as labels are numbered in their order.
    """
    targets: list[int | None] = [None] * len(offsets)
    labels = targets.copy()
    found = []
    for row in jumps:
        head = heads[row]
        scale, origin, from_here, _ = decoder.jumps[head[0]]
        found.append(head[2] * scale + origin + from_here * offsets[row])  # type: ignore[operator]
    numbers = label_numbers(found)
    for row, target in zip(jumps, found, strict=True):
        opcode, opname, oparg, _, text, caches = heads[row]
        before = decoder.jumps[opcode][3]
        if before:
            text = f"{before}{numbers[target] if decoder.labelled else target}"
        heads[row] = (opcode, opname, oparg, target, text, caches)
        targets[row] = target
    for target, number in numbers.items():
        row = bisect_left(offsets, target)
        if row < len(offsets) and offsets[row] == target:
            labels[row] = number
    return targets, labels


def label_numbers(targets: Iterable[int]) -> dict[int, int]:
    """The number of each offset that is pointed to, counted from 1 in the order of the code."""
    return {target: number for number, target in enumerate(sorted(set(targets)), 1)}


def _line_starts(lines: list[int | None], rule: str) -> Iterable[bool]:
    """Whether each instruction starts a line, by the rule of Format.line_starts."""
    if rule == "ranges" or None not in lines:
        return map(ne, lines, chain((object(),), lines))
    starts = []
    last = None
    for line in lines:
        starts.append(line is not None and line != last)
        last = last if line is None else line
    return starts


def _fill_caches(code: bytes, offsets: list[int], heads: list[Head]) -> None:
    """Give the heads the cache entries with what the code has in them."""
    for row, (offset, head) in enumerate(zip(offsets, heads, strict=True)):
        filled = []
        position = offset + 2
        for name, units, _ in head[5]:
            filled.append((name, units, code[position : position + 2 * units]))
            position += 2 * units
        heads[row] = (*head[:5], tuple(filled))
