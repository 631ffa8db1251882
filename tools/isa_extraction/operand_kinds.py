"""Operand kinds, from what dis says of synthetic instructions and from the stack effects.

`kind` asks in this order: what dis showed (index into which table, shifted by how much, which
jump), then how the stack effect depends on the oparg, and last `BY_NAME`: the kinds that no
interpreter tells, the only place where one is written down by instruction name.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any

from peephole.isa import operands as k

Facts = dict[str, Any]
# What dis said of one oparg: [[type name of argval, str(argval)], argrepr].
Meaning = tuple[tuple[str, Any], str] | None

BY_NAME = {
    "COPY": k.DEPTH,
    "SWAP": k.DEPTH,
    "LIST_APPEND": k.DEPTH,
    "SET_ADD": k.DEPTH,
    "MAP_ADD": k.DEPTH,
    "LIST_EXTEND": k.DEPTH,
    "SET_UPDATE": k.DEPTH,
    "DICT_MERGE": k.DEPTH,
    "DICT_UPDATE": k.DEPTH,
    "ROT_N": k.COUNT,
    "CALL": k.COUNT,
    "BUILD_SLICE": k.COUNT,
    "MATCH_CLASS": k.COUNT,
    "COPY_FREE_VARS": k.COUNT,
    "LOAD_SMALL_INT": k.SMALL_INT,
    "IS_OP": k.INVERT,
    "CONTAINS_OP": k.INVERT,
    "FORMAT_VALUE": k.FORMAT,
    "CONVERT_VALUE": k.CONVERT,
    "BUILD_INTERPOLATION": k.INTERPOLATION,
    "MAKE_FUNCTION": k.FUNCTION_FLAGS,
    "SET_FUNCTION_ATTRIBUTE": k.FUNCTION_FLAGS,
    "CALL_FUNCTION_EX": k.FLAGS,
    "GEN_START": k.FLAGS,
    "GET_AWAITABLE": k.FLAGS,
    "GET_ITER": k.FLAGS,
    "POP_FINALLY": k.FLAGS,
    "RERAISE": k.FLAGS,
    "RESUME": k.FLAGS,
    "YIELD_VALUE": k.FLAGS,
    "EXTENDED_ARG": k.PREFIX,
    "ENTER_EXECUTOR": k.RAW,
    "TRACE_RECORD": k.RAW,
    "INSTRUMENTED_INSTRUCTION": k.RAW,
    "INSTRUMENTED_LINE": k.RAW,
}

# dis has one list for local, cell and free variables since 3.11, and the flags of CPython 3.14
# and later do not mark LOAD_DEREF: the name of the instruction tells.
DEREF_NAME = re.compile(r"MAKE_CELL|LOAD_CLOSURE|\w+DEREF")


class UnknownOperand(Exception):
    """Nothing tells what an operand means: BY_NAME or the probe needs a rule."""


def _argvals(meanings: Sequence[Meaning]) -> list[Any]:
    return [meaning and meaning[0][1] for meaning in meanings]


def _index(prefix: str, text: object) -> int | None:
    match = re.fullmatch(prefix + r"(\d+)", text) if isinstance(text, str) else None
    return int(match[1]) if match else None


def _shift(prefix: str, facts: Facts, meanings: Sequence[Meaning]) -> int | None:
    """By how many bits the oparg is shifted to be an index into the table `prefix`, if it is."""
    for shift in range(3):
        expected = [oparg >> shift for oparg in facts["meaning_opargs"]]
        if [_index(prefix, value) for value in _argvals(meanings)] == expected:
            return shift
    return None


def _name(facts: Facts, name: str, meanings: Sequence[Meaning]) -> str | None:
    shift = _shift("name", facts, meanings)
    if shift is None or meanings[1] is None:
        return None
    if shift == 0:
        return k.NAME
    odd = meanings[1][1]
    if shift == 1:
        return k.ATTR if "self" in odd else k.NAME_NULL
    return k.IMPORT if "lazy" in odd else k.SUPER_ATTR


def _const(facts: Facts, name: str, meanings: Sequence[Meaning]) -> str | None:
    # dis of 3.11 lists KW_NAMES among these, but does not show the constant.
    return k.CONST if facts["opmap"][name] in facts["has"]["hasconst"] else None


def _variable(facts: Facts, name: str, meanings: Sequence[Meaning]) -> str | None:
    values = _argvals(meanings)
    if all(isinstance(value, list) for value in values):
        pairs = [[f"local{n >> 4}", f"local{n & 15}"] for n in facts["meaning_opargs"]]
        return k.LOCAL_PAIR if values == pairs else None
    if values[:4] == facts["varnames"][:4]:
        return k.DEREF if DEREF_NAME.fullmatch(name) else k.LOCAL
    return k.FREE if values[:4] == facts["cellvars"][:4] else None


def _jump(facts: Facts, name: str, meanings: Sequence[Meaning]) -> str | None:
    jumps = set(facts["has"]["hasjrel"]) | set(facts["has"]["hasjabs"])
    if facts["opmap"][name] not in jumps or meanings[0] is None or meanings[1] is None:
        return None
    origin, step = jump_line(meanings)
    unit = facts["jump_unit"]
    after = facts["meaning_offset"] + 2 + 2 * facts["caches"].get(name, 0)
    if (origin, step) == (0, unit):
        return k.JUMP_ABSOLUTE
    if origin == after and step == unit:
        return k.HANDLER if name.startswith("SETUP_") else k.JUMP_FORWARD
    if origin == after and step == -unit:
        return k.JUMP_BACKWARD if meanings[0][1].startswith("to") else k.JUMP_ORIGIN
    raise UnknownOperand(f"{name}: no known kind of jump")


def jump_line(meanings: Sequence[Meaning]) -> tuple[int, int]:
    """Where dis says that oparg 0 jumps to (bytes), and by how much each 1 more moves it."""
    assert meanings[0] is not None
    assert meanings[1] is not None
    first, second = int(meanings[0][0][1]), int(meanings[1][0][1])
    return first, second - first


def _compare(facts: Facts, name: str, meanings: Sequence[Meaning]) -> str | None:
    if facts["opmap"][name] not in facts["has"]["hascompare"]:
        return None
    for kind, shift in k.COMPARES.items():
        if all(
            meaning is None or meaning[0][1] == facts["cmp_op"][oparg >> shift]
            for oparg, meaning in zip(facts["meaning_opargs"], meanings, strict=True)
        ):
            return kind
    raise UnknownOperand(f"{name}: no known encoding of a comparison")


def _listed(key: str, kind: str) -> Callable[[Facts, str, Sequence[Meaning]], str | None]:
    """Recognizes opargs that are an index into one of the interpreter's own lists."""

    def recognize(facts: Facts, name: str, meanings: Sequence[Meaning]) -> str | None:
        listed = facts[key]
        shown = [meaning and meaning[1] for meaning in meanings[: len(listed)]]
        return kind if listed and shown == listed else None

    return recognize


RECOGNIZERS = (
    _name,
    _const,
    _variable,
    _jump,
    _compare,
    _listed("nb_symbols", k.NB_OP),
    _listed("intrinsics1", k.INTRINSIC1),
    _listed("intrinsics2", k.INTRINSIC2),
    _listed("special_methods", k.SPECIAL_METHOD),
    _listed("common_constant_texts", k.COMMON_CONSTANT),
)


def _by_effect(effect: object) -> str | None:
    texts = [text for text in (effect if isinstance(effect, tuple) else [effect]) if text]
    if any(re.search(r"oparg >> 8", str(text)) for text in texts):
        return k.UNPACK
    return k.COUNT if any(re.search(r"(?<!\()\boparg\b", str(text)) for text in texts) else None


def kind(facts: Facts, name: str, effect: object) -> str:
    """The operand kind of a real instruction that takes an oparg and is not an instrumented form
    of another one."""
    meanings = facts["meanings"].get(name)
    if meanings is not None:
        for recognize in RECOGNIZERS:
            found = recognize(facts, name, meanings)
            if found:
                return found
    found = BY_NAME.get(name) or _by_effect(effect)
    if found is None:
        raise UnknownOperand(f"{name}: nothing tells what its operand means")
    return found


def instrumented(facts: Facts, name: str) -> str | None:
    """The instruction that INSTRUMENTED_... stands for (it has the same operand), if any."""
    base = name.removeprefix("INSTRUMENTED_")
    return base if base != name and base in facts["opmap"] else None


def takes_oparg(facts: Facts, name: str) -> bool:
    number = facts["opmap"][name]
    if "hasarg" in facts["has"]:
        return number in facts["has"]["hasarg"]
    return bool(number >= facts["have_argument"])
