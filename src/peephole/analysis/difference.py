"""What two code objects differ in: instruction by instruction, in meaning, not in place."""

from __future__ import annotations

from typing import NamedTuple

from peephole import isa
from peephole.code import CodeObject
from peephole.code.objects import constant_key
from peephole.disassembly import disassemble

from .effects import stack_effects
from .handlers import handlers
from .pairing import Keys, paired

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from peephole.disassembly import Instruction
    from peephole.isa.differences import Difference

    from .handlers import Handler
    from .pairing import Pair

SAME, CHANGED, ADDED, REMOVED = "same", "changed", "added", "removed"

_COMPARED = ("name", "argcount", "posonlyargcount", "kwonlyargcount")
_NAMED = ("varnames", "cellvars", "freevars")


class Row(NamedTuple):
    """An instruction of the old code, of the new, or both, and what changed: "opname", "operand",
    "target" (a jump goes elsewhere), "handler" (exceptions do) and "effect" (on the stack, of the
    same instruction with this oparg in the other version)."""

    old: Instruction | None
    new: Instruction | None
    changes: tuple[str, ...]

    @property
    def status(self) -> str:
        if self.old is None:
            return ADDED
        if self.new is None:
            return REMOVED
        return CHANGED if self.changes else SAME

    @property
    def renumbered(self) -> bool:
        """Whether the numbers alone differ: opcode, or oparg, of what means the same."""
        old, new = self.old, self.new
        if old is None or new is None or self.changes or old.jump_target is not None:
            return False
        return (old.opcode, old.oparg) != (new.opcode, new.oparg)


class CodeDifference:
    """What differs between two code objects of one name; one of them may be missing.

    - `rows`: of instructions, in order, EXTENDED_ARG left out
    - `fields`: (old, new) of what else says how the code behaves, by name
    """

    def __init__(self, qualname: str, old: CodeObject | None, new: CodeObject | None) -> None:
        self.qualname = qualname
        self.old = old
        self.new = new
        self.fields: dict[str, tuple[object, object]] = {}
        self.rows: list[Row] = []
        if old is not None and new is not None:
            self.fields = dict(_fields(old, new))
            self.rows = _Comparison(old, new).rows()

    @property
    def status(self) -> str:
        if self.old is None:
            return ADDED
        if self.new is None:
            return REMOVED
        differs = self.fields or any(row.status != SAME for row in self.rows)
        return CHANGED if differs else SAME

    def count(self, status: str) -> int:
        """How many rows have that status."""
        return sum(row.status == status for row in self.rows)


def differences(old: CodeObject, new: CodeObject) -> list[CodeDifference]:
    """What differs between two code objects and those nested in them, matched by their names; of
    several of one name the first by the first.

    Places in the source and in the file do not count, nor does the order of constants and names.
    FormatError for bytecode or tables that cannot be decoded.
    """
    olds, news = dict(_with_names(old)), dict(_with_names(new))
    found = [CodeDifference("", old, new)]
    found += [CodeDifference(name, code, news.get(name)) for name, code in olds.items()]
    found += [CodeDifference(name, None, code) for name, code in news.items() if name not in olds]
    return found


def _with_names(code: CodeObject) -> Iterator[tuple[str, CodeObject]]:
    """The code objects nested in one by their names from it, made unique."""
    seen: dict[str, int] = {}
    waiting = [("", code)]
    while waiting:
        prefix, outer = waiting.pop(0)
        for const in outer.consts:
            if isinstance(const, CodeObject):
                name = f"{prefix}.{const.name}" if prefix else const.name
                seen[name] = seen.get(name, 0) + 1
                if seen[name] > 1:
                    name = f"{name} ({seen[name]})"
                waiting.append((name, const))
                yield name, const


def _fields(old: CodeObject, new: CodeObject) -> Iterator[tuple[str, tuple[object, object]]]:
    for name in _COMPARED:
        values = getattr(old, name), getattr(new, name)
        if values[0] != values[1]:
            yield name, values
    # A variable of an inlined comprehension, or another order, is no other meaning.
    for name in _NAMED:
        names = getattr(old, name), getattr(new, name)
        if set(names[0]) != set(names[1]):
            yield name, names
    known = set(isa.table(old.version).co_flags.values())
    known &= set(isa.table(new.version).co_flags.values())
    flags = [[name for name in code.flag_names() if name in known] for code in (old, new)]
    if flags[0] != flags[1]:
        yield "flags", (flags[0], flags[1])
    docs = _docstring(old), _docstring(new)
    if docs[0] != docs[1]:
        yield "docstring", docs


_OPTIMIZED = 0x01


def _docstring(code: CodeObject) -> str | None:
    """A function's: the first constant, if no instruction loads it."""
    if not code.flags & _OPTIMIZED or not code.consts or not isinstance(code.consts[0], str):
        return None
    key = constant_key(code.consts[0])
    for each in disassemble(code):
        if isinstance(each.argval, str) and each.oparg == 0 and constant_key(each.argval) == key:
            return None
    return code.consts[0]


class _Comparison:
    """The instructions of two code objects."""

    def __init__(self, old: CodeObject, new: CodeObject) -> None:
        self.codes = old, new
        self.versions: Difference | None = None
        if old.version != new.version:
            self.versions = isa.difference(old.version, new.version)
        sides = [_Side(code) for code in (old, new)]
        self.old, self.new = sides
        self.keys = tuple(Keys(side.code, side.instructions) for side in sides)

    def rows(self) -> list[Row]:
        pairs = paired(*self.keys)
        self.old.place([pair[0] for pair in pairs], pairs)
        self.new.place([pair[1] for pair in pairs], pairs)
        rows = []
        for i, j in pairs:
            old = None if i is None else self.old.instructions[i]
            new = None if j is None else self.new.instructions[j]
            changes = tuple(self._changes(i, j)) if i is not None and j is not None else ()
            rows.append(Row(old, new, changes))
        return rows

    def _changes(self, i: int, j: int) -> Iterator[str]:
        old, new = self.old.instructions[i], self.new.instructions[j]
        if old.opname != new.opname:
            yield "opname"
        full = self.keys[0].full[i], self.keys[1].full[j]
        if full[0][1:] != full[1][1:]:  # type: ignore[index]
            yield "operand"
        elif self.old.anchor(old.jump_target) != self.new.anchor(new.jump_target):
            yield "target"
        exact = self.versions is None
        if self.old.handled(i, exact) != self.new.handled(j, exact):
            yield "handler"
        if self.versions is None or old.opname != new.opname:
            return
        # Names of the items alone may differ without another meaning: the tables must, too.
        if old.opname in self.versions.effects or old.opname in self.versions.items:
            effects = [
                stack_effects(side.code.version).at(each.opname, each.oparg)
                for side, each in ((self.old, old), (self.new, new))
            ]
            if effects[0] != effects[1]:
                yield "effect"


class _Side:
    """One of the two code objects, and where its instructions are in the alignment."""

    def __init__(self, code: CodeObject) -> None:
        self.code = code
        instructions = disassemble(code)
        held = handlers(code, instructions)
        kept = [i for i, each in enumerate(instructions) if each.opname != "EXTENDED_ARG"]
        self.instructions: list[Instruction] = [instructions[i] for i in kept]
        self._held: list[Handler | None] = [held[i] for i in kept]
        self._anchors: dict[int, int] = {}

    def place(self, indices: Sequence[int | None], pairs: Sequence[Pair]) -> None:
        """Number the instructions by the next one that has a counterpart, by their offset."""
        matched = 0
        for index, pair in zip(indices, pairs, strict=True):
            if index is not None:
                self._anchors[self.instructions[index].start_offset] = matched
            matched += None not in pair
        self._anchors[len(self.code.code)] = matched

    def anchor(self, offset: int | None) -> int | None:
        """The number of what is at an offset, None where there is none."""
        if offset is None:
            return None
        return self._anchors.get(offset, -1 - offset)

    def handled(self, index: int, exact: bool) -> tuple[object, ...] | None:
        """Where exceptions of an instruction are handled; `exact`: and with what on the stack."""
        found = self._held[index]
        if found is None:
            return None
        place = self.anchor(found.target)
        return (place, found.depth, found.lasti) if exact else (place,)
