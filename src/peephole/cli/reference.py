"""What there is to say about an instruction, gathered from the tables and the definitions."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from itertools import pairwise
from typing import Any

from peephole import isa
from peephole.errors import PeepholeError
from peephole.instructions import FAMILIES, definitions
from peephole.isa import Isa, operands

Facts = dict[str, Any]

_INSTRUMENTED = "INSTRUMENTED_"

# What opargs number, by operand kind: the names in the version's table.
_CHOICES: dict[str, Callable[[Isa], Sequence[str]]] = {
    operands.NB_OP: lambda table: [symbol for _, symbol in table.nb_ops],
    operands.COMPARE: lambda table: table.cmp_op,
    operands.COMPARE_4: lambda table: table.cmp_op,
    operands.COMPARE_5: lambda table: table.cmp_op,
    operands.INTRINSIC1: lambda table: table.intrinsics1,
    operands.INTRINSIC2: lambda table: table.intrinsics2,
    operands.SPECIAL_METHOD: lambda table: table.special_methods,
    operands.COMMON_CONSTANT: lambda table: table.common_constants,
}


def explain(name: str, version: str | None = None) -> Facts:
    """Everything known of an instruction, as of a version or of the latest that has it.

    The running version comes first if it has it.  PeepholeError for an unknown name.
    """
    name = name.upper()
    table = _table_with(name, version)
    facts: Facts = {"name": name, "python": table.version}
    if name in table.specialized:
        general = table.deopt.get(name)
        facts["kind"] = "specialized"
        facts["doc"] = f"What the interpreter turns {general} into where it pays."
        facts["specialized_from"] = general
    elif name in table.pseudo:
        facts["kind"] = "pseudo"
        facts["doc"] = "An instruction of the compiler's own, never found in bytecode."
        facts["becomes"] = list(table.pseudo_targets[name])
    elif name.startswith(_INSTRUMENTED):
        facts["kind"] = "instrumented"
        facts["doc"] = "An instruction in the interpreter's own copy while sys.monitoring is on."
        general = name.removeprefix(_INSTRUMENTED)
        facts["instead_of"] = general if general in table.opmap else None
    else:
        facts["kind"] = "instruction"
        facts.update(_meaning(name, table.version))
    facts.update(_encoding(name, table))
    facts.update(_history(name))
    return facts


def _table_with(name: str, version: str | None) -> Isa:
    if version is not None:
        table = isa.table(version)
        if _has(table, name):
            return table
        close = get_close_matches(name, _names(table), 1)
        hint = f"; did you mean {close[0]}?" if close else ""
        raise PeepholeError(f"no instruction {name} in Python {version}{hint}")
    for candidate in (isa.host_version(), *reversed(isa.VERSIONS)):
        if candidate in isa.VERSIONS and _has(isa.table(candidate), name):
            return isa.table(candidate)
    every = {known for version in isa.VERSIONS for known in _names(isa.table(version))}
    close = get_close_matches(name, sorted(every), 1)
    hint = f"; did you mean {close[0]}?" if close else ""
    raise PeepholeError(
        f"no instruction {name} in Python {isa.VERSIONS[0]}-{isa.VERSIONS[-1]}{hint}"
    )


def _has(table: Isa, name: str) -> bool:
    return name in table.opmap or name in table.specialized or name in table.pseudo


def _names(table: Isa) -> list[str]:
    return [*table.opmap, *table.specialized, *table.pseudo]


def _meaning(name: str, version: str) -> Facts:
    definition = definitions(version).get(name)
    if definition is None:
        return {"doc": "", "family": None} | _meaning_later(name, version)
    facts: Facts = {
        "doc": definition.doc,
        "family": definition.family,
        "stack": definition.effect.text.strip(),
    }
    if definition.jump_effect is not None:
        facts["stack_if_jump"] = definition.jump_effect.text.strip()
    return facts


def _meaning_later(name: str, version: str) -> Facts:
    """What the instruction does in the first later version that it is defined for."""
    for later in isa.VERSIONS[isa.VERSIONS.index(version) + 1 :]:
        definition = definitions(later).get(name)
        if definition is not None:
            return {"doc": f"As of {later}: {definition.doc}", "family": definition.family}
    return {}


def _encoding(name: str, table: Isa) -> Facts:
    number = _number(table, name)
    facts: Facts = {"opcode": number}
    kind = table.operand.get(table.deopt.get(name, name))
    if kind is not None:
        facts["operand"] = operands.DESCRIPTIONS[kind]
        facts["reads"] = re.findall(r"co_\w+", operands.DESCRIPTIONS[kind])
        facts["choices"] = list(_CHOICES[kind](table)) if kind in _CHOICES else []
    if number in table.effects:
        facts["stack_effect"] = list(table.effects[number])
    flags = _flags(name, table.version)
    facts["jumps"] = kind in operands.JUMPS or "JUMP" in (flags or ())
    facts["raises"] = None if flags is None else "ERROR" in flags
    facts["calls"] = None if flags is None else "ESCAPES" in flags
    facts["caches"] = table.cache_format.get(name, {})
    facts["specialized"] = list(table.families.get(name, ()))
    return facts


def _number(table: Isa, name: str) -> int | None:
    return table.opmap.get(name, table.specialized.get(name, table.pseudo.get(name)))


def _flags(name: str, version: str) -> frozenset[str] | None:
    """What the version's headers say of the instruction, or a later one's if it means the same."""
    meaning = definitions(version).get(name)
    for later in isa.VERSIONS[isa.VERSIONS.index(version) :]:
        flags = isa.table(later).flags.get(name)
        if flags is not None:
            same = later == version or (meaning and definitions(later).get(name) is meaning)
            return flags if same else None
    return None


def _history(name: str) -> Facts:
    having = [version for version in isa.VERSIONS if _has(isa.table(version), name)]
    changes: dict[str, list[str]] = {}
    for old, new in pairwise(having):
        found = _changes(name, old, new)
        if found:
            changes[new] = found
    numbers = {v: _number(isa.table(v), name) for v in having}
    return {"versions": having, "opcodes": numbers, "changes": changes}


def _changes(name: str, old: str, new: str) -> list[str]:
    difference = isa.difference(old, new)
    changes = []
    before, after = definitions(old).get(name), definitions(new).get(name)
    if before is not None and after is not None and before is not after:
        if before.effect.text == after.effect.text:
            changes.append("means something slightly different")
        else:
            changes.append(f"stack was {before.effect.text.strip()}")
    elif name in difference.effects:
        effects = difference.effects[name][0]
        changes.append(f"stack effect was {_effect(effects)}")
    if name in difference.operands:
        was = operands.DESCRIPTIONS[difference.operands[name][0]]
        changes.append(f"operand was {was}")
    if name in difference.caches:
        changes.append(f"caches were {difference.caches[name][0]}")
    return changes


def _effect(effects: tuple[isa.Effect, isa.Effect] | None) -> str:
    if effects is None:
        return "unknown"
    plain, jump = effects
    return str(plain) if plain == jump else f"{plain}, {jump} if it jumps"


def family_named(name: str) -> str:
    """The family that `name` is, or is the beginning of; PeepholeError if there is none."""
    found = [family for family in FAMILIES if family.startswith(name.lower())]
    if name.lower() in FAMILIES:
        return name.lower()
    if len(found) == 1:
        return found[0]
    if found:
        raise PeepholeError(f"{name!r} could be {' or '.join(found)}")
    raise PeepholeError(f"no family {name!r}: there are {', '.join(FAMILIES)}")


def family_members(family: str, version: str) -> dict[str, tuple[str, str]]:
    """(stack effect, first sentence of what it does) of the instructions of a family, by name."""
    known = isa.table(version).opmap
    return {
        name: (it.effect.text.strip(), it.doc.partition(". ")[0].partition("\n")[0].rstrip("."))
        for name, it in sorted(definitions(version).items())
        if it.family == family and name in known
    }
