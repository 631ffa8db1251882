"""Bytecode of any version to Instructions.

Nearly all of the work is done by loops in C: each field is a column over all instructions, and the
columns are put together at the end. Python is executed once a code object for each column, and for
jumps, EXTENDED_ARG and what is out of the ordinary.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, chain, compress, count, islice, repeat
from operator import itemgetter, mul, ne, not_

from peephole.code.errors import FormatError
from peephole.code.locations import line_starts

from .decoder import BARE, Decoder, decoder_of
from .instruction import Instruction
from .source import Source, source_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from peephole.code.locations import Location

    from .decoder import CacheInfo

_UNKNOWN_LINE = object()
_IS_ZERO = bytes(byte == 0 for byte in range(256))
_SIGN_BIT = 1 << 31
_NOWHERE: Location = (None, None, None, None)
_NONE: Iterable[int | None] = repeat(None)
_line_of: Callable[[Location], int | None] = itemgetter(0)
_instruction: Callable[[Iterable[Any]], Instruction] = Instruction  # type: ignore[assignment]


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
    code, empty_caches = source.code, source.empty_caches
    if len(code) % 2:
        raise FormatError(len(code), "the bytecode ends within an instruction")
    units = code[::2]
    # Empty caches are all zero and no compiler writes opcode 0 (CACHE).
    opcodes = units.translate(None, b"\0")
    offsets = _offsets(opcodes, decoder)
    filled = offsets[-1] != len(code) or not (
        empty_caches or _caches_are_empty(code, opcodes, offsets)
    )
    if filled:
        units = _marked_units(code, decoder)
        opcodes = bytes(compress(code[::2], units))
        offsets = _offsets(opcodes, decoder)
    if not opcodes:
        return []
    # The end is replaced, and is there as itemgetter gives no tuple for one alone.
    offsets[-1] = 0
    opargs: list[int | None] = [*itemgetter(*offsets)(code[1:])]
    values, texts = _meanings(source, decoder, opcodes, opargs)
    jumps = []
    marks = opcodes.translate(decoder.marks)
    for row in compress(count(), marks):
        if marks[row] == BARE:
            opargs[row] = None
        else:
            jumps.append(row)
    starts = offsets
    if decoder.prefix in opcodes:
        starts = _extend_opargs(source, decoder, opcodes, offsets, (opargs, values, texts))
    labels = _NONE
    if jumps:
        labels = _resolve(decoder, jumps, (opcodes, opargs, offsets, values, texts))
    of_opcodes = itemgetter(*opcodes, 0)
    caches: Iterable[CacheInfo] = of_opcodes(decoder.caches)
    if filled:
        caches = _filled_caches(code, offsets, caches)
    locations, starts_line = _locate(source, decoder, opcodes, units)
    # All are as long; saying so takes as long as a column.
    fields = zip(  # noqa: B905
        opcodes, of_opcodes(decoder.names), opargs, values, texts, caches,
        offsets, starts_line, locations,
        labels, starts,
    )  # fmt: skip
    return list(map(_instruction, fields))


def _offsets(opcodes: bytes, decoder: Decoder) -> list[int]:
    """Where each instruction begins, in bytes, and where the last one ends."""
    return list(accumulate(opcodes.translate(decoder.lengths), initial=0))


def _caches_are_empty(code: bytes, opcodes: bytes, offsets: list[int]) -> bool:
    """Whether all code units but those at the offsets, as long as their caches are, are zero.

    `opcodes`: all that are not zero; `offsets`: as `_offsets` gives them, up to the end of `code`.
    """
    if not opcodes:
        return True
    # One more of each, as itemgetter gives no tuple for one alone.
    of_units = itemgetter(*offsets[:-1], 0)
    if bytes(of_units(code)) != opcodes + code[:1]:
        return False
    used = bytes(of_units(code[1:])[:-1])
    return code[1::2].translate(None, b"\0") == used.translate(None, b"\0")


def _marked_units(code: bytes, decoder: Decoder) -> bytes:
    """1 for each code unit that is an instruction's, 0 for one of an inline cache."""
    units = code[::2]
    marked = bytearray(len(units))
    unit = 0
    while unit < len(units):
        marked[unit] = 1
        unit += len(decoder.patterns[units[unit]])
    return bytes(marked)


def _meanings(
    source: Source, decoder: Decoder, opcodes: bytes, opargs: list[Any]
) -> tuple[list[Any], list[Any]]:
    """The columns of argvals and argreprs, as far as a single code unit says."""
    try:
        return decoder.lookups.columns(opcodes, opargs, source)
    except (IndexError, ValueError):
        # Out of its table, or an integer with too many digits for `repr`: one by one.
        found = [
            decoder.meaning(opcode, oparg, source)
            for opcode, oparg in zip(opcodes, opargs, strict=False)
        ]
        return [value for _, value, _ in found], [text for _, _, text in found]


def _extend_opargs(
    source: Source,
    decoder: Decoder,
    opcodes: bytes,
    offsets: list[int],
    columns: tuple[list[Any], ...],
) -> list[int]:
    """Give the operands after EXTENDED_ARG their higher bits; return where each one starts.

    `columns`: opargs, argvals, argreprs.
    """
    opargs, values, texts = columns
    starts = offsets.copy()
    prefix = decoder.prefix
    row = opcodes.find(prefix)
    while row >= 0:
        first = row
        extension = 0
        while True:
            oparg = source.code[offsets[row] + 1] | extension
            meaning = decoder.meaning(opcodes[row], oparg, source)
            opargs[row], values[row], texts[row] = meaning
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


def _resolve(decoder: Decoder, rows: list[int], columns: tuple[Any, ...]) -> list[int | None]:
    """Where the jumps in `rows` go: their values and texts, and the column of labels.

    `columns`: opcodes, opargs, offsets, argvals, argreprs. Texts can be written only when all
    targets are known, as labels are numbered in their order.
    """
    opcodes, opargs, offsets, values, texts = columns
    jumps = decoder.jumps
    labels: list[int | None] = [None] * len(opcodes)
    found = set()
    for row in rows:
        scale, origin, from_here, before = jumps[opcodes[row]]
        target = opargs[row] * scale + origin
        if from_here:
            target += offsets[row]
        values[row] = target
        if before:
            texts[row] = f"{before}{target}"
        found.add(target)
    end = len(opcodes)
    row = 0
    for number, target in enumerate(sorted(found), 1):
        row = bisect_left(offsets, target, row, end)
        if row < end and offsets[row] == target:
            labels[row] = number
    if decoder.labelled:
        numbers = label_numbers(found)
        for row in rows:
            before = jumps[opcodes[row]][3]
            if before:
                texts[row] = f"{before}{numbers[values[row]]}"
    return labels


def label_numbers(targets: Iterable[int]) -> dict[int, int]:
    """The number of each offset that is pointed to, counted from 1 in the order of the code."""
    return dict(zip(sorted(set(targets)), count(1), strict=False))


def _filled_caches(
    code: bytes, offsets: list[int], empty: Iterable[CacheInfo]
) -> Iterable[CacheInfo]:
    """The cache entries with what the code has in them."""
    for offset, entries in zip(offsets, empty, strict=False):
        filled = []
        position = offset + 2
        for name, units, _ in entries:
            filled.append((name, units, code[position : position + 2 * units]))
            position += 2 * units
        yield tuple(filled)


# --- lines and positions


def _locate(
    source: Source, decoder: Decoder, opcodes: bytes, units: bytes
) -> tuple[Iterable[Location], Iterable[bool]]:
    """The location of each instruction, and whether it starts a line; to be taken once.

    `units`: which code units are instructions.
    """
    found = _own_entries(source, decoder, opcodes) if decoder.entry_sizes else None
    if found:
        return found
    spread = chain.from_iterable(map(mul, zip(source.locations), source.counts))
    locations = list(compress(spread, units))
    if len(locations) < len(opcodes):
        locations += [_NOWHERE] * (len(opcodes) - len(locations))
    return locations, _line_starts(locations, decoder.line_starts)


def _own_entries(
    source: Source, decoder: Decoder, opcodes: bytes
) -> tuple[Iterable[Location], Iterable[bool]] | None:
    """`_locate` where each instruction has an entry of its own; None if the table is not so.

    Then there is nothing to spread out and to pick from again, and lines need not be compared.
    Sizes are looked for as numbers: of bytes, `in` first tries whether they are an index.
    """
    sizes = opcodes.translate(decoder.entry_sizes)
    prefixes: list[int] = []
    if 0 in sizes:
        prefixes += compress(count(), sizes.translate(_IS_ZERO))
        for size, joined in decoder.joined_sizes:
            sizes = sizes.replace(size, joined)
    firsts = sizes
    for units, size, parts, first in decoder.split_sizes[bool(prefixes)]:
        if units in sizes:
            sizes = sizes.replace(size, parts)
            firsts = firsts.replace(size, first)
    if source.counts != sizes:
        return None
    locations = source.locations
    starts: Iterable[bool] | None = line_starts(source.linetable)
    if firsts is not sizes:
        locations = compress(locations, firsts)
        starts = starts and compress(starts, firsts)
    if starts is None:
        locations = list(locations)
        starts = _line_starts(locations, decoder.line_starts)
    return _with_prefixes(locations, starts, prefixes) if prefixes else (locations, starts)


def _with_prefixes(
    locations: Iterable[Location], starts: Iterable[bool], rows: list[int]
) -> tuple[list[Location], list[bool]]:
    """The columns with what each EXTENDED_ARG, in `rows`, has: the location of what it extends; and
    the line starts with it."""
    locations, starts = list(locations), list(starts)
    for row in rows:
        locations.insert(row, locations[row])
        starts.insert(row + 1, False)
    return locations, starts


def _line_starts(locations: list[Location], rule: str) -> Iterable[bool]:
    """Whether each instruction starts a line, by the rule of Format.line_starts."""
    lines = list(map(_line_of, locations))
    before: list[Any] = [_UNKNOWN_LINE, *lines]
    if rule == "ranges" or all(lines):
        return map(ne, lines, before)
    # What has no line goes on with the one before.
    for row in compress(count(), map(not_, lines)):
        if lines[row] is None:
            before[row + 1] = before[row]
    return map(ne, islice(before, 1, None), before)
