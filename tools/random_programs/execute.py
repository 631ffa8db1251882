"""Execute random programs one after the other, in one process, and tell what each has done.

    python execute.py FIRST COUNT

Prints one JSON object a program: its seed, what it printed, and the traceback that ended it. It is
run under CPython and on the machine.
"""

from __future__ import annotations

import contextlib
import gc
import io
import json
import linecache
import re
import sys
import traceback
import warnings
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from random_programs.program import program

PRELUDE = Path(__file__).with_name("prelude.py")
ADDRESS = re.compile(r"\b0x[0-9a-f]{6,16}\b")


def execute(seed: int, prelude: Any) -> dict[str, Any]:
    """What the program of a seed does."""
    text, name = program(seed), f"<program {seed}>"
    namespace: dict[str, Any] = {"__name__": "program"}
    exec(prelude, namespace)
    linecache.cache[name] = (len(text), None, text.splitlines(keepends=True), name)
    output, error = io.StringIO(), ""
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
        try:
            exec(compile(text, name, "exec"), namespace)
        except BaseException:
            error = traceback.format_exc()
        namespace.clear()
        gc.collect()
    del linecache.cache[name]
    return {
        "seed": seed,
        "output": ADDRESS.sub("0x...", output.getvalue()),
        "error": ADDRESS.sub("0x...", error),
    }


def main() -> None:
    """Execute the programs of the seeds that the command line names."""
    first, count = int(sys.argv[1]), int(sys.argv[2])
    warnings.simplefilter("ignore")
    prelude = compile(PRELUDE.read_text(encoding="utf-8"), "prelude.py", "exec")
    for seed in range(first, first + count):
        print(json.dumps(execute(seed, prelude)), flush=True)


if __name__ == "__main__":
    main()
