"""`peephole diff`: what two pieces of code differ in, instruction by instruction."""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING, Any

from peephole.analysis.difference import (
    ADDED,
    CHANGED,
    REMOVED,
    SAME,
    CodeDifference,
    Row,
    differences,
)
from peephole.analysis.effects import stack_effects
from peephole.analysis.listing import Line, Span
from peephole.cli import output
from peephole.cli.compilers import syntax_error_text, versions
from peephole.cli.shown import find_shown
from peephole.code import CodeObject
from peephole.disassembly import Instruction, value_json
from peephole.errors import PeepholeError
from peephole.launch import BAD_INPUT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DIFFERENT = 1
_MARKS = {SAME: " ", CHANGED: "~", ADDED: "+", REMOVED: "-"}
_STYLES = {SAME: "", CHANGED: "line", ADDED: "meaning", REMOVED: "handler"}
_ADDRESS = re.compile(r"<code object (.*?) at 0x[0-9a-f]+.*?>")
_OPNAME_WIDTH = 26


def diff_command(
    old: str,
    new: str | None,
    python: Sequence[str] = (),
    format: str = "text",
    context: int = 3,
) -> int:
    """Show what differs; return the exit status: 0 if nothing does, 1 if something does.

    `old`, `new`: what `peephole dis` takes; without `new`, `old` compiled by each of the two
    Pythons in `python`. `context`: how many equal instructions are shown around others.
    """
    if format not in ("text", "json"):
        raise PeepholeError(f"--format is one of text, json, not {format!r}")
    if context < 0:
        raise PeepholeError(f"--context takes a number of instructions, not {context}")
    chosen = versions(python)
    if new is None and len(chosen) != 2:
        raise PeepholeError("give two targets, or one and two versions: --python 3.12,3.13")
    if len(chosen) > 2:
        raise PeepholeError(f"--python takes two versions here, not {', '.join(chosen)}")
    pythons = [*chosen, None, None] if len(chosen) != 1 else chosen * 2
    try:
        codes = [_code(old, pythons[0]), _code(new or old, pythons[1])]
    except SyntaxError as error:
        print(syntax_error_text(error), file=sys.stderr)
        return BAD_INPUT
    found = differences(*codes)
    if format == "json":
        print(json.dumps(_json(codes, found), indent=1))
    else:
        names = _name(old, codes[0]), _name(new or old, codes[1])
        output.print_lines(_lines(names, found, context))
    return DIFFERENT if any(each.status != SAME for each in found) else 0


def _code(target: str, python: str | None) -> CodeObject:
    codes = find_shown(target, None, python).codes
    if len(codes) > 1:
        raise PeepholeError(f"{target!r} stands for {len(codes)} code objects: give one")
    return codes[0]


def _name(target: str, code: CodeObject) -> str:
    return f"{target} (Python {code.version})"


# --- text -----------------------------------------------------------------------------------


def _lines(names: tuple[str, str], found: list[CodeDifference], context: int) -> Iterator[Line]:
    yield [Span(f"--- {names[0]}", "title")]
    yield [Span(f"+++ {names[1]}", "title")]
    for each in found:
        if each.status != SAME:
            yield []
            yield from _code_lines(each, context)
    same = sum(each.status == SAME for each in found)
    yield []
    yield [Span(_summary(found, same))]


def _summary(found: list[CodeDifference], same: int) -> str:
    if same == len(found):
        return f"{_count(same, 'code object')}: nothing differs"
    counts = [
        f"{number} {status}"
        for status in (CHANGED, ADDED, REMOVED)
        if (number := sum(each.status == status for each in found))
    ]
    return f"{_count(len(found), 'code object')}: {', '.join(counts)}, {same} the same"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _code_lines(difference: CodeDifference, context: int) -> Iterator[Line]:
    name = difference.qualname or (difference.old or difference.new).name  # type: ignore[union-attr]
    if difference.status in (ADDED, REMOVED):
        style = _STYLES[difference.status]
        yield [Span(f"{_MARKS[difference.status]} {name}: {difference.status}", style)]
        return
    counts = [
        f"{number} {status}"
        for status in (CHANGED, ADDED, REMOVED)
        if (number := difference.count(status))
    ]
    renumbered = sum(row.renumbered for row in difference.rows)
    if renumbered:
        counts.append(f"{renumbered} only with other numbers")
    told = f": {', '.join(counts)} of {len(difference.rows)}" if counts else ""
    yield [Span(f"{name}{told}", "source")]
    for field, (old, new) in difference.fields.items():
        yield [Span(f"~ {field}: {_text(old)} -> {_text(new)}", _STYLES[CHANGED])]
    yield from _row_lines(difference, context)


def _text(value: object) -> str:
    if isinstance(value, (tuple, list)):
        return ", ".join(map(str, value)) or "none"
    return repr(value) if isinstance(value, str) else str(value)


def _row_lines(difference: CodeDifference, context: int) -> Iterator[Line]:
    rows = difference.rows
    shown: set[int] = set()
    for index, row in enumerate(rows):
        if row.status != SAME:
            shown.update(range(index - context, index + context + 1))
    width = len(str(max([each.offset for row in rows for each in row[:2] if each], default=0)))
    last = -1
    for index, row in enumerate(rows):
        if index not in shown:
            continue
        if index != last + 1:
            yield [Span("  ...", "note")]
        last = index
        yield _row_line(difference, row, width)


def _row_line(difference: CodeDifference, row: Row, width: int) -> Line:
    old, new = ("" if each is None else str(each.offset) for each in row[:2])
    mark = _MARKS[row.status]
    opname = "opname" in row.changes
    either = row.old or row.new
    assert either is not None
    name = either.opname
    if opname and row.old and row.new:
        name = f"{row.old.opname} -> {row.new.opname}"
    operands = [_operand(each) for each in row[:2] if each is not None]
    operand = operands[0]
    if "operand" in row.changes or "target" in row.changes:
        operand = " -> ".join([each or "(none)" for each in operands])
    elif row.old is not None and row.old.jump_target is not None and len(set(operands)) > 1:
        operand = " = ".join(operands)
    note = "; ".join(_notes(difference, row))
    text = f"{mark} {old:>{width}} {new:>{width}}  {name:<{_OPNAME_WIDTH}} {operand}".rstrip()
    line = [Span(text, _STYLES[row.status])]
    return [*line, Span(f"   {note}", "note")] if note else line


def _operand(instruction: Instruction) -> str:
    if instruction.jump_target is not None:
        return f"to {instruction.jump_target}"
    if instruction.oparg is None:
        return ""
    return _ADDRESS.sub(r"code \1", instruction.argrepr) or str(instruction.oparg)


def _notes(difference: CodeDifference, row: Row) -> Iterator[str]:
    """What cannot be seen from opname and operand."""
    if "target" in row.changes:
        yield "goes elsewhere"
    if "handler" in row.changes:
        yield "exceptions go elsewhere"
    if "effect" in row.changes and difference.old and difference.new:
        sides = zip((difference.old, difference.new), row[:2], strict=True)
        effects = [
            stack_effects(code.version).at(each.opname, each.oparg) for code, each in sides if each
        ]
        jumping = effects[0][0] == effects[1][0]
        when = "stack when it jumps" if jumping else "stack"
        yield f"{when}: {effects[0][jumping]}  ->  {effects[1][jumping]}"


# --- JSON -----------------------------------------------------------------------------------


def _json(codes: list[CodeObject], found: list[CodeDifference]) -> dict[str, Any]:
    return {
        "old": {"filename": codes[0].filename, "python": codes[0].version},
        "new": {"filename": codes[1].filename, "python": codes[1].version},
        "equal": all(each.status == SAME for each in found),
        "code": [
            {
                "name": each.qualname,
                "status": each.status,
                "fields": {name: list(values) for name, values in each.fields.items()},
                "instructions": [_row_json(each, row) for row in each.rows if row.status != SAME],
                "renumbered": sum(row.renumbered for row in each.rows),
            }
            for each in found
        ],
    }


def _row_json(difference: CodeDifference, row: Row) -> dict[str, Any]:
    return {
        "status": row.status,
        "changes": list(row.changes),
        "old": _instruction_json(row.old, difference.old),
        "new": _instruction_json(row.new, difference.new),
    }


def _instruction_json(
    instruction: Instruction | None, code: CodeObject | None
) -> dict[str, Any] | None:
    if instruction is None or code is None:
        return None
    value = instruction.argval
    return {
        "offset": instruction.offset,
        "opname": instruction.opname,
        "oparg": instruction.oparg,
        "argval": f"code {value.name}"
        if isinstance(value, CodeObject)
        else value_json(value, code.version),
        "line": instruction.line,
    }
