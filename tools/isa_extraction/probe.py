"""Print, as one JSON object, what the interpreter that runs this file says of its instructions.

Run as a script by every CPython from 3.8 on, so the syntax and the library of 3.8 must do.
It only asks and records; what the answers mean is decided by the other modules of this package.
"""

from __future__ import annotations

import dis
import importlib.util
import json
import opcode
import os
import sys
import sysconfig
from types import CodeType
from typing import Any

# Opargs at which stack effects are asked for; beyond one byte EXTENDED_ARG is at work.
OPARGS = [
    *range(257),
    *(511, 512, 513, 767, 768, 1000, 1023, 1024, 1279, 1280, 4095, 4096, 4097, 4660, 8191, 8192),
    *(16383, 16384, 32767, 32768, 43690, 43981, 65279, 65280, 65534, 65535, 65536, 65537, 65792),
    *(66047, 66048, 69631, 69632, 69999, 70000),
]
JUMPS = (None, False, True)
# Opargs at which dis is asked for the meaning of an operand.
MEANINGS = range(34)
# Where (in bytes) the instruction stands that dis is asked about: jumps have targets both ways.
MEANING_OFFSET = 72

# Asking for the bytecode of a code object that holds these makes the interpreter look up
# executors or monitoring data that are not there.
UNSAFE = {"ENTER_EXECUTOR", "TRACE_RECORD", "RESERVED", "CACHE", "EXTENDED_ARG"}


def names(prefix: str) -> tuple[str, ...]:
    return tuple(f"{prefix}{number}" for number in range(64))


def template() -> CodeType:
    """A code object with 64 local, 64 cell, 64 free variables, to be given other bytecode."""
    lines = ["def outer():"]
    lines += [f"  {name} = 0" for name in names("free")]
    lines += ["  def inner():"]
    lines += [f"    {name} = 0" for name in names("local") + names("cell")]
    lines += ["    def innermost(): return " + ", ".join(names("cell"))]
    lines += ["    return innermost, " + ", ".join(names("free"))]
    module = compile("\n".join(lines), "<template>", "exec")
    outer = next(const for const in module.co_consts if isinstance(const, CodeType))
    inner = next(const for const in outer.co_consts if isinstance(const, CodeType))
    return inner.replace(co_names=names("name"), co_consts=names("const"))


def meaning(code: CodeType, op: int, oparg: int) -> list[Any]:
    """What dis says of one instruction: [argval, argrepr], argval as [type name, str]."""
    nop = opcode.opmap["NOP"]
    before, after = [nop, 0] * (MEANING_OFFSET // 2), [nop, 0] * 50
    bytecode = bytes(before + [op, oparg] + [0, 0] * caches().get(opcode.opname[op], 0) + after)
    for instruction in dis.get_instructions(code.replace(co_code=bytecode)):
        if instruction.offset == MEANING_OFFSET:
            value = instruction.argval
            if isinstance(value, tuple):
                return [["tuple", [str(item) for item in value]], instruction.argrepr]
            return [[type(value).__name__, str(value)], instruction.argrepr]
    raise AssertionError("dis does not show the instruction")


def meanings(code: CodeType) -> dict[str, list[Any]]:
    """By opname, what dis says of it with each of a few opargs (None where it fails)."""
    found = {}
    for name, op in opcode.opmap.items():
        if op > 255 or name in UNSAFE or name.startswith("INSTRUMENTED_"):
            continue
        if op < opcode.HAVE_ARGUMENT:
            continue
        answers: list[Any] = []
        for oparg in MEANINGS:
            try:
                answers.append(meaning(code, op, oparg))
            except (IndexError, AssertionError, KeyError, ValueError):
                answers.append(None)
        found[name] = answers
    return found


def effect(op: int, oparg: int | None, jump: bool | None) -> int | None:
    try:
        return dis.stack_effect(op, oparg, jump=jump)
    except ValueError:
        return None


def effects() -> dict[str, Any]:
    """By opname, a list per jump (None, False, True) of the effects at OPARGS (null: ValueError)
    and the effects without an oparg."""
    found = {}
    for name, op in opcode.opmap.items():
        sampled = [[effect(op, oparg, jump) for oparg in OPARGS] for jump in JUMPS]
        found[name] = {"sampled": sampled, "bare": [effect(op, None, jump) for jump in JUMPS]}
    return found


def accepted() -> list[int]:
    """The numbers that stack_effect takes for an opcode."""
    return [
        op
        for op in range(600)
        if effect(op, None, None) is not None or effect(op, 0, None) is not None
    ]


def caches() -> dict[str, int]:
    """Inline cache entries (code units) by opname; 3.11 and 3.12 keep them by number."""
    entries = getattr(opcode, "_inline_cache_entries", {})
    if isinstance(entries, list):
        return {opcode.opname[op]: count for op, count in enumerate(entries) if count}
    return {name: count for name, count in entries.items() if count}


def specialized() -> dict[str, int]:
    """Numbers of the specialized instructions; up to 3.12 only dis numbers them."""
    numbers = getattr(opcode, "_specialized_opmap", None)
    if numbers is None:
        every = getattr(dis, "_all_opmap", {})
        numbers = {name: op for name, op in every.items() if name not in opcode.opmap}
    return dict(numbers)


def strings(attribute: str) -> list[str]:
    return [str(item) for item in getattr(opcode, attribute, ())]


def common_constants() -> tuple[Any, ...]:
    return tuple(getattr(opcode, "_common_constants", ()))


def expression(value: Any) -> str:
    """Python source for a common constant: the name of a builtin, or a literal."""
    return str(value.__name__) if callable(value) else repr(value)


def common_constant_texts(found: dict[str, list[Any]]) -> list[str]:
    """The common constants as dis shows them (since 3.14)."""
    shown = [answer and answer[1] for answer in found.get("LOAD_COMMON_CONSTANT", ())]
    return shown[: len(common_constants())]


def magic_history() -> list[str]:
    """The lines of importlib's comment that list magic numbers (in a C header since 3.14)."""
    path = os.path.join(os.path.dirname(os.__file__), "importlib", "_bootstrap_external.py")
    with open(path, encoding="utf-8") as source:
        return [line.strip(" #\n") for line in source if line.startswith("#     Python ")]


def facts() -> dict[str, Any]:
    code = template()
    found = meanings(code)
    return {
        "version": "{}.{}".format(*sys.version_info[:2]),
        "release": sys.version.split()[0],
        "include": sysconfig.get_paths().get("include"),
        "platinclude": sysconfig.get_paths().get("platinclude"),
        "magic": int.from_bytes(importlib.util.MAGIC_NUMBER[:2], "little"),
        "magic_history": magic_history(),
        "have_argument": opcode.HAVE_ARGUMENT,
        "extended_arg": opcode.EXTENDED_ARG,
        "opmap": dict(opcode.opmap),
        "opname": list(opcode.opname),
        "has": {
            key: sorted(set(getattr(opcode, key)))
            for key in dir(opcode)
            if key.startswith("has") and isinstance(getattr(opcode, key), list)
        },
        "pseudo_targets": dict(getattr(opcode, "_pseudo_ops", {})),
        "specialized": specialized(),
        "families": {k: list(v) for k, v in getattr(opcode, "_specializations", {}).items()},
        "caches": caches(),
        "cache_format": {k: dict(v) for k, v in getattr(opcode, "_cache_format", {}).items()},
        "cmp_op": list(opcode.cmp_op),
        "nb_ops": [list(item) for item in getattr(opcode, "_nb_ops", ())],
        "nb_symbols": [item[1] for item in getattr(opcode, "_nb_ops", ())],
        "intrinsics1": strings("_intrinsic_1_descs"),
        "intrinsics2": strings("_intrinsic_2_descs"),
        "special_methods": strings("_special_method_names"),
        "common_constants": [expression(value) for value in common_constants()],
        "co_flags": {str(bit): name for bit, name in dis.COMPILER_FLAG_NAMES.items()},
        "opargs": OPARGS,
        "effects": effects(),
        "accepted": accepted(),
        "meanings": found,
        "common_constant_texts": common_constant_texts(found),
        "meaning_opargs": list(MEANINGS),
        "meaning_offset": MEANING_OFFSET,
        "varnames": code.co_varnames,
        "cellvars": code.co_cellvars,
    }


if __name__ == "__main__":
    json.dump(facts(), sys.stdout)
