"""What peephole makes of the code of another interpreter, beside what that one says itself."""

from __future__ import annotations

import base64
import re
from collections import Counter
from typing import Any

from dis_comparison.canonical import canonical, canonical_repr
from peephole.code import (
    CodeObject,
    decode_line_ranges,
    decode_locations,
    encode_exception_table,
    encode_line_ranges,
    encode_lnotab,
    encode_locations,
    lnotab_steps,
    load_marshal,
)
from peephole.disassembly import Instruction, disassemble, to_text

ROW = (
    "opcode",
    "opname",
    "oparg",
    "argval",
    "argrepr",
    "offset",
    "starts_line",
    "line",
    "is_jump_target",
    "positions",
    "start_offset",
    "jump_target",
    "label",
    "cache_info",
)
_ADDRESS = re.compile(r" at 0x[0-9a-f]+")
_FROZENSET = re.compile(r"\(.*frozenset\(\{.*")


class Tally:
    """How much was compared, how often what differed, and the first few differences."""

    def __init__(self, keep: int = 10) -> None:
        self.counts: Counter[str] = Counter()
        self.differences: Counter[str] = Counter()
        self.examples: list[str] = []
        self.keep = keep

    def differs(self, what: str, where: str, own: object, asked: object) -> None:
        self.differences[what] += 1
        if len(self.examples) < self.keep:
            self.examples.append(f"{where}: {what}: {own!r} instead of {asked!r}")

    def __str__(self) -> str:
        counts = ", ".join(f"{count:,} {what}" for what, count in self.counts.items())
        found = ", ".join(f"{count} {what}" for what, count in self.differences.items())
        return f"{counts}; differences: {found or 'none'}"


def instruction_row(instruction: Instruction, asked: list[Any]) -> list[Any]:
    """An instruction in the form of the oracle's row, with only the fields that `asked` has."""
    fields: dict[str, Any] = instruction._asdict()
    fields["argval"] = canonical(instruction.argval)
    fields["argrepr"] = canonical_repr(instruction.argrepr, instruction.argval)
    fields["line"] = instruction.line
    fields["jump_target"] = instruction.jump_target
    fields["is_jump_target"] = instruction.is_jump_target
    fields["positions"] = list(instruction.positions)
    fields["cache_info"] = [
        [name, units, base64.b64encode(data).decode()]
        for name, units, data in instruction.cache_info
    ] or None
    asked_fields = dict(zip(ROW, asked, strict=True))
    if asked_fields["start_offset"] is None:  # up to 3.12
        fields["starts_line"] = instruction.line if instruction.starts_line else None
        for name in ("line", "start_offset", "jump_target", "label", "cache_info"):
            fields[name] = None
    if asked_fields["positions"] is None:
        fields["positions"] = None
    return [fields[name] for name in ROW]


def code_fields(code: CodeObject, asked: dict[str, Any]) -> dict[str, Any]:
    """A code object's fields and decoded tables in the form that the oracle gives them."""
    own: dict[str, Any] = {}
    for name, value in asked.items():
        if name == "code":
            own[name] = base64.b64encode(code.code).decode()
        elif name == "consts":
            own[name] = [canonical(const) for const in code.consts]
        elif name == "exceptions":
            own[name] = [list(entry) for entry in code.exception_entries()]
        elif name in ("lines", "line_starts", "positions"):
            own[name] = [list(row) for row in getattr(code, name)()]
        elif value is None:
            own[name] = None
        else:
            field = getattr(code, name)
            own[name] = list(field) if isinstance(field, tuple) else field
    return own


def encoded_tables(code: CodeObject) -> tuple[bytes, bytes]:
    """The line table and the exception table, decoded and encoded again."""
    first = code.firstlineno
    if code.version in ("3.8", "3.9"):
        lines = encode_lnotab(lnotab_steps(code.linetable))
    elif code.version == "3.10":
        lines = encode_line_ranges(decode_line_ranges(code.linetable, first), first)
    else:
        lines = encode_locations(decode_locations(code.linetable, first), first)
    return lines, encode_exception_table(code.exception_entries())


def comparable_text(text: str) -> list[str]:
    """The lines of a dis text without addresses and without what depends on the hash seed."""
    return [_FROZENSET.sub("(frozenset", line) for line in _ADDRESS.sub("", text).splitlines()]


def compare(answer: dict[str, Any], version: str, what: str, tally: Tally) -> None:
    """Compare one file's answer of the oracle (see oracle.py for `what`)."""
    path = answer["path"]
    if "error" in answer:
        tally.counts["files that do not compile"] += 1
        return
    tally.counts["files"] += 1
    data = base64.b64decode(answer["marshal"])
    code = load_marshal(data, version)
    if what == "text":
        own, asked = comparable_text(to_text(code)), comparable_text(answer["text"])
        tally.counts["lines"] += len(asked)
        if own != asked:
            pairs = zip([*own, None], [*asked, None], strict=False)
            tally.differs("text", path, *next(pair for pair in pairs if pair[0] != pair[1]))
        return
    written = code.dump_marshal()
    if written != data:
        tally.differs("marshal data", path, len(written), len(data))
    for each, asked_code in zip(code.walk(), answer["codes"], strict=True):
        tally.counts["code objects"] += 1
        where = f"{path}: {each.qualname}, line {each.firstlineno}"
        if what == "code":
            _compare_fields(each, asked_code, where, tally)
        else:
            _compare_instructions(each, asked_code, where, tally)


def _compare_fields(code: CodeObject, asked: dict[str, Any], where: str, tally: Tally) -> None:
    own = code_fields(code, asked)
    for name, value in asked.items():
        if own[name] != value:
            tally.differs(name, where, own[name], value)
    lines, exceptions = encoded_tables(code)
    if lines != code.linetable:
        tally.differs("line table", where, lines, code.linetable)
    if exceptions != code.exceptiontable:
        tally.differs("exception table", where, exceptions, code.exceptiontable)


def _compare_instructions(
    code: CodeObject, asked: list[list[Any]], where: str, tally: Tally
) -> None:
    instructions = disassemble(code)
    tally.counts["instructions"] += len(asked)
    if len(instructions) != len(asked):
        tally.differs("number of instructions", where, len(instructions), len(asked))
        return
    for instruction, row in zip(instructions, asked, strict=True):
        own = instruction_row(instruction, row)
        if own != row:
            at = f"{where}, offset {instruction.offset}"
            for name, mine, theirs in zip(ROW, own, row, strict=True):
                if mine != theirs:
                    tally.differs(name, at, mine, theirs)
