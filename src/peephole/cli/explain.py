"""`peephole explain`: what instructions do."""

from __future__ import annotations

import json
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from peephole import isa
from peephole.cli import reference
from peephole.instructions import FAMILIES

_console = Console(highlight=False, emoji=False, markup=False)

_LABELS = 18  # columns that the labels take


def print_instruction(name: str, version: str | None, as_json: bool) -> None:
    """Explain one instruction."""
    facts = reference.explain(name, version)
    if as_json:
        print(json.dumps(facts, indent=2))
        return
    title = Text(facts["name"], style="bold")
    if facts.get("family"):
        title.append(f"   ({facts['family']})", style="dim")
    _console.print(title)
    if facts["doc"]:
        _console.print(Padding(facts["doc"], (0, 0, 1, 2)))
    rows = Table.grid(padding=(0, 2))
    rows.add_column(style="cyan", no_wrap=True)
    rows.add_column()
    for label, text in _rows(facts):
        rows.add_row("  " + label, text)
    _console.print(rows)


def print_family(name: str, version: str | None) -> None:
    """List the instructions of a family."""
    family = reference.family_named(name)
    version = version or isa.host_version()
    _print_members(family, version)


def print_all(version: str | None) -> None:
    """List all instructions, by family."""
    version = version or isa.host_version()
    for family in FAMILIES:
        _print_members(family, version)
    _console.print(f"\npeephole explain OPNAME tells more. Python {version}.", style="dim")


def _print_members(family: str, version: str) -> None:
    members = reference.family_members(family, version)
    if not members:
        return
    _console.print(Text(family.replace("_", " "), style="bold"))
    rows = Table.grid(padding=(0, 2))
    rows.add_column(style="cyan", no_wrap=True, min_width=28)
    rows.add_column()
    for name, (effect, sentence) in members.items():
        rows.add_row("  " + name, Text(sentence).append(f"  ({effect})", style="dim"))
    _console.print(rows)


def _rows(facts: dict[str, Any]) -> list[tuple[str, str]]:
    rows = [
        ("stack", facts.get("stack", "")),
        ("if it jumps", facts.get("stack_if_jump", "")),
        ("stack effect", _effect(facts)),
        ("operand", facts.get("operand", "")),
        ("", _wrapped([f"{i} {text}" for i, text in enumerate(facts.get("choices", ()))])),
        ("reads", ", ".join(facts.get("reads", ()))),
        ("may", _abilities(facts)),
        ("caches", _caches(facts["caches"])),
        ("specialized", ", ".join(facts["specialized"])),
        ("form of", facts.get("specialized_from") or ""),
        ("instead of", facts.get("instead_of") or ""),
        ("becomes", ", ".join(facts.get("becomes", ()))),
        ("versions", _range(facts["versions"])),
        ("opcode", _wrapped([f"{v}: {n}" for v, n in facts["opcodes"].items() if n is not None])),
        *(("changed", f"{v}: {'; '.join(what)}") for v, what in facts["changes"].items()),
        ("shown for", f"Python {facts['python']}"),
    ]
    return [(label, text) for label, text in rows if text]


def _wrapped(entries: list[str]) -> str:
    """Entries side by side, none broken in two."""
    lines = [""]
    for entry in entries:
        if len(lines[-1]) + len(entry) + 3 > _console.width - _LABELS:
            lines.append("")
        lines[-1] += ("   " if lines[-1] else "") + entry
    return "\n".join(lines)


def _range(versions: list[str]) -> str:
    first, last = isa.VERSIONS.index(versions[0]), isa.VERSIONS.index(versions[-1])
    if len(versions) > 1 and last - first + 1 == len(versions):
        return f"{versions[0]} to {versions[-1]}"
    return ", ".join(versions)


def _effect(facts: dict[str, Any]) -> str:
    plain, jump = facts.get("stack_effect", ("", ""))
    return str(plain) if plain == jump else f"{plain}, if it jumps {jump}"


def _abilities(facts: dict[str, Any]) -> str:
    may = [
        text
        for key, text in (
            ("jumps", "jump"),
            ("raises", "raise an exception"),
            ("calls", "call other code"),
        )
        if facts[key]
    ]
    if facts["raises"] is None:
        may.append("raise and call: not recorded")
    return ", ".join(may) or "neither jump, raise nor call"


def _caches(caches: dict[str, int]) -> str:
    units = sum(caches.values())
    parts = ", ".join(f"{name} {count}" for name, count in caches.items())
    return f"{units} code unit{'s' if units > 1 else ''}: {parts}" if caches else ""
