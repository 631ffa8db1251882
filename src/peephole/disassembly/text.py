"""Disassembly as text. One style is here: the very text of the version's own `python -m dis`."""

from __future__ import annotations

import sys

from peephole.code import CodeObject, from_host
from peephole.errors import PeepholeError

from .decode import disassemble, label_numbers
from .decoder import decoder_of
from .source import code_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from peephole.code import ExceptionEntry

    from .instruction import Instruction

_OPNAME_WIDTH = 20
_OPARG_WIDTH = 5
_NO_LINE = "  --"


class TextOptions:
    """What a text shows besides the instructions: inline caches, and offsets beside labels."""

    __slots__ = ("show_caches", "show_offsets")

    def __init__(self, show_caches: bool = False, show_offsets: bool = False) -> None:
        self.show_caches = show_caches
        self.show_offsets = show_offsets


def to_text(thing: object, style: str = "dis", options: TextOptions | None = None) -> str:
    """The disassembly of a code object and those nested in it, as text.

    `thing`: what `disassemble` takes. `style`: a name in `STYLES`; "dis" is what `python -m dis`
    of the code's own version prints (with -C and -O for the options; versions before 3.13 always
    show offsets). PeepholeError for an unknown style.
    """
    try:
        lines = STYLES[style]
    except KeyError:
        known = ", ".join(STYLES)
        raise PeepholeError(f"no style {style!r} of text: there is {known}") from None
    return "".join([line + "\n" for line in lines(own_code(thing), options or TextOptions())])


def own_code(thing: object) -> CodeObject:
    """The CodeObject of whatever `disassemble` takes."""
    code = code_of(thing)
    return code if isinstance(code, CodeObject) else from_host(code)


def dis_lines(code: CodeObject, options: TextOptions) -> Iterator[str]:
    """The lines that `python -m dis` of the code's version prints, nested code objects included.

    Source: Lib/dis.py of each version.
    """
    labelled = decoder_of(code.version).labelled
    yield from (_labelled_lines if labelled else _offset_lines)(code, options)
    for const in code.consts:
        if isinstance(const, CodeObject):
            yield ""
            yield f"Disassembly of {const!r}:"
            yield from dis_lines(const, options)


STYLES: dict[str, Callable[[CodeObject, TextOptions], Iterator[str]]] = {"dis": dis_lines}
"""What writes each style: from a code object, lines without their ends."""


# --- up to 3.12: offsets, and >> where something jumps to


def _offset_lines(code: CodeObject, options: TextOptions) -> Iterator[str]:
    instructions = disassemble(code)
    entries = code.exception_entries()
    targets = {instruction.jump_target for instruction in instructions}
    targets |= {entry.target for entry in entries if entry.start < entry.end}
    lines = [line for _, line in code.line_starts() if line is not None]
    line_width = 0
    if lines:
        line_width = len(str(max(lines))) if max(lines) >= 1000 else 3
    last = len(code.code) - 2
    offset_width = len(str(last)) if last >= 10000 else 4
    for instruction in instructions:
        line = ""
        if instruction.starts_line:
            if instruction.offset:
                yield ""
            line = str(instruction.line)
        mark = ">>" if instruction.offset in targets else "  "
        start = f"{line:>{line_width}} " if line_width else ""
        offset = f"{instruction.offset:>{offset_width}}"
        yield f"{start}    {mark} {offset} {_operation(instruction, instruction.argrepr)}".rstrip()
        if options.show_caches:
            for cache_offset, argrepr in _cache_rows(instruction):
                start = " " * (len(start) + 7)
                yield f"{start}{cache_offset:>{offset_width}} {_cache(argrepr)}".rstrip()
    if entries:
        yield "ExceptionTable:"
        for start_, end, target, depth, lasti in entries:
            suffix = " lasti" if lasti else ""
            yield f"  {start_} to {end - 2} -> {target} [{depth}]{suffix}"


# --- since 3.13: labels


def _labelled_lines(code: CodeObject, options: TextOptions) -> Iterator[str]:
    instructions = disassemble(code)
    entries = code.exception_entries()
    labels = _labels(instructions, entries)
    jumps = decoder_of(code.version).jumps
    label_width = 4 + len(str(len(labels)))
    line_width = _line_width(code)
    offset_width = len(str(max(len(code.code) - 2, 9999))) if options.show_offsets else 0
    for instruction in instructions:
        start = " " * (line_width + 1) if line_width else ""
        if line_width and instruction.starts_line:
            if instruction.offset:
                yield ""
            line = _NO_LINE if instruction.line is None else str(instruction.line)
            start = f"{line:>{line_width}} "
        number = labels.get(instruction.offset)
        label = "" if number is None else f"L{number}:"
        argrepr = instruction.argrepr
        if instruction.jump_target is not None and argrepr:
            argrepr = f"{jumps[instruction.opcode][3]}{labels[instruction.jump_target]}"
        offset = f"{instruction.offset:>{offset_width}}   " if offset_width else ""
        operation = _operation(instruction, argrepr, overflow=True)
        yield f"{start}{label:>{label_width}} {offset}    {operation}".rstrip()
        if options.show_caches:
            for cache_offset, argrepr in _cache_rows(instruction):
                start = " " * (line_width + 1) if line_width else ""
                offset = f"{cache_offset:>{offset_width}}   " if offset_width else ""
                yield f"{start}{'':>{label_width}} {offset}    {_cache(argrepr)}".rstrip()
    if entries:
        yield "ExceptionTable:"
        for start_, end, target, depth, lasti in entries:
            suffix = " lasti" if lasti else ""
            yield f"  L{labels[start_]} to L{labels[end]} -> L{labels[target]} [{depth}]{suffix}"


def _labels(instructions: list[Instruction], entries: list[ExceptionEntry]) -> dict[int, int]:
    """Label numbers by offset, where the bounds and handlers of the exception table have some."""
    targets = {
        instruction.jump_target
        for instruction in instructions
        if instruction.jump_target is not None
    }
    return label_numbers(targets.union(*(entry[:3] for entry in entries)))


def _line_width(code: CodeObject) -> int:
    """The width of the column of line numbers; 0 if there is none."""
    lines = [line for _, line in code.line_starts()]
    highest = max([line for line in lines if line], default=-1)
    if highest == -1:
        return 0
    width = max(3, len(str(highest)))
    return max(width, len(_NO_LINE)) if None in lines else width


# --- both


def _operation(instruction: Instruction, argrepr: str, overflow: bool = False) -> str:
    """Opname and operand; with `overflow`, a long opname takes room from the operand's column."""
    opname = f"{instruction.opname:<{_OPNAME_WIDTH}}"
    if instruction.oparg is None:
        return opname
    width = _OPARG_WIDTH - (len(opname) - _OPNAME_WIDTH if overflow else 0)
    width = max(width, 0)
    return f"{opname} {instruction.oparg!r:>{width}}" + (f" ({argrepr})" if argrepr else "")


def _cache(argrepr: str) -> str:
    text = f"{'CACHE':<{_OPNAME_WIDTH}} {0:>{_OPARG_WIDTH}}"
    return f"{text} ({argrepr})" if argrepr else text


def _cache_rows(instruction: Instruction) -> Iterator[tuple[int, str]]:
    """(offset, text) of each code unit of an inline cache; the first one of an entry has a text."""
    offset = instruction.cache_offset
    for name, units, data in instruction.cache_info:
        for unit in range(units):
            value = int.from_bytes(data, sys.byteorder)
            yield offset, "" if unit else f"{name}: {value}"
            offset += 2
