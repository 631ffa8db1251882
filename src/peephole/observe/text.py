"""A trace as text: what runs, indented by the depth of calls."""

from __future__ import annotations

import tokenize

from peephole import isa
from peephole.machine.hiding import hidden
from peephole.observe.trace import NOT_TAKEN, TAKEN, meaning

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType
    from typing import Any

    from peephole.machine.frame import Frame, Step
    from peephole.observe.output import Write

_INDENT = "    "
_DEEPEST = 20  # levels that are indented
_HIGHEST = 8  # values of a stack that are shown

_MARKS = {
    "call": "-> ",
    "return": "<- ",
    "yield": "<~ ",
    "resume": "~> ",
    "handle": "!> ",
    "unwind": "<! ",
}


@hidden
def _lines_of(name: str) -> list[str]:
    try:
        with tokenize.open(name) as file:
            return file.read().splitlines()
    except (OSError, SyntaxError, UnicodeDecodeError):
        return []


@hidden
def _file_of(frame: Frame) -> str:
    """The file that the frame's code is from; of a frozen module, what that was made from."""
    name = frame.code.co_filename
    if name.startswith("<frozen "):
        file = frame.globals.get("__file__")
        return file if type(file) is str else name
    return name


class TextPrinter:
    """Writes a block for each source line: the line, then an instruction a line below it.

    `sources` are the texts of programs that have no file, by file name.
    """

    def __init__(self, write: Write, sources: dict[str, str] | None = None) -> None:
        self._write = write
        table = isa.table(isa.host_version())
        self._with_operand = {name for name, n in table.opmap.items() if n in table.hasarg}
        self._code: CodeType | None = None
        self._line: int | None = None
        self._base: int | None = None
        #: the lines of the files, by name
        self._lines = {name: text.splitlines() for name, text in (sources or {}).items()}

    @hidden
    def instruction(
        self, frame: Frame, step: Step, stack: list[str], jump: str, target: int | None
    ) -> None:
        after = _stack(stack)
        if jump == TAKEN:
            after += f"  jump to {target}"
        elif jump == NOT_TAKEN:
            after += "  no jump"
        self._write_step(frame, step, after)

    @hidden
    def _write_step(self, frame: Frame, step: Step, after: str) -> None:
        indent = self._indent(frame)
        text = self._heading(indent, frame, step.line)
        operand = meaning(step)
        has_operand = operand or step.opname in self._with_operand
        shown = f"{step.oparg:>4} {operand and f'({operand})'}" if has_operand else ""
        self._write(f"{text}{indent}{step.offset:>11}  {step.opname:<24}{shown:<28}  {after}\n")

    @hidden
    def _heading(self, indent: str, frame: Frame, line: int | None) -> str:
        """The lines above an instruction that is not where the last one was."""
        text = ""
        if frame.code is not self._code:
            self._at(frame)
            text = f"{indent}{_place(frame, line)}  {frame.code.co_qualname}\n"
        if line and line != self._line:
            self._line = line
            text += f"{indent}{line:>5}  {self._source(frame, line)}\n"
        return text

    @hidden
    def _source(self, frame: Frame, number: int) -> str:
        """A line of the frame's file, "" if it cannot be read.

        `linecache` imports modules as it reads, which the guest's import system would see.
        """
        name = frame.code.co_filename
        lines = self._lines.get(name)
        if lines is None:
            lines = self._lines[name] = _lines_of(_file_of(frame))
        return lines[number - 1].strip() if number <= len(lines) else ""

    @hidden
    def _at(self, frame: Frame | None) -> None:
        self._code = frame.code if frame else None
        self._line = None

    @hidden
    def event(self, kind: str, frame: Frame, details: dict[str, Any]) -> None:
        if kind in ("raise", "reraise"):
            again = " (again)" if kind == "reraise" else ""
            self._write_step(frame, details["step"], f"!! {details['exception']}{again}")
            return
        name = frame.code.co_qualname
        text = _MARKS[kind] + name
        if kind == "call":
            pairs = [f"{argument}={value}" for argument, value in details["arguments"].items()]
            if pairs or name[-1] != ">":
                text += f"({', '.join(pairs)})"
            text += "  " + _place(frame, frame.code.co_firstlineno)
        elif kind in ("return", "yield"):
            text += f" {kind}s {details['value']}"
        elif kind == "resume":
            text += " goes on"
        elif kind == "unwind":
            text += f" is left by {details['exception']}"
        else:
            step: Step = details["step"]
            text = f"{_MARKS[kind]}{details['exception']} is handled from {step.offset} on"
        self._write(f"{self._indent(frame)}{text}\n")
        if kind in ("call", "resume"):
            self._at(frame)
        elif kind in ("return", "yield", "unwind"):
            self._at(frame.back)

    @hidden
    def end(self, limit: int) -> None:
        self._write(f"... {limit} instructions shown; the program goes on\n")

    @hidden
    def _indent(self, frame: Frame) -> str:
        if self._base is None:
            self._base = frame.depth
        depth = frame.depth - self._base
        return _INDENT * min(max(depth, 0), _DEEPEST)


@hidden
def _stack(values: list[str]) -> str:
    """The value stack, bottom to top; of a deep one, the top."""
    below = len(values) - _HIGHEST
    if below > 0:
        values = [f"{below} more", *values[below:]]
    return f"[{', '.join(values)}]"


@hidden
def _place(frame: Frame, line: int | None) -> str:
    return f"{frame.code.co_filename}:{line}"
