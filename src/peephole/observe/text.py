"""A trace as text: what runs, indented by the depth of calls."""

from __future__ import annotations

import linecache

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

_MARKS = {
    "call": "-> ",
    "return": "<- ",
    "yield": "<~ ",
    "resume": "~> ",
    "raise": "!! ",
    "reraise": "!! ",
    "handle": "!> ",
    "unwind": "<! ",
}


class TextPrinter:
    """Writes a block for each source line: the line, then an instruction a line below it.

    `sources` are the texts of programs that have no file, by file name.
    """

    def __init__(self, write: Write, sources: dict[str, str] | None = None) -> None:
        self._write = write
        self._code: CodeType | None = None
        self._line: int | None = None
        self._base: int | None = None
        for name, source in (sources or {}).items():
            lines = source.splitlines(keepends=True)
            linecache.cache[name] = (len(source), None, lines, name)

    @hidden
    def instruction(
        self, frame: Frame, step: Step, stack: list[str], jump: str, target: int | None
    ) -> None:
        line = step.line
        indent = self._indent(frame)
        text = ""
        if frame.code is not self._code:
            self._code = frame.code
            text = f"{indent}{self._place(frame, line)}\n"
            self._line = None
        if line != self._line and line is not None:
            source = linecache.getline(frame.code.co_filename, line).strip()
            text += f"{indent}{line:>5}  {source}\n"
        self._line = line
        operand = meaning(step)
        shown = f"{step.oparg:>4} {f'({operand})' if operand else ''}" if _has_operand(step) else ""
        after = f"[{', '.join(stack)}]"
        if jump == TAKEN:
            after += f"  jump to {target}"
        elif jump == NOT_TAKEN:
            after += "  no jump"
        self._write(f"{text}{indent}{step.offset:>11}  {step.opname:<24}{shown:<28}  {after}\n")

    @hidden
    def event(self, kind: str, frame: Frame, details: dict[str, Any]) -> None:
        indent = self._indent(frame)
        mark = _MARKS[kind]
        name = frame.code.co_qualname
        if kind == "call":
            pairs = []
            for argument, value in details["arguments"].items():
                pairs.append(f"{argument}={value}")
            text = f"{name}({', '.join(pairs)})" if pairs or name[-1:] != ">" else name
            text += "  " + self._place(frame, frame.code.co_firstlineno)
            self._code, self._line = frame.code, None
        elif kind == "resume":
            text = f"{name} goes on"
        elif kind in ("return", "yield"):
            text = f"{name} {kind}s {details['value']}"
        elif kind == "unwind":
            text = f"{name} is left by {details['exception']}"
        else:
            step: Step = details["step"]
            where = f"{step.offset} {step.opname}"
            text = f"{details['exception']} "
            if kind == "handle":
                text += f"is handled from {where} on"
            else:
                text += f"raised{' again' if kind == 'reraise' else ''} at {where}"
        self._write(f"{indent}{mark}{text}\n")

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
    def _place(self, frame: Frame, line: int | None) -> str:
        return f"{frame.code.co_filename}:{line}"


@hidden
def _has_operand(step: Step) -> bool:
    return bool(step.oparg) or step.argrepr != ""
