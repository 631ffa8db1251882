"""What the running interpreter's compiler makes of files, and what its dis says of that.

    pythonX.Y oracle.py code|dis|text < list-of-files

Runs in Python 3.8 and later. Writes one JSON object a file to stdout: {"path", "marshal"
(base64), "codes": [...]}, the code objects in the order of CodeObject.walk(); with "text" what
`python -m dis` prints, for the code in "marshal".
"""

from __future__ import annotations

import base64
import dis
import io
import json
import marshal
import sys
import types
from collections.abc import Iterator
from typing import Any

from canonical import canonical, canonical_repr  # type: ignore[import-not-found]

FIELDS = (
    "argcount",
    "posonlyargcount",
    "kwonlyargcount",
    "nlocals",
    "stacksize",
    "flags",
    "names",
    "varnames",
    "freevars",
    "cellvars",
    "filename",
    "name",
    "qualname",
    "firstlineno",
)


def walk(code: types.CodeType) -> Iterator[types.CodeType]:
    yield code
    for const in code.co_consts:
        if isinstance(const, types.CodeType):
            yield from walk(const)


def encoded(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def fields_of(code: types.CodeType) -> dict[str, Any]:
    """A code object's attributes, and its tables as the interpreter decodes them."""
    facts: dict[str, Any] = {name: getattr(code, "co_" + name, None) for name in FIELDS}
    facts["code"] = encoded(code.co_code)
    facts["consts"] = [canonical(const) for const in code.co_consts]
    facts["line_starts"] = list(dis.findlinestarts(code))
    if hasattr(code, "co_lines"):
        facts["lines"] = list(code.co_lines())
    if hasattr(code, "co_positions"):
        parse_exception_table = getattr(dis, "_parse_exception_table")  # noqa: B009
        facts["positions"] = list(code.co_positions())
        facts["exceptions"] = [list(entry) for entry in parse_exception_table(code)]
    return facts


def row(instruction: Any) -> list[Any]:
    """An instruction's fields; those that the version's dis has not got are None."""
    get = instruction._asdict().get
    positions = get("positions")
    caches = get("cache_info")
    return [
        instruction.opcode,
        instruction.opname,
        instruction.arg,
        canonical(instruction.argval),
        canonical_repr(instruction.argrepr, instruction.argval),
        instruction.offset,
        instruction.starts_line,
        get("line_number"),
        instruction.is_jump_target,
        list(positions) if positions is not None else None,
        get("start_offset"),
        getattr(instruction, "jump_target", None),
        get("label"),
        [[name, size, encoded(data)] for name, size, data in caches] if caches else None,
    ]


def answer(path: str, what: str) -> dict[str, Any]:
    with open(path, "rb") as file:
        code = compile(file.read(), path, "exec", dont_inherit=True)
    data = marshal.dumps(code)
    facts: dict[str, Any] = {"path": path, "marshal": encoded(data)}
    if what == "code":
        facts["codes"] = [fields_of(each) for each in walk(code)]
    elif what == "dis":
        facts["codes"] = [list(map(row, dis.get_instructions(each))) for each in walk(code)]
    else:
        output = io.StringIO()
        dis.dis(code, file=output)
        facts["text"] = output.getvalue()
    return facts


def main() -> None:
    sys.setrecursionlimit(5000)
    what = sys.argv[1]
    for line in sys.stdin.readlines():
        path = line.rstrip("\n")
        try:
            facts = answer(path, what)
        except (OSError, SyntaxError, ValueError, RecursionError) as error:
            facts = {"path": path, "error": f"{type(error).__name__}: {error}"}
        sys.stdout.write(json.dumps(facts) + "\n")


if __name__ == "__main__":
    import warnings

    warnings.simplefilter("ignore")
    main()
