"""The tables that people read, and the same as data."""

from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.table import Table

from .measuring import MIB, Comparison, StartUp, geometric_mean

console = Console()


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", show_edge=False, pad_edge=False)
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number else "left", no_wrap=not number)
    return table


def _failure(comparison: Comparison) -> str:
    return f"[red]{comparison.program}[/]: {comparison.error}"


def show_times(title: str, ways: tuple[str, str], comparisons: list[Comparison]) -> None:
    """Programs with their best CPU seconds each way and the ratio, slowest ratio marked."""
    table = _table(title, "program", "n", f"{ways[0]} s", f"{ways[1]} s", "ratio")
    ratios = [comparison.ratio or 0.0 for comparison in comparisons]
    for comparison, ratio in zip(comparisons, ratios, strict=True):
        if not ratio:
            continue
        style = "bold" if ratio == max(ratios) else None
        seconds = (f"{min(comparison.base):.4f}", f"{min(comparison.other):.3f}")
        count = str(comparison.iterations)
        table.add_row(comparison.program, count, *seconds, f"{ratio:.2f}", style=style)
    mean = geometric_mean(comparisons)
    if mean is not None:
        table.add_section()
        table.add_row("geometric mean", "", "", "", f"{mean:.2f}")
        table.add_row("maximum", "", "", "", f"{max(ratios):.2f}")
    _print(table, comparisons)


def show_beside(title: str, machine: list[Comparison], other: list[Comparison]) -> None:
    """The machine's ratios and another implementation's, for the programs that both ran."""
    ratios = {comparison.program: comparison.ratio for comparison in machine}
    table = _table(title, "program", "peephole", "x-python", "times faster")
    both: list[tuple[Comparison, Comparison]] = []
    for theirs in other:
        ours, slower = ratios.get(theirs.program), theirs.ratio
        if ours and slower:
            both.append((next(c for c in machine if c.program == theirs.program), theirs))
            table.add_row(theirs.program, f"{ours:.1f}", f"{slower:.1f}", f"{slower / ours:.1f}")
    ours, slower = (geometric_mean([pair[side] for pair in both]) for side in (0, 1))
    if ours and slower:
        table.add_section()
        table.add_row("geometric mean", f"{ours:.1f}", f"{slower:.1f}", f"{slower / ours:.1f}")
        _print(table, [])


def show_memory(title: str, comparisons: list[Comparison]) -> None:
    """Largest resident sizes in MiB, beside twice the native size plus 30 MiB."""
    table = _table(title, "program", "CPython MiB", "machine MiB", "ratio", "2 x + 30 MiB")
    for comparison in comparisons:
        if comparison.ratio is None:
            continue
        native, machine = min(comparison.base) / MIB, min(comparison.other) / MIB
        limit = 2 * native + 30
        style = "bold" if machine > limit else None
        sizes = (f"{native:.1f}", f"{machine:.1f}", f"{comparison.ratio:.2f}", f"{limit:.1f}")
        table.add_row(comparison.program, *sizes, style=style)
    _print(table, comparisons)


def show_start_up(title: str, result: StartUp) -> None:
    table = _table(title, "python -c pass", "peephole run -c pass", "difference")
    table.add_row(*(f"{s:.3f} s" for s in (result.native, result.machine, result.difference)))
    _print(table, [])


def _print(table: Table, comparisons: list[Comparison]) -> None:
    console.print()
    if table.row_count:
        console.print(table)
    for comparison in comparisons:
        if comparison.error is not None:
            console.print(_failure(comparison), soft_wrap=True)


def as_data(comparisons: list[Comparison]) -> dict[str, Any]:
    """Every sample, the ratios, their geometric mean and maximum."""
    ratios = [ratio for comparison in comparisons if (ratio := comparison.ratio) is not None]
    return {
        "programs": [
            asdict(comparison) | {"ratio": comparison.ratio} for comparison in comparisons
        ],
        "geometric_mean": geometric_mean(comparisons),
        "maximum": max(ratios, default=None),
    }


def start_up_as_data(result: StartUp) -> dict[str, float]:
    return asdict(result) | {"difference": result.difference}
