"""Magic numbers of .pyc files, from the history that CPython keeps in a comment.

It stands in Lib/importlib/_bootstrap_external.py up to 3.13, and in the header
pycore_magic_number.h since 3.14.
"""

import re
from collections.abc import Iterable

LINE = re.compile(r"\s*(?:#\s*)?Python (\d\.\d+)(\S*?):?\s+(\d{4,5})\b")
OLDEST = (2, 7)


def history(lines: Iterable[str]) -> dict[int, str]:
    """Release ("3.8b2", as the comment has it) by magic number, from 2.7 on."""
    found = {}
    for line in lines:
        match = LINE.match(line)
        if match and tuple(map(int, match[1].split("."))) >= OLDEST:
            found[int(match[3])] = match[1] + match[2]
    return found
