"""The verifier: whether code is such that the interpreter can run it without losing its footing.

CPython trusts the bytecode that it is given; code that breaks one of these rules may crash it.
Nothing is said about what the code does, and nothing of it is executed.
"""

from __future__ import annotations

from typing import NamedTuple

from peephole.code import CodeObject, FormatError
from peephole.code.formats import CELL, FREE, LOCAL, format_of
from peephole.disassembly import disassemble
from peephole.isa import table

from .depths import DISAGREE, END, HANDLER_DEPTH, UNDERFLOW, Depths, Flaw
from .operand_rules import OperandRules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from peephole.code import ExceptionEntry
    from peephole.disassembly import Instruction

RULES = {
    "size": "there is bytecode, and it is made of whole instructions",
    "opcode": "every opcode is an instruction of the version that a compiler may use",
    "cache": "inline caches are whole, and empty",
    "prefix": "at most three EXTENDED_ARG go before an instruction that has an operand",
    "operand": "operands point into their tables or are values that the instruction knows",
    "jump": "jumps go to the beginning of an instruction",
    END: "control does not run past the end of the code",
    UNDERFLOW: "no instruction takes more items off the stack than there are",
    DISAGREE: "the stack has the same number of items on every path to an instruction",
    "stack-size": "there are never more items on the stack than the code object has room for",
    "exception-table": "its entries are in order, apart, and begin and end at instructions",
    HANDLER_DEPTH: "a handler does not keep more items than there are where it is come from",
    "line-table": "it can be decoded and is as long as the code",
    "variables": "the counts and kinds of variables and arguments agree with their names",
    "closure": "the free variables are copied before they are used",
    "flags": "the flags do not contradict each other",
}
"""What is checked, by the name that problems are told by."""


class Problem(NamedTuple):
    """A rule that is broken: in the code object `code` at `offset` (bytes; None: in all of it)."""

    code: CodeObject
    offset: int | None
    rule: str
    message: str

    def __str__(self) -> str:
        place = "" if self.offset is None else f", byte {self.offset}"
        return f"{self.code.qualname}{place}: {self.rule}: {self.message}"


def verify(code: CodeObject) -> list[Problem]:
    """What is wrong with a code object and those nested in it, in the order of the code."""
    return [problem for each in code.walk() for problem in verify_one(each)]


def verify_one(code: CodeObject) -> list[Problem]:
    """What is wrong with a code object, without those nested in it."""
    problems = [Problem(code, *found) for found in _of_fields(code)]
    if not code.code or len(code.code) % 2:
        message = f"the bytecode has {len(code.code)} bytes"
        return [*problems, Problem(code, None, "size", message)]
    entries, found = _entries(code)
    problems += [Problem(code, None, "exception-table", text) for text in found]
    problems += [Problem(code, None, "line-table", text) for text in _of_lines(code)]
    try:
        instructions = disassemble(code)
    except FormatError:  # the line table, of which the rules need nothing
        instructions = disassemble(code.replace(linetable=b""))
    flaws = [*_of_instructions(code, instructions), *_of_entries(code, instructions, entries)]
    depths = Depths(code, instructions, entries)
    flaws += depths.flaws
    if depths.highest > code.stacksize:
        message = f"{depths.highest} items on a stack of size {code.stacksize}"
        flaws.append(Flaw(depths.highest_at, "stack-size", message))
    return problems + [Problem(code, *flaw) for flaw in sorted(set(flaws))]


# --- instructions ---------------------------------------------------------------------------


def _of_instructions(code: CodeObject, instructions: Sequence[Instruction]) -> Iterator[Flaw]:
    isa = table(code.version)
    rules = OperandRules(code)
    starts = {each.offset for each in instructions}
    prefixes = 0
    for each in instructions:
        opname, oparg, offset = each.opname, each.oparg, each.offset
        if prefixes:
            starts.discard(offset)
        if opname not in isa.opmap or opname in _NEVER_COMPILED or "INSTRUMENTED" in opname:
            yield Flaw(offset, "opcode", f"{opname} is no instruction for a compiler")
        elif oparg is not None and opname != "EXTENDED_ARG":
            problem = rules.problem(opname, oparg)
            if problem is not None:
                yield Flaw(offset, "operand", problem)
        if each.cache_info:
            if each.end_offset > len(code.code):
                yield Flaw(offset, "cache", f"{opname}'s inline cache is cut off")
            elif any(any(data) for _, _, data in each.cache_info):
                yield Flaw(offset, "cache", f"{opname}'s inline cache is not empty")
        if opname == "EXTENDED_ARG":
            prefixes += 1
        else:
            if prefixes > _MOST_PREFIXES:
                yield Flaw(offset, "prefix", f"{prefixes} EXTENDED_ARG before {opname}")
            elif prefixes and oparg is None:
                yield Flaw(offset, "prefix", f"EXTENDED_ARG before {opname}, which has no operand")
            prefixes = 0
    if prefixes:
        yield Flaw(instructions[-1].offset, "prefix", "EXTENDED_ARG before nothing")
    for each in instructions:
        if each.jump_target is not None and each.jump_target not in starts:
            message = (
                f"{each.opname} points to byte {each.jump_target}, where no instruction begins"
            )
            yield Flaw(each.offset, "jump", message)
    if "COPY_FREE_VARS" in isa.opmap:
        copied = _copied_variables(instructions)
        if copied != len(code.freevars):
            message = f"{copied} free variables are copied of {len(code.freevars)}"
            yield Flaw(0, "closure", message)


def _copied_variables(instructions: Sequence[Instruction]) -> int:
    """How many COPY_FREE_VARS copies, which is the first instruction where there is one."""
    first = next((each for each in instructions if each.opname != "EXTENDED_ARG"), None)
    return first.oparg or 0 if first is not None and first.opname == "COPY_FREE_VARS" else 0


_NEVER_COMPILED = frozenset({"CACHE", "RESERVED", "ENTER_EXECUTOR", "TRACE_RECORD", "<0>"})
_MOST_PREFIXES = 3


# --- tables ---------------------------------------------------------------------------------


def _entries(code: CodeObject) -> tuple[list[ExceptionEntry], list[str]]:
    try:
        return code.exception_entries(), []
    except FormatError as error:
        return [], [error.problem]


def _of_entries(
    code: CodeObject, instructions: Sequence[Instruction], entries: Sequence[ExceptionEntry]
) -> Iterator[Flaw]:
    starts = {each.start_offset for each in instructions}
    end = 0
    for entry in entries:
        problem = None
        if entry.start >= entry.end:
            problem = f"an entry from byte {entry.start} to {entry.end}"
        elif entry.end > len(code.code):
            problem = f"an entry to byte {entry.end} of {len(code.code)}"
        elif entry.start < end:
            problem = f"an entry from byte {entry.start} after one to byte {end}"
        elif entry.start not in starts or entry.end not in starts | {len(code.code)}:
            problem = f"bytes {entry.start} to {entry.end} are not whole instructions"
        elif entry.target not in starts:
            problem = f"the handler is at byte {entry.target}, where no instruction begins"
        elif entry.depth + entry.lasti + 1 > code.stacksize:
            problem = f"a handler with {entry.depth} items and more on a stack of {code.stacksize}"
        if problem is not None:
            yield Flaw(entry.start, "exception-table", problem)
        end = max(end, entry.end)


def _of_lines(code: CodeObject) -> Iterator[str]:
    try:
        lines = code.lines()
        units = len(code.positions())
    except FormatError as error:
        yield error.problem
        return
    size = len(code.code)
    if format_of(code.version).lines == "locations":
        if units * 2 != size:
            yield f"it is for {units * 2} bytes of code, of which there are {size}"
    else:
        # An lnotab has no end: all that it can tell is that something comes behind the code.
        last = sum(code.linetable[::2])
        if last > size:
            yield f"it is for {last} bytes of code, of which there are {size}"
    if any(line is not None and line < 0 for _, _, line in lines):
        yield "a line number is negative"


# --- fields ---------------------------------------------------------------------------------

_VARARGS, _VARKEYWORDS = 0x04, 0x08
_GENERATOR, _COROUTINE, _ASYNC_GENERATOR = 0x20, 0x80, 0x200


def _of_fields(code: CodeObject) -> Iterator[tuple[None, str, str]]:
    for message in _of_variables(code):
        yield None, "variables", message
    kinds = [code.flags & flag for flag in (_GENERATOR, _COROUTINE, _ASYNC_GENERATOR)]
    if sum(map(bool, kinds)) > 1:
        yield None, "flags", "generator, coroutine and asynchronous generator exclude each other"


def _of_variables(code: CodeObject) -> Iterator[str]:
    arguments = code.argcount + code.kwonlyargcount
    arguments += bool(code.flags & _VARARGS) + bool(code.flags & _VARKEYWORDS)
    if arguments > len(code.varnames):
        yield f"{arguments} arguments and {len(code.varnames)} local variables"
    if code.posonlyargcount > code.argcount:
        yield f"{code.posonlyargcount} positional-only arguments of {code.argcount}"
    if not format_of(code.version).has_localsplus:
        if code.nlocals != len(code.varnames):
            yield f"{code.nlocals} local variables and {len(code.varnames)} names of them"
        return
    free = False
    for name, kind in zip(code.localsplusnames, code.localspluskinds, strict=True):
        if not kind & (LOCAL | CELL | FREE):
            yield f"variable {name!r} is neither local nor cell nor free"
        elif free and not kind & FREE:
            yield f"variable {name!r} comes after the free variables and is none"
        free = bool(kind & FREE)
