"""What is shown of a comparison."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.markup import escape
from rich.table import Table

from .catalogue import cause_of

if TYPE_CHECKING:
    from rich.console import Console

    from .catalogue import Known
    from .results import Comparison, Saved


def share(machine: int, native: int) -> str:
    """A part as percents, never rounded up to all."""
    if not native:
        return ""
    percent = 100 * machine / native
    return "100 %" if machine == native else f"{min(percent, 99.99):.2f} %"


def table(comparisons: list[Comparison], known: list[Known]) -> Table:
    """A line for each module."""
    result = Table(box=None, pad_edge=False)
    for title in ("module", "category"):
        result.add_column(title)
    for title in ("native", "machine", "known", "differ", "native s", "machine s"):
        result.add_column(title, justify="right")
    result.add_column("")
    for each in sorted(comparisons, key=lambda each: (each.category, each.module)):
        differences = each.differences
        explained = sum(cause_of(difference.case, known) is not None for difference in differences)
        new = len(differences) - explained
        result.add_row(
            each.module,
            each.category,
            str(len(each.expected)),
            str(len(each.expected) - len(differences)),
            str(explained or ""),
            f"[red]{new}[/]" if new else "",
            f"{each.native.seconds:.1f}",
            f"{each.machine.seconds:.1f}",
            escape(each.machine.note),
        )
    return result


def summary(comparisons: list[Comparison], known: list[Known]) -> Table:
    """A line for each category and one for all."""
    native: Counter[str] = Counter()
    machine: Counter[str] = Counter()
    explained: Counter[str] = Counter()
    for each in comparisons:
        differences = each.differences
        for name in (each.category, "all"):
            native[name] += len(each.expected)
            machine[name] += len(each.expected) - len(differences)
            explained[name] += sum(cause_of(case.case, known) is not None for case in differences)
    result = Table(box=None, pad_edge=False)
    result.add_column("category")
    for title in ("native", "machine", "", "known", "differ"):
        result.add_column(title, justify="right")
    for name in sorted(native, key=lambda name: (name == "all", name)):
        left = native[name] - machine[name] - explained[name]
        result.add_row(
            name,
            str(native[name]),
            str(machine[name]),
            share(machine[name], native[name]),
            str(explained[name] or ""),
            str(left or ""),
        )
    return result


def show_cases(console: Console, comparisons: list[Comparison], known: list[Known]) -> None:
    """Every case that differs, with the line of its error that says what it is."""
    for each in comparisons:
        for case, status, message in each.differences:
            cause = cause_of(case, known)
            mark = f"known, {cause}" if cause else status
            console.print(f"{case} ({mark})\n    {message}", markup=False, highlight=False)


def changes(
    comparisons: list[Comparison], since: dict[str, Saved]
) -> tuple[dict[str, str], list[str]]:
    """Cases that differ and did not in a saved result, with their errors; those that did."""
    worse: dict[str, str] = {}
    better: list[str] = []
    for each in comparisons:
        if each.module not in since:
            continue
        before = since[each.module].differing
        now = {difference.case: difference for difference in each.differences}
        for case, difference in now.items():
            if case not in before:
                worse[case] = f"{difference.status}: {difference.message}"
        expected = set(each.expected)
        better += [case for case in before if case in expected and case not in now]
    return worse, better
