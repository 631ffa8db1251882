"""`peephole isa`: the instructions of a version, and what changed between two."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from peephole import isa
from peephole.analysis.effects import stack_effects
from peephole.analysis.listing import Line, Span
from peephole.cli import output
from peephole.errors import PeepholeError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peephole.isa.differences import Difference, EffectPair
    from peephole.isa.effects import Effect


def list_command(version: str | None, format: str) -> int:
    """Print the instructions of a version, by number; the host's if none is named."""
    _check_format(format)
    table = isa.table(version or isa.host_version())
    rows = [_facts(table, opname) for opname in sorted(table.opmap, key=table.opmap.__getitem__)]
    if format == "json":
        print("[" + ",\n".join(map(json.dumps, rows)) + "]")
        return 0
    width = max(len(row["opname"]) for row in rows)
    kind_width = max(len(row["operand"]) for row in rows)
    output.print_lines(_list_lines(rows, width, kind_width))
    return 0


def diff_command(old: str, new: str, format: str) -> int:
    """Print what changed from one version's instructions to another's."""
    _check_format(format)
    difference = isa.difference(old, new)
    changes = _changes(difference)
    if format == "json":
        print(json.dumps({"old": old, "new": new, **changes}, indent=1))
    else:
        output.print_lines(_diff_lines(old, new, changes))
    return 0


def _check_format(format: str) -> None:
    if format not in ("text", "json"):
        raise PeepholeError(f"--format is one of text, json, not {format!r}")


# --- list -----------------------------------------------------------------------------------


def _facts(table: isa.Isa, opname: str) -> dict[str, Any]:
    try:
        plain, taken = stack_effects(table.version)[opname]
    except KeyError:  # INSTRUMENTED_LINE and its like stand for any instruction
        stack = jump = None
    else:
        stack, jump = plain.text, taken.text if taken is not plain else None
    return {
        "opcode": table.opmap[opname],
        "opname": opname,
        "operand": table.operand[opname],
        "caches": table.caches.get(opname, 0),
        "stack": stack,
        "stack_if_jump": jump,
        "specialized": list(table.families.get(opname, ())),
        "flags": sorted(table.flags[opname]) if opname in table.flags else None,
    }


def _list_lines(rows: list[dict[str, Any]], width: int, kind_width: int) -> Iterator[Line]:
    for row in rows:
        kind = "" if row["operand"] == "NONE" else row["operand"]
        stack = row["stack"] or ""
        if row["stack_if_jump"] is not None:
            stack += f"   (if it jumps: {row['stack_if_jump']})"
        yield [
            Span(f"{row['opcode']:>3}  ", "offset"),
            Span(f"{row['opname']:<{width}}  ", "opname"),
            Span(f"{kind:<{kind_width}}  ", "meaning"),
            Span(f"{'+' + str(row['caches']) if row['caches'] else '':>3}  ", "cache"),
            Span(stack, "stack"),
        ]


# --- diff -----------------------------------------------------------------------------------


def _changes(difference: Difference) -> dict[str, Any]:
    old, new = difference.old, difference.new
    return {
        "added": list(difference.added),
        "removed": list(difference.removed),
        "renumbered": {name: list(pair) for name, pair in difference.renumbered.items()},
        "operand": {name: list(pair) for name, pair in difference.operands.items()},
        "stack_effect": {
            name: [_effect_json(before), _effect_json(after)]
            for name, (before, after) in difference.effects.items()
        },
        "stack": _stacks(old.version, new.version),
        "caches": {name: list(pair) for name, pair in difference.caches.items()},
        "added_specialized": list(difference.added_forms),
        "removed_specialized": list(difference.removed_forms),
    }


def _effect_json(pair: EffectPair | None) -> Effect | list[Effect] | None:
    if pair is None or pair[0] != pair[1]:
        return None if pair is None else list(pair)
    return pair[0]


def _stacks(old: str, new: str) -> dict[str, list[str]]:
    """What instructions of both versions take and leave, where that is written otherwise now."""
    before, after = stack_effects(old), stack_effects(new)
    changed = {}
    for opname in isa.table(old).opmap:
        if opname not in isa.table(new).opmap or opname.startswith("INSTRUMENTED_"):
            continue
        texts = [" / ".join(dict.fromkeys(e.text for e in one[opname])) for one in (before, after)]
        if texts[0] != texts[1]:
            changed[opname] = texts
    return changed


_TITLES = {
    "added": "added",
    "removed": "removed",
    "operand": "operand",
    "stack": "stack before and after",
    "stack_effect": "stack effect, as dis.stack_effect counts",
    "caches": "inline cache entries",
    "added_specialized": "specialized forms added",
    "removed_specialized": "specialized forms removed",
    "renumbered": "opcode",
}


def _diff_lines(old: str, new: str, changes: dict[str, Any]) -> Iterator[Line]:
    yield [Span(f"Python {old} to {new}", "title")]
    signs = output.signs()
    for key, title in _TITLES.items():
        found = changes[key]
        if isinstance(found, dict):  # the instrumented forms change as their instructions do
            found = {name: pair for name, pair in found.items() if "INSTRUMENTED" not in name}
        if not found:
            continue
        yield []
        yield [Span(f"{title} ({len(found)})", "label")]
        if isinstance(found, list):
            yield from _in_columns(found)
            continue
        width = max(map(len, found))
        for opname, (before, after) in found.items():
            yield [
                Span(f"  {opname:<{width}}  ", "opname"),
                Span(_shown(before), "stack"),
                Span(f" {signs.to} ", "arrow"),
                Span(_shown(after), "stack"),
            ]


def _shown(value: Any) -> str:
    if value is None:
        return "none"
    if isinstance(value, list):
        return f"{value[0]} ({value[1]} if it jumps)"
    return str(value)


def _in_columns(names: list[str]) -> Iterator[Line]:
    width = max(map(len, names)) + 2
    columns = max((output.width() - 2) // width, 1)
    for start in range(0, len(names), columns):
        row = names[start : start + columns]
        yield [Span("  " + "".join(f"{name:<{width}}" for name in row), "opname")]
