"""Tables as Python source: literals only, one instruction a line, the same for the same facts."""

from typing import Any

# Comments above the constants of a table module.
NOTES = {
    "HAVE_ARGUMENT": "opcodes below it have no operand",
    "JUMP_UNIT": "bytes per 1 of a jump's operand",
    "OPARG_CHECKED": "stack_effect insists on an oparg exactly where there is an operand",
    "OPCODES": "opname: (opcode, operand kind, inline cache entries, stack effect);\n"
    "an effect is a number, an expression, (not taken, taken), or None: stack_effect refuses it",
    "PSEUDO": "opname: (opcode, operand kind, stack effect, instructions it becomes)",
    "PSEUDO_SEQUENCES": "pseudo-instructions that become all of these instead of one of them",
    "SPECIALIZED": "specialized opname: opcode",
    "FAMILIES": "opname: its specialized forms",
    "CACHE_FORMAT": "opname: code units of each inline cache entry",
    "METADATA": "opname: (popped, pushed, flags), from pycore_opcode_metadata.h",
    "OPERAND_TEXTS": "how dis writes operands: by oparg, by bit, or with {} for a name or target",
    "CO_FLAGS": "bit of co_flags: name",
}
EMPTY: tuple[object, ...] = ((), {})
WIDTH = 100


def literal(value: Any) -> str:
    """repr with double quotes where it can be, as ruff format writes strings."""
    if isinstance(value, str):
        text = repr(value)
        return f'"{text[1:-1]}"' if text[0] == "'" and '"' not in value else text
    if isinstance(value, tuple):
        inner = ", ".join(literal(item) for item in value)
        return f"({inner},)" if len(value) == 1 else f"({inner})"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{literal(k)}: {literal(v)}" for k, v in value.items()) + "}"
    return repr(value)


def statement(name: str, value: Any) -> list[str]:
    if value == {}:
        return [f"{name}: dict[str, object] = {{}}"]
    line = f"{name} = {literal(value)}"
    if isinstance(value, dict):
        items = [f"    {literal(k)}: {literal(v)}," for k, v in value.items()]
        return [f"{name} = {{", *items, "}"]
    if len(line) <= WIDTH or not isinstance(value, tuple):
        return [line]
    return [f"{name} = (", *(f"    {literal(item)}," for item in value), ")"]


def table_source(version: str, table: dict[str, Any]) -> str:
    lines = [
        f'"""The instructions of CPython {version}: made by tools/extract_isa.py from'
        f' {table["RELEASE"]}, not by hand."""',
        "",
    ]
    for name, value in table.items():
        if name in NOTES and value not in EMPTY:
            lines += ["", *(f"# {note}" for note in NOTES[name].splitlines())]
        lines += statement(name, value)
    return "\n".join(lines) + "\n"


def index_source(versions: list[str], magics: dict[int, str], pointing: set[str]) -> str:
    """tables/__init__.py: which tables there are, all known magic numbers, and what is asked of
    an instruction whose version is not known."""
    lines = ['"""Which tables there are: made by tools/extract_isa.py, not by hand."""', ""]
    lines += statement("VERSIONS", tuple(versions))
    lines += ["", "# magic number of .pyc files: first release with it"]
    lines += statement("MAGICS", dict(sorted(magics.items())))
    lines += ["", "# instructions of any version whose operand, if any, is a place in the bytecode"]
    lines += statement("POINTING", tuple(sorted(pointing)))
    return "\n".join(lines) + "\n"
