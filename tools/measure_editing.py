"""How fast code goes through the editable form, beside the library `bytecode` in the same run.

    python tools/measure_editing.py [--rounds N] [--with DIRECTORY]

The running interpreter's code objects are taken apart, put into the editable form and assembled
back to code objects of the interpreter, those of a module all together. `bytecode` is imported if
it is there, or from DIRECTORY, or installed into a virtual environment made for it. CPU time, all
in turn N times, the least of each part (see measure_reading.py). "All computed" is without the
shortcut that takes the stack size as it was where the bytecode comes out the same.
"""

from __future__ import annotations

import argparse
import importlib
import subprocess
import sys
import tempfile
import types
import venv
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]

from measure_reading import LIBRARY, MODULES, SOME, Task, best_times, walk  # noqa: E402
from peephole.assembly import edit  # noqa: E402
from peephole.disassembly import disassemble  # noqa: E402


def round_trip(code: types.CodeType) -> types.CodeType:
    """A module's code through the editable form."""
    return edit(code).assemble().to_host()


def computed(code: types.CodeType) -> types.CodeType:
    """The same, everything computed anew."""
    editable = edit(code)
    for nested in editable.walk():
        nested.origin = None
    return editable.assemble().to_host()


def other_library(directory: str | None) -> Any:
    """The module `bytecode`."""
    if directory is not None:
        sys.path.append(directory)
    try:
        return importlib.import_module("bytecode")
    except ImportError:
        home = Path(tempfile.mkdtemp())
        venv.create(home, with_pip=True)
        subprocess.run([home / "bin/python", "-m", "pip", "install", "-q", "bytecode"], check=True)
        sys.path += map(str, home.glob("lib/python*/site-packages"))
        return importlib.import_module("bytecode")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--with", dest="directory", help="where `bytecode` is installed")
    arguments = parser.parse_args()
    other = other_library(arguments.directory)
    modules = [compile((LIBRARY / f"{name}.py").read_bytes(), name, "exec") for name in MODULES]
    codes = [code for module in modules for code in walk(module)]
    count = sum(len(disassemble(code)) for code in codes)

    def others(code: types.CodeType) -> types.CodeType:
        made: types.CodeType = other.Bytecode.from_code(code).to_code()
        return made

    name = f"bytecode {other.__version__}"
    times = best_times(
        {
            name: Task(others, codes, SOME),
            "peephole": Task(round_trip, modules, 1),
            "peephole, all computed": Task(computed, modules, 1),
        },
        arguments.rounds,
    )
    print(f"Python {sys.version.split()[0]}: {len(codes)} code objects, {count:,} instructions")
    for what, seconds in times.items():
        ratio = times[name] / seconds
        print(f"  {what:25} {count / seconds:>11,.0f} instructions/s {ratio:6.2f} x")
    print("the same code objects come out:")
    pairs = [(code, round_trip(code)) for code in modules]
    ours = sum(old == new for pair in pairs for old, new in zip(*map(walk, pair), strict=True))
    print(f"  {name:25} {sum(code == others(code) for code in codes):>11,}")
    print(f"  {'peephole':25} {ours:>11,}")


if __name__ == "__main__":
    main()
