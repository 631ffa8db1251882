"""What one CPython version's instructions are, as read-only data."""

from peephole.errors import PeepholeError
from peephole.isa import operands
from peephole.isa.effects import Effect, function
from peephole.isa.tables import MAGICS, VERSIONS

TYPE_CHECKING = False  # typing's own is not worth the import
if TYPE_CHECKING:
    from types import ModuleType

_CODE_UNIT = 2
_LARGEST_OPARG = 2**31 - 1


class UnknownVersion(PeepholeError):
    """There is no table for the version asked for."""


class Isa:
    """The instructions of one CPython version, from its table module.

    version, release: "3.13", "3.13.0" (the interpreter the table was extracted from)
    magic, magic_range: the magic number of that release; the first and last known of the version
    opmap, pseudo, specialized: opcode by opname; pseudo-instructions are never in bytecode,
        specialized ones only in the interpreter's own copy of it
    opname: by opcode, 0 to 255, "<n>" where there is none (as in the opcode module; specialized
        instructions are not named, also not in 3.14 and 3.15, where opcode.opname has them)
    families: the specialized forms of an instruction; deopt: the instruction by specialized form
    caches: inline cache entries (code units) by opname, only where there are some;
        cache_format: code units by name of the entry, by opname
    operand: operand kind (see operands.py) by opname, pseudo-instructions included
    operand_texts: how dis writes an operand where its kind does not say it, by opname: by oparg
        for a choice, by bit for FUNCTION_FLAGS, by flag bits with {} for the name for names,
        with {} for the target for jumps, (plain, bool) with {} for the operator for COMPARE_5
    have_argument, extended_arg: as in the opcode module; hasarg: opcodes with an operand
    jump_unit: bytes per 1 of a jump's operand
    effects: (not taken, taken) stack effect by opcode, numbers or expressions of `oparg`
    popped, pushed, flags: by opname, specialized and pseudo-instructions included; {} before 3.13
        (they are from pycore_opcode_metadata.h; flags without HAS_ and _FLAG)
    pseudo_targets: what a pseudo-instruction becomes: one of these, or in order all of these where
        it is one of pseudo_sequences
    cmp_op, nb_ops (name, symbol), intrinsics1, intrinsics2, special_methods, common_constants
        (Python expressions): what opargs index
    co_flags: name by bit of co_flags
    """

    __slots__ = (
        "cache_format",
        "caches",
        "cmp_op",
        "co_flags",
        "common_constants",
        "deopt",
        "effects",
        "extended_arg",
        "families",
        "flags",
        "hasarg",
        "have_argument",
        "intrinsics1",
        "intrinsics2",
        "jump_unit",
        "magic",
        "magic_range",
        "nb_ops",
        "oparg_checked",
        "operand",
        "operand_texts",
        "opmap",
        "opname",
        "popped",
        "pseudo",
        "pseudo_sequences",
        "pseudo_targets",
        "pushed",
        "release",
        "special_methods",
        "specialized",
        "version",
    )

    def __init__(self, version: str, data: "ModuleType") -> None:
        self.version = version
        self.release: str = data.RELEASE
        self.magic: int = data.MAGIC
        self.have_argument: int = data.HAVE_ARGUMENT
        self.extended_arg: int = data.EXTENDED_ARG
        self.jump_unit: int = data.JUMP_UNIT
        self.oparg_checked: bool = data.OPARG_CHECKED
        self.specialized: dict[str, int] = data.SPECIALIZED
        self.families: dict[str, tuple[str, ...]] = data.FAMILIES
        self.cache_format: dict[str, dict[str, int]] = data.CACHE_FORMAT
        self.operand_texts: dict[str, tuple[str, ...]] = data.OPERAND_TEXTS
        self.pseudo_sequences: tuple[str, ...] = data.PSEUDO_SEQUENCES
        self.cmp_op: tuple[str, ...] = data.CMP_OP
        self.nb_ops: tuple[tuple[str, str], ...] = data.NB_OPS
        self.intrinsics1: tuple[str, ...] = data.INTRINSICS1
        self.intrinsics2: tuple[str, ...] = data.INTRINSICS2
        self.special_methods: tuple[str, ...] = data.SPECIAL_METHODS
        self.common_constants: tuple[str, ...] = data.COMMON_CONSTANTS
        self.co_flags: dict[int, str] = data.CO_FLAGS
        magics = [magic for magic in MAGICS if MAGICS[magic].startswith(version)]
        self.magic_range: tuple[int, int] = (min(magics), max(magics))
        self._read_rows(data)

    def _read_rows(self, data: "ModuleType") -> None:
        rows = data.OPCODES
        pseudo = data.PSEUDO
        self.opmap: dict[str, int] = {name: row[0] for name, row in rows.items()}
        self.pseudo: dict[str, int] = {name: row[0] for name, row in pseudo.items()}
        self.pseudo_targets: dict[str, tuple[str, ...]] = {
            name: row[3] for name, row in pseudo.items()
        }
        names = [f"<{number}>" for number in range(256)]
        for name, number in self.opmap.items():
            names[number] = name
        self.opname: tuple[str, ...] = tuple(names)
        self.operand: dict[str, str] = {name: row[1] for name, row in rows.items()}
        self.operand.update({name: row[1] for name, row in pseudo.items()})
        self.caches: dict[str, int] = {name: row[2] for name, row in rows.items() if row[2]}
        self.effects: dict[int, tuple[Effect, Effect]] = {
            row[0]: row[-1] if isinstance(row[-1], tuple) else (row[-1], row[-1])
            for row in rows.values()
            if row[-1] is not None
        }
        for number, _, effect, _ in pseudo.values():
            self.effects[number] = effect if isinstance(effect, tuple) else (effect, effect)
        self.hasarg: frozenset[int] = frozenset(
            row[0] for table in (rows, pseudo) for row in table.values() if row[1] != operands.NONE
        )
        self.deopt: dict[str, str] = {
            form: name for name, forms in data.FAMILIES.items() for form in forms
        }
        self.popped: dict[str, Effect] = {name: row[0] for name, row in data.METADATA.items()}
        self.pushed: dict[str, Effect] = {name: row[1] for name, row in data.METADATA.items()}
        self.flags: dict[str, frozenset[str]] = {
            name: frozenset(row[2].split()) for name, row in data.METADATA.items()
        }

    def __repr__(self) -> str:
        return f"<Isa of CPython {self.version}>"

    def stack_effect(self, opcode: int, oparg: int | None = None, jump: bool | None = None) -> int:
        """By how many items the stack grows: what this version's own dis.stack_effect answers.

        `jump`: True if the jump is taken, False if not, None for the larger of the two effects.
        Raises ValueError where dis.stack_effect does: no such opcode, or up to 3.12 an oparg
        where there is no operand, or none where there is one.
        """
        if jump is not None and jump is not True and jump is not False:
            raise ValueError("stack_effect: jump must be False, True or None")
        effect = self.effects.get(opcode)
        if effect is None:
            raise ValueError("invalid opcode or oparg")
        if self.oparg_checked and (oparg is not None) != (opcode in self.hasarg):
            raise ValueError(
                "stack_effect: opcode requires oparg but oparg was not specified"
                if oparg is None
                else "stack_effect: opcode does not permit oparg but oparg was specified"
            )
        if oparg is None:
            oparg = 0
        elif not 0 <= oparg <= _LARGEST_OPARG:
            raise ValueError("invalid opcode or oparg")
        fallthrough, taken = effect
        if jump is not True:
            left = fallthrough if isinstance(fallthrough, int) else function(fallthrough)(oparg)
            if jump is False or taken == fallthrough:
                return left
        right = taken if isinstance(taken, int) else function(taken)(oparg)
        return right if jump else max(left, right)

    def jump_target(self, opcode: int, oparg: int, offset: int) -> int | None:
        """The offset (bytes) that the operand of the instruction at `offset` (bytes) points to.

        Jumps, handlers (SETUP_FINALLY of 3.8-3.10) and origins (END_ASYNC_FOR since 3.14) alike;
        None for other instructions.  It may lie outside of the bytecode.
        """
        name = self.opname[opcode]
        kind = self.operand.get(name, operands.NONE)
        if kind == operands.JUMP_ABSOLUTE:
            return oparg * self.jump_unit
        direction = operands.DISTANCES.get(kind)
        if direction is None:
            return None
        after = offset + _CODE_UNIT + _CODE_UNIT * self.caches.get(name, 0)
        return after + direction * oparg * self.jump_unit


_tables: dict[str, Isa] = {}


def table(version: str) -> Isa:
    """The instructions of a CPython version ("3.13"); UnknownVersion if there is no table."""
    found = _tables.get(version)
    if found is None:
        if version not in VERSIONS:
            raise UnknownVersion(
                f"no instructions of Python {version}: known are {VERSIONS[0]} to {VERSIONS[-1]}"
            )
        name = "v" + version.replace(".", "_")
        found = Isa(version, __import__(f"peephole.isa.tables.{name}", fromlist=[name]))
        _tables[version] = found
    return found
