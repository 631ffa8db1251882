"""Code objects that break one of the verifier's rules, and some that break none.

A program is "OPNAME oparg; ...": inline caches are put in, "push", "drop" and "return" are short
for LOAD_CONST 0, POP_TOP and RETURN_VALUE, "#9 1" is opcode 9 with oparg 1.
"""

from __future__ import annotations

from typing import Any

from peephole import isa
from peephole.code import (
    CodeObject,
    ExceptionEntry,
    encode_exception_table,
    encode_locations,
)
from peephole.code.formats import CELL, FREE, LOCAL, format_of

Case = tuple[str, str, str | bytes, dict[str, Any]]

SHORT = {"push": "LOAD_CONST 0", "drop": "POP_TOP", "return": "RETURN_VALUE"}


def assembled(version: str, program: str) -> bytes:
    """The bytecode of a program."""
    table = isa.table(version)
    code = bytearray()
    for line in program.split(";"):
        opname, oparg = [*SHORT.get(line.strip(), line).split(), "0"][:2]
        opcode = int(opname[1:]) if opname[0] == "#" else table.opmap[opname]
        code += bytes((opcode, int(oparg)))
        code += bytes(2 * table.caches.get(opname, 0))
    return bytes(code)


def made(version: str, program: str | bytes, **fields: Any) -> CodeObject:
    """A code object with a constant, two names, two locals and room for four items."""
    code = program if isinstance(program, bytes) else assembled(version, program)
    given: dict[str, Any] = {
        "code": code,
        "consts": (None,),
        "names": ("n", "m"),
        "varnames": ("x", "y"),
        "stacksize": 4,
        "name": "f",
        "qualname": "f",
    }
    if format_of(version).lines == "locations" and code:
        given["linetable"] = located(len(code) // 2)
    return CodeObject(version, **(given | fields))


def located(units: int, line: int = 1) -> bytes:
    """A location table with one entry for all code units."""
    return encode_locations([(units, (line, line, 0, 0))], 1)


def entries(*rows: tuple[int, int, int, int], lasti: bool = False) -> dict[str, bytes]:
    """An exception table of (start, end, target, depth)."""
    table = encode_exception_table([ExceptionEntry(*row, lasti) for row in rows])
    return {"exceptiontable": table}


SETUP = "SETUP_FINALLY 3; POP_BLOCK; push; return; RERAISE 0"
HANDLED = "RESUME; push; drop; push; return; PUSH_EXC_INFO; RERAISE 0"
LOADED = "RESUME; LOAD_GLOBAL 0; return; drop; RERAISE 0"
CLOSURE = {"freevars": ("z",)}

ACCEPTED: list[tuple[str, str, dict[str, Any]]] = [
    ("3.8", "push; return", {}),
    ("3.10", SETUP, {"stacksize": 6}),
    ("3.10", "GEN_START 0; push; return", {"flags": 0x20}),
    ("3.11", "RESUME; push; return", {}),
    ("3.12", HANDLED, entries((2, 6, 10, 0))),
    ("3.12", "COPY_FREE_VARS 1; RETURN_CONST 0", CLOSURE),
    ("3.13", "MAKE_CELL 0; RETURN_CONST 0", {"cellvars": ("x",)}),
    ("3.14", "LOAD_SMALL_INT 255; return", {}),
    ("3.15", "LOAD_COMMON_CONSTANT 7; return", {}),
]

_FORM = isa.table("3.13").specialized["RESUME_CHECK"]
_UNKNOWN = isa.table("3.15").opname.index("<120>") if "<120>" in isa.table("3.15").opname else 0
_FILLED = assembled("3.13", "LOAD_GLOBAL 0")[:-1] + b"\1" + assembled("3.13", "return")
_FILLED_FIRST = assembled("3.14", "push; TO_BOOL; return").replace(b"\0\0\0", b"\0\7\0", 1)
_HUGE = "EXTENDED_ARG 255; EXTENDED_ARG 255; EXTENDED_ARG 255; LOAD_CONST 255; return"
_MIXED = {"localsplusnames": ("x", "y"), "localspluskinds": bytes((FREE, LOCAL | CELL))}
_KINDLESS = {"localsplusnames": ("x",), "localspluskinds": b"\0"}
_TOO_DEEP = "exception-table handler-depth stack-size"

#: (rules that are broken, version, program, fields)
BROKEN: list[Case] = [
    ("size", "3.8", b"", {}),
    ("size", "3.13", b"", {}),
    ("size", "3.13", assembled("3.13", "RESUME; push; return")[:-1], {}),
    ("size", "3.8", assembled("3.8", "push; return") + b"S", {}),
    ("opcode", "3.8", "#0 0; push; return", {}),
    ("opcode", "3.10", "#255 0; push; return", {}),
    ("opcode", "3.11", "CACHE; push; return", {}),
    ("opcode", "3.12", "INSTRUMENTED_RETURN_CONST 0", {}),
    ("opcode", "3.12", "RESERVED; push; return", {}),
    ("opcode", "3.13", f"#{_FORM} 0; push; return", {}),
    ("opcode", "3.13", "ENTER_EXECUTOR 0; push; return", {}),
    ("opcode", "3.15", f"#{_UNKNOWN} 0; push; return", {}),
    ("cache", "3.11", assembled("3.11", "LOAD_GLOBAL 0")[:-2], {}),
    ("cache", "3.13", assembled("3.13", "push; LOAD_ATTR 0")[:6], {}),
    ("cache", "3.13", _FILLED, {}),
    ("cache", "3.14", _FILLED_FIRST, {}),
    ("prefix", "3.8", "EXTENDED_ARG 1; NOP; push; return", {}),
    ("prefix", "3.12", "RETURN_CONST 0; EXTENDED_ARG 0", {}),
    ("prefix", "3.13", "EXTENDED_ARG; " * 4 + "RETURN_CONST 0", {}),
    ("operand", "3.8", "LOAD_CONST 1; return", {}),
    ("operand", "3.15", "LOAD_CONST 1; return", {}),
    ("operand", "3.13", _HUGE, {}),
    ("operand", "3.9", "LOAD_NAME 2; return", {}),
    ("operand", "3.9", "LOAD_FAST 2; return", {}),
    ("operand", "3.9", "LOAD_DEREF 0; return", {}),
    ("operand", "3.10", "push; push; COMPARE_OP 12; return", {}),
    ("operand", "3.10", "push; push; IS_OP 2; return", {}),
    ("operand", "3.10", "push; FORMAT_VALUE 8; return", {}),
    ("operand", "3.11", "LOAD_GLOBAL 4; return", {}),
    ("operand", "3.11", "LOAD_FAST 2; return", {}),
    ("operand", "3.11", "LOAD_DEREF 0; return", {}),
    ("operand", "3.11", "KW_NAMES 0; push; return", {}),
    ("operand", "3.11", "KW_NAMES 9; push; return", {}),
    ("operand", "3.11", "push; push; BINARY_OP 26; return", {}),
    ("operand", "3.12", "push; CALL_INTRINSIC_1 0; return", {}),
    ("operand", "3.12", "push; CALL_INTRINSIC_1 12; return", {}),
    ("operand", "3.12", "push; push; CALL_INTRINSIC_2 99; return", {}),
    ("operand", "3.12", "push; LOAD_ATTR 4; return", {}),
    ("operand", "3.12", "push; COPY 0; return", {}),
    ("operand", "3.12", "push; push; push; push; BUILD_SLICE 4; return", {}),
    ("operand", "3.12", "push; push; LIST_APPEND 0; return", {}),
    ("operand", "3.13", "LOAD_FAST_LOAD_FAST 33; drop; return", {}),
    ("operand", "3.13", "LOAD_FAST_LOAD_FAST 18; drop; return", {}),
    ("operand", "3.13", "push; CONVERT_VALUE 4; return", {}),
    ("operand", "3.13", "MAKE_CELL 0; RETURN_CONST 0", {}),
    ("operand", "3.14", "push; LOAD_SPECIAL 4; drop; return", {}),
    ("operand", "3.14", "LOAD_COMMON_CONSTANT 5; return", {}),
    ("operand", "3.15", "LOAD_COMMON_CONSTANT 12; return", {}),
    ("operand", "3.15", "push; push; IMPORT_NAME 8; return", {}),
    ("jump", "3.8", "JUMP_FORWARD 200; push; return", {}),
    ("jump", "3.8", "JUMP_ABSOLUTE 3; push; return", {}),
    ("jump", "3.10", "JUMP_ABSOLUTE 99; push; return", {}),
    ("jump", "3.10", "SETUP_FINALLY 99; push; return", {"stacksize": 6}),
    ("jump", "3.11", "JUMP_FORWARD 1; LOAD_GLOBAL 0; return", {}),
    ("jump", "3.12", "JUMP_FORWARD 1; EXTENDED_ARG 0; RETURN_CONST 0", {}),
    ("jump", "3.13", "JUMP_BACKWARD 9; RETURN_CONST 0", {}),
    ("jump", "3.14", "push; POP_JUMP_IF_TRUE 99; push; return", {}),
    ("end", "3.8", "NOP", {}),
    ("end", "3.13", "RESUME; push; drop", {}),
    ("end", "3.12", "push; POP_JUMP_IF_TRUE 1; RETURN_CONST 0; NOP", {}),
    ("stack", "3.8", "return", {}),
    ("stack", "3.10", "push; ROT_TWO; return", {}),
    ("stack", "3.11", "push; SWAP 2; return", {}),
    ("stack", "3.12", "push; CALL 0; return", {}),
    ("stack", "3.13", "push; BUILD_LIST 2; return", {}),
    ("stack", "3.14", "drop; push; return", {}),
    ("merge", "3.8", "push; JUMP_ABSOLUTE 0", {}),
    ("merge", "3.10", "LOAD_NAME 0; POP_JUMP_IF_TRUE 3; push; push; return", {}),
    ("merge", "3.12", "push; push; POP_JUMP_IF_TRUE 1; drop; RETURN_CONST 0", {}),
    ("merge", "3.13", "push; JUMP_BACKWARD 3", {}),
    ("stack-size", "3.8", "push; return", {"stacksize": 0}),
    ("stack-size", "3.12", "push; COPY 1; COPY 1; drop; drop; return", {"stacksize": 2}),
    ("stack-size", "3.10", SETUP, {}),
    ("exception-table", "3.11", HANDLED, {"exceptiontable": b"\x81\x42"}),
    ("exception-table", "3.12", HANDLED, entries((2, 2, 10, 0))),
    ("exception-table", "3.12", HANDLED, entries((2, 40, 10, 0))),
    ("exception-table", "3.12", HANDLED, entries((2, 6, 40, 0))),
    ("exception-table", "3.12", HANDLED, entries((2, 6, 10, 0), (4, 8, 10, 0))),
    ("exception-table", "3.13", LOADED, entries((4, 12, 14, 0))),
    ("exception-table", "3.13", LOADED, entries((2, 12, 6, 0))),
    (_TOO_DEEP, "3.12", HANDLED, entries((2, 6, 10, 9))),
    (_TOO_DEEP, "3.12", HANDLED, entries((2, 6, 10, 3), lasti=True)),
    ("handler-depth", "3.11", HANDLED, entries((2, 6, 10, 1))),
    ("handler-depth", "3.13", LOADED, entries((2, 12, 14, 1))),
    ("line-table", "3.9", "push; return", {"linetable": b"\x40\1"}),
    ("line-table", "3.10", "push; return", {"linetable": b"\4\1\4"}),
    ("line-table", "3.10", "push; return", {"linetable": b"\4\0\4\1"}),
    ("line-table", "3.11", "push; return", {"linetable": b""}),
    ("line-table", "3.11", "push; return", {"linetable": b"\x80"}),
    ("line-table", "3.13", "push; return", {"linetable": b"\0\0"}),
    ("line-table", "3.13", "push; return", {"linetable": located(1)}),
    ("line-table", "3.14", "push; return", {"linetable": located(2, line=-5)}),
    ("variables", "3.8", "push; return", {"argcount": 3}),
    ("variables", "3.8", "push; return", {"nlocals": 1}),
    ("variables", "3.10", "push; return", {"argcount": 2, "flags": 0x04}),
    ("variables", "3.11", "push; return", {"argcount": 1, "posonlyargcount": 2}),
    ("variables", "3.12", "push; return", {"kwonlyargcount": 3}),
    ("variables", "3.12", "push; return", _KINDLESS),
    ("variables", "3.13", "COPY_FREE_VARS 1; RETURN_CONST 0", _MIXED),
    ("closure", "3.11", "push; return", CLOSURE),
    ("closure", "3.12", "COPY_FREE_VARS 2; RETURN_CONST 0", CLOSURE),
    ("closure", "3.14", "COPY_FREE_VARS 1; push; return", {}),
    ("flags", "3.8", "push; return", {"flags": 0x20 | 0x80}),
    ("flags", "3.13", "push; return", {"flags": 0x80 | 0x200}),
]
