"""What the instructions are: one table per CPython version, extracted from real interpreters.

`table("3.13")` is the way in; operand kinds are in `peephole.isa.operands`.
"""

import sys

from peephole.isa.effects import Effect, evaluate
from peephole.isa.tables import VERSIONS
from peephole.isa.version import Isa, UnknownVersion, table

TYPE_CHECKING = False  # typing's own is not worth the import
if TYPE_CHECKING:
    from peephole.isa.differences import Difference

__all__ = [
    "VERSIONS",
    "Effect",
    "Isa",
    "UnknownVersion",
    "difference",
    "evaluate",
    "host_version",
    "release_of_magic",
    "stack_effect",
    "table",
    "version_of_magic",
]


def host_version() -> str:
    """The version of the interpreter that runs this, as `table` takes it."""
    return f"{sys.version_info[0]}.{sys.version_info[1]}"


def stack_effect(
    opcode: int | str,
    oparg: int | None = None,
    *,
    jump: bool | None = None,
    python: str | None = None,
) -> int:
    """By how many items an instruction makes the stack grow: what dis.stack_effect of a version
    ("3.13"; the running one if None) answers.

    `opcode`: also as an opname. ValueError where dis.stack_effect raises one (see
    Isa.stack_effect) and for an opname that the version has not got.
    """
    isa = table(python or host_version())
    if isinstance(opcode, str):
        number = isa.opmap.get(opcode, isa.pseudo.get(opcode))
        if number is None:
            raise ValueError(f"Python {isa.version} has no instruction {opcode}")
        opcode = number
    return isa.stack_effect(opcode, oparg, jump)


def difference(old: str, new: str) -> "Difference":
    """What changed from one version's instructions to another's ("3.12", "3.13")."""
    from peephole.isa.differences import Difference

    return Difference(table(old), table(new))


def version_of_magic(magic: int) -> str | None:
    """The version ("3.8") that a magic number of a .pyc file belongs to, None if none is known.

    Every number between the first and the last known one of a version belongs to it, since 3.11
    all of its 50 (CPython: 2900 + 50n); versions without a table (2.7, 3.7) are told too.
    """
    from peephole.isa import magic as magics

    return magics.version_of_magic(magic)


def release_of_magic(magic: int) -> str | None:
    """The first release that wrote a magic number ("3.8b2"), None if the number is not known."""
    from peephole.isa import magic as magics

    return magics.release_of_magic(magic)
