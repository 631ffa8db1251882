"""What an instruction takes from the stack and leaves there, for every version."""

from __future__ import annotations

from peephole.instructions import definitions
from peephole.isa import Isa, operands, table

from .older import EFFECTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from peephole.instructions.effects import Effect, Item

    Effects = tuple[Effect, Effect]

# The first version that definitions hold for; most instructions of older versions are as in it.
_FIRST_DEFINED = "3.11"

_ENDS = frozenset(
    {
        "INTERPRETER_EXIT",
        "JUMP_ABSOLUTE",
        "JUMP_BACKWARD",
        "JUMP_BACKWARD_NO_INTERRUPT",
        "JUMP_FORWARD",
        "RAISE_VARARGS",
        "RERAISE",
        "RETURN_CONST",
        "RETURN_VALUE",
    }
)
ENDS = _ENDS | {f"INSTRUMENTED_{opname}" for opname in _ENDS}
"""The instructions behind which control never goes on (IS_UNCONDITIONAL_JUMP_OPCODE() and
IS_SCOPE_EXIT_OPCODE() in CPython's Include/internal/pycore_opcode_utils.h)."""


class StackEffects:
    """The effects of one version's instructions, by opname: as `effects[opname]`."""

    def __init__(self, version: str) -> None:
        self.isa: Isa = table(version)
        self._definitions = definitions(version)
        self._known: dict[str, Effects] = {}
        self._counts: dict[tuple[str, int], tuple[int, int, int]] = {}

    def __getitem__(self, opname: str) -> Effects:
        """The effect of going on and the effect of jumping, the same one where there is no jump.

        KeyError for what is no instruction of the version.
        """
        found = self._known.get(opname)
        if found is None:
            found = self._known[opname] = self._find(opname)
        return found

    def _find(self, opname: str) -> Effects:
        opname = self.isa.deopt.get(opname, opname)
        if opname not in self.isa.opmap:
            raise KeyError(opname)
        plain = opname.removeprefix("INSTRUMENTED_")
        definition = self._definitions.get(plain)
        if definition is None and plain in EFFECTS:
            return EFFECTS[plain]
        if definition is None:
            definition = definitions(_FIRST_DEFINED)[plain]
        return definition.effect, definition.jump_effect or definition.effect

    def counts(self, opname: str, oparg: int) -> tuple[int, int, int]:
        """How many items are taken off, how many more there are then, and how many more if the
        instruction jumps; KeyError for what is no instruction of the version."""
        found = self._counts.get((opname, oparg))
        if found is None:
            plain, taken = self[opname]
            popped = max(_count(plain.inputs, oparg), _count(taken.inputs, oparg))
            found = (
                popped,
                _count(plain.outputs, oparg) - _count(plain.inputs, oparg),
                _count(taken.outputs, oparg) - _count(taken.inputs, oparg),
            )
            if oparg < _REMEMBERED:
                self._counts[opname, oparg] = found
        return found

    def at(self, opname: str, oparg: int | None) -> tuple[str, str]:
        """The effects of going on and of jumping with an oparg, in CPython's notation.

        KeyError for what is no instruction of the version.
        """
        plain, taken = self[opname]
        return plain.at(oparg or 0), taken.at(oparg or 0)

    def continues_at_target(self, opname: str) -> bool:
        """Whether the stack at the instruction's jump target is the one that it leaves: it jumps
        there, or (3.8-3.10) installs a handler there.

        CALL_FINALLY of 3.8 is not counted, as in stackdepth() in Python/compile.c of 3.8: the
        block that it calls finds on the stack what its handler finds.
        """
        return self.isa.operand.get(opname) in _CONTINUES and opname != "CALL_FINALLY"

    def can_raise(self, opname: str) -> bool:
        """Whether an exception can come from the instruction; True where no flags tell (up to
        3.12 the headers have none)."""
        if opname == "PUSH_EXC_INFO":
            return False
        flags = self.isa.flags.get(opname)
        return flags is None or not flags.isdisjoint(_RAISING)


_REMEMBERED = 256


def _count(items: tuple[Item, ...], oparg: int) -> int:
    """How many values they stand for; none where an invalid oparg makes a size negative."""
    return sum(max(item.count(oparg), 0) for item in items)


# An instruction that lets other code run (ESCAPES, EVAL_BREAK) does not raise what that raises
# unless it has ERROR as well.
_RAISING = frozenset({"ERROR", "ERROR_NO_POP"})

_CONTINUES = frozenset({*operands.JUMPS, operands.HANDLER})

_versions: dict[str, StackEffects] = {}


def stack_effects(version: str) -> StackEffects:
    """The effects of a version's instructions ("3.13"); UnknownVersion if there is none."""
    found = _versions.get(version)
    if found is None:
        found = _versions[version] = StackEffects(version)
    return found
