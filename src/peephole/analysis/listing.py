"""A code object as a person wants to read it: source, instructions, jumps, handlers, the stack.

The lines are made of spans with the name of a style; what colours the styles have is the
business of whoever shows them.
"""

from __future__ import annotations

from typing import NamedTuple

from peephole.code import CodeObject
from peephole.isa import operands, table

from .arrows import ASCII, UNICODE, Margin
from .flow import Flow
from .handlers import handlers
from .values import ELLIPSIS, squeeze

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from peephole.disassembly import Instruction

DEFAULT_WIDTH = 110
"""Characters to a line where nobody says how many there are."""

_MEANING = (10, 32)  # the least and the most characters that an operand's meaning gets
_STACK = 20  # the least that the stack gets

# Flags that the kind of code, its arguments or its free variables tell.
_SAID_OTHERWISE = ("OPTIMIZED", "NEWLOCALS", "NOFREE", "NESTED", "VARARGS", "VARKEYWORDS")
_VARARGS, _VARKEYWORDS = 0x04, 0x08


class Span(NamedTuple):
    """A piece of a line, and what it is: its style."""

    text: str
    style: str = ""


Line = list[Span]


class Signs(NamedTuple):
    """The characters that a listing draws with."""

    arrows: str
    region: tuple[str, str, str, str]  # first row, between, last row, only row
    to: str
    bar: str
    between: str
    rule: str
    above: str


BOXES = Signs(UNICODE, ("┌", "│", "└", "╶"), "→", "│", " │ ", "─", "…")
PLAIN = Signs(ASCII, ("/", "|", "\\", "-"), "->", "|", " ; ", "-", ELLIPSIS)


class Listing:
    """The lines of one code object, without those nested in it.

    `source`: the lines of its file, if they are at hand; `width`: characters to a line.
    """

    def __init__(
        self,
        code: CodeObject,
        source: Sequence[str] = (),
        width: int = DEFAULT_WIDTH,
        signs: Signs = BOXES,
        show_caches: bool = False,
    ) -> None:
        self.code = code
        self.source = source
        self.width = width
        self.signs = signs
        self.show_caches = show_caches
        self.flow = Flow(code)
        self.instructions = self.flow.instructions
        self.handlers = handlers(code, self.instructions)
        kinds = table(code.version).operand
        rows = {each.offset: row for row, each in enumerate(self.instructions)}
        self.margin = Margin(
            [
                (row, rows[each.jump_target])
                for row, each in enumerate(self.instructions)
                if each.jump_target in rows and kinds.get(each.opname) in operands.JUMPS
            ],
            signs.arrows,
        )
        self.meanings = [self.flow.meaning(each) for each in self.instructions]
        self.regions = self._regions()
        self._set_widths()

    def lines(self) -> Iterator[Line]:
        """The heading, then source lines and instructions."""
        yield from heading(self.code, self.width, self.signs)
        line: int | None = -1
        for row, instruction in enumerate(self.instructions):
            if instruction.line != line:
                line = instruction.line
                yield self._source_line(row, line)
            yield self._row(row, instruction)
            if self.show_caches:
                yield from self._caches(row, instruction)

    # --- columns ----------------------------------------------------------------------------

    def _set_widths(self) -> None:
        every = self.instructions
        self.label_width = max((len(self._label(each)) for each in every), default=0)
        self.region_width = max((len(text) for text in self.regions), default=0)
        self.offset_width = max(4, len(str(every[-1].offset)) if every else 0)
        self.opname_width = max((len(each.opname) for each in every), default=0)
        self.oparg_width = max((len(_oparg(each)) for each in every), default=0)
        before = self.margin.width + self.label_width + self.region_width + self.offset_width
        room = self.width - before - self.opname_width - self.oparg_width - 8
        longest = max(map(len, self.meanings), default=0)
        most = max(_MEANING[0], min(_MEANING[1], room - _STACK))
        self.meaning_width = min(longest, most)
        self.stack_width = max(room - self.meaning_width, _STACK)

    def _row(self, row: int, instruction: Instruction) -> Line:
        label = self._label(instruction)
        shown = squeeze(self.meanings[row], max(self.meaning_width, _MEANING[0]))
        handler = label.endswith("!")
        spans = [
            Span(self.margin.row(row), "arrow"),
            Span(f"{label:<{self.label_width}} ", "handler" if handler else "label"),
            Span(f"{self.regions[row]:<{self.region_width}}", "region"),
            Span(f"{instruction.offset:>{self.offset_width}}  ", "offset"),
            Span(f"{instruction.opname:<{self.opname_width}} ", "opname"),
            Span(f"{_oparg(instruction):>{self.oparg_width}} ", "oparg"),
            Span(f"{shown:<{self.meaning_width}} ", "meaning"),
            Span(self.signs.bar, "bar"),
        ]
        stack = self._stack(instruction)
        return [*spans, Span(" "), *stack] if stack else spans

    def _stack(self, instruction: Instruction) -> Line:
        """The stack, bottom to top; where there is no place for all, those at the top."""
        texts = self.flow.picture.before(instruction.offset)
        if texts is None:
            return [Span("never comes here", "note")]
        shown: list[str] = []
        room = self.stack_width
        for text in reversed(texts):
            left = len(texts) - len(shown) - 1
            reserved = len(self.signs.between) + len(f"{self.signs.above}{left}") if left else 0
            if shown and len(text) + reserved > room:
                break
            shown.append(squeeze(text, max(room - reserved, 8)))
            room -= len(shown[-1]) + len(self.signs.between)
        spans: Line = []
        hidden = len(texts) - len(shown)
        if hidden:
            spans += [Span(f"{self.signs.above}{hidden}", "note"), Span(self.signs.between, "bar")]
        for text in reversed(shown):
            spans += [Span(text, "stack"), Span(self.signs.between, "bar")]
        return spans[:-1]

    def _label(self, instruction: Instruction) -> str:
        """The name of the block that starts here; with a "!" that of a handler."""
        block = self.flow.graph.block_at(instruction.offset)
        if block is None or len(self.flow.graph.blocks) == 1:
            return ""
        return block.name + "!" * block.is_handler

    def _regions(self) -> list[str]:
        """What stands beside each instruction for the handler that holds for it."""
        texts = []
        first, between, last, only = self.signs.region
        for row, handler in enumerate(self.handlers):
            if handler is None:
                texts.append("")
                continue
            starts = row == 0 or self.handlers[row - 1] != handler
            ends = row + 1 == len(self.handlers) or self.handlers[row + 1] != handler
            sign = (only if ends else first) if starts else (last if ends else between)
            texts.append(
                f"{sign}{self.signs.to}{self.flow.meaning.place(handler.target)}"
                if starts
                else sign
            )
        return texts

    # --- other lines ------------------------------------------------------------------------

    def _source_line(self, row: int, line: int | None) -> Line:
        number = f"{'--' if line is None else line:>4}  "
        text = self._source_text(line)
        room = self.width - self.margin.width - len(number)
        if len(text) > room:
            text = text[: max(room - len(ELLIPSIS), 0)] + ELLIPSIS
        return [
            Span(self.margin.between(row), "arrow"),
            Span(number if text else number.rstrip(), "line"),
            Span(text, "source"),
        ]

    def _source_text(self, line: int | None) -> str:
        if line is None or not 0 < line <= len(self.source):
            return ""
        return self.source[line - 1].strip().expandtabs(4)

    def _caches(self, row: int, instruction: Instruction) -> Iterator[Line]:
        offset = instruction.cache_offset
        for name, units, data in instruction.cache_info:
            number = int.from_bytes(data, "little")
            indent = self.label_width + 1 + self.region_width
            yield [
                Span(self.margin.between(row + 1) + " " * indent, "arrow"),
                Span(f"{offset:>{self.offset_width}}  ", "offset"),
                Span(f"{'CACHE':<{self.opname_width}} ", "cache"),
                Span(f"{name}: {number}", "cache"),
            ]
            offset += 2 * units


def heading(code: CodeObject, width: int, signs: Signs) -> Iterator[Line]:
    """Two lines: the name and the place of a code object, and what it has."""
    yield title(code, width, signs)
    facts = "; ".join(_facts(code))
    room = width - 3
    yield [Span("   " + (facts if len(facts) <= room else facts[: room - 3] + ELLIPSIS), "note")]


def title(code: CodeObject, width: int, signs: Signs) -> Line:
    """A rule with the name and the place of a code object."""
    place = f" {code.filename}:{code.firstlineno}"
    rule = signs.rule * max(width - len(code.qualname) - len(place) - 4, 2)
    return [
        Span(signs.rule * 2 + " ", "rule"),
        Span(code.qualname, "title"),
        Span(" " + rule, "rule"),
        Span(place, "note"),
    ]


def _facts(code: CodeObject) -> list[str]:
    arguments = _parameters(code)
    count = len([text for text in arguments if text not in ("/", "*")])
    facts = [f"Python {code.version}", f"stack {code.stacksize}"]
    for word, names in (
        ("arguments", arguments),
        ("locals", list(code.varnames[count:])),
        ("cells", list(code.cellvars)),
        ("free", list(code.freevars)),
    ):
        if names:
            facts.append(f"{word} {', '.join(names)}")
    flags = [name for name in code.flag_names() if name not in _SAID_OTHERWISE]
    return facts + ([", ".join(flags)] if flags else [])


def _parameters(code: CodeObject) -> list[str]:
    """The parameters as they are written in a definition."""
    names = list(code.varnames)
    positional, keyword_only = code.argcount, code.kwonlyargcount
    end = positional + keyword_only
    texts = names[:positional]
    if code.posonlyargcount:
        texts.insert(code.posonlyargcount, "/")
    if code.flags & _VARARGS and end < len(names):
        texts.append(f"*{names[end]}")
        end += 1
    elif keyword_only:
        texts.append("*")
    texts += names[positional : positional + keyword_only]
    if code.flags & _VARKEYWORDS and end < len(names):
        texts.append(f"**{names[end]}")
    return texts


def _oparg(instruction: Instruction) -> str:
    return "" if instruction.oparg is None else str(instruction.oparg)


def text_of(line: Line) -> str:
    """The characters of a line."""
    return "".join(span.text for span in line).rstrip()
