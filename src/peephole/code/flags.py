"""The names of code flags."""

from __future__ import annotations

from peephole import isa


def flag_names(flags: int, version: str) -> list[str]:
    """The names of the bits set in `flags`, as dis.pretty_flags of the version gives them.

    A bit without a name is given in hexadecimal.
    """
    names = isa.table(version).co_flags
    bits = [1 << bit for bit in range(flags.bit_length()) if flags >> bit & 1]
    return [names.get(bit, hex(bit)) for bit in bits]
