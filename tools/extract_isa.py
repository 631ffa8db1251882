"""Make the tables of peephole.isa from real interpreters: python tools/extract_isa.py

Every CPython 3.8 to 3.15 that is found (--python, pyenv, PATH) is asked what its instructions
are, and src/peephole/isa/tables/ is written.  With --check nothing is written; differences are
shown, and the exit status is 1 if there are any.

The header pycore_opcode_metadata.h (3.13 and later) is taken from --header VERSION=PATH or from
the interpreter's own include directory (a package like Debian's libpython3.15-dev has it); magic
numbers from pycore_magic_number.h beside it or from importlib's source.  What only a header tells
is kept as it is in the present table where there is no header.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from isa_extraction.command import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main(ROOT / "src/peephole/isa/tables"))
