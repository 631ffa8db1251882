"""Which Python version a magic number of a .pyc file belongs to."""

import re

from peephole.isa.tables import MAGICS

# Since 3.11 each version has 50 numbers of its own (CPython, pycore_magic_number.h).
_FIRST_RULED = 2900 + 50 * 11


def release_of_magic(magic: int) -> str | None:
    """The first release that wrote this magic number ("3.8b2"), None if it is not known."""
    return MAGICS.get(magic)


def version_of_magic(magic: int) -> str | None:
    """The version ("3.8") that a magic number belongs to, None if no known version has it.

    Numbers between the first and the last known one of a version belong to it; versions for which
    there is no table (2.7, 3.7) are told too.
    """
    lower = [known for known in MAGICS if known <= magic]
    higher = [known for known in MAGICS if known >= magic]
    if not lower:
        return None
    version = _version(MAGICS[max(lower)])
    if higher and _version(MAGICS[min(higher)]) == version:
        return version
    if max(lower) >= _FIRST_RULED and magic // 50 == max(lower) // 50:
        return version
    return None


def _version(release: str) -> str:
    match = re.match(r"\d+\.\d+", release)
    assert match is not None
    return match[0]
