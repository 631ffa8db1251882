"""What the instructions are: one table per CPython version, extracted from real interpreters.

`table("3.13")` is the way in; operand kinds are in `peephole.isa.operands`.
"""

import sys

from peephole.isa.effects import Effect, evaluate
from peephole.isa.table import Isa, UnknownVersion, table
from peephole.isa.tables import VERSIONS

__all__ = [
    "VERSIONS",
    "Effect",
    "Isa",
    "UnknownVersion",
    "evaluate",
    "host_version",
    "table",
    "version_of_magic",
]


def host_version() -> str:
    """The version of the interpreter that runs this, as `table` takes it."""
    return f"{sys.version_info[0]}.{sys.version_info[1]}"


def version_of_magic(magic: int) -> str | None:
    """The version ("3.8") that a magic number of a .pyc file belongs to, None if none is known."""
    from peephole.isa import magic as magics

    return magics.version_of_magic(magic)
