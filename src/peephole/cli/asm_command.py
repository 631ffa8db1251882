"""`peephole asm`: assembly text to a .pyc file."""

from __future__ import annotations

import os
import sys

from peephole.assembly import parse_asm
from peephole.errors import PeepholeError
from peephole.launch.source import read_file, read_stdin

_SUFFIX = ".pasm"


def asm_command(file: str, output: str | None) -> int:
    """Write the .pyc file that assembly text stands for; return the exit status.

    `output`: its name, "-" for standard output; FILE.pyc for FILE.pasm if None. PeepholeError for
    what is wrong, with the line.
    """
    if output is None:
        if not file.endswith(_SUFFIX):
            raise PeepholeError(f"give -o FILE.pyc, as {file!r} does not end in {_SUFFIX}")
        output = file.removesuffix(_SUFFIX) + ".pyc"
    content = read_stdin() if file == "-" else read_file(file)
    name = "<stdin>" if file == "-" else file
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise PeepholeError(f"{name}:{line}: the text is not in UTF-8") from None
    data = parse_asm(text, name).dump()
    if output == "-":
        sys.stdout.buffer.write(data)
        return 0
    try:
        # In one step, so that nobody finds half a file.
        with open(f"{output}.{os.getpid()}", "wb") as target:
            target.write(data)
        os.replace(target.name, output)
    except OSError as error:
        raise PeepholeError(f"can't write {output!r}: {error.strerror}") from None
    return 0
