"""Lines of spans to standard output: coloured where it is a terminal, plain everywhere else."""

from __future__ import annotations

import os
import shutil
import sys
from typing import Any

from peephole.analysis.listing import BOXES, DEFAULT_WIDTH, PLAIN, Line, Signs, text_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

STYLES = {
    "arrow": "cyan",
    "label": "bold cyan",
    "handler": "bold red",
    "region": "red",
    "offset": "dim",
    "opname": "bold",
    "oparg": "dim",
    "meaning": "green",
    "bar": "dim",
    "stack": "yellow",
    "note": "dim italic",
    "line": "dim",
    "source": "bold blue",
    "rule": "dim",
    "title": "bold",
    "cache": "dim",
}


def signs() -> Signs:
    """Box characters, or ASCII where standard output cannot take them."""
    try:
        "".join((BOXES.arrows, *BOXES.region, BOXES.to, BOXES.rule, BOXES.above, "▶")).encode(
            sys.stdout.encoding or "ascii"
        )
    except (UnicodeEncodeError, LookupError):
        return PLAIN
    return BOXES


def width() -> int:
    """Characters to a line: the terminal's, or COLUMNS, or what is good to read."""
    if os.environ.get("COLUMNS", "").isdecimal() or sys.stdout.isatty():
        return max(shutil.get_terminal_size().columns, 40)
    return DEFAULT_WIDTH


def print_lines(lines: Iterable[Line]) -> None:
    """Print lines; characters that the output cannot take are escaped."""
    if sys.stdout.isatty() and not os.environ.get("NO_COLOR"):
        console = _console()
        for line in lines:
            console.print(_styled(line), soft_wrap=True)
        return
    for line in lines:
        print(printable(text_of(line)))


def printable(text: str) -> str:
    """`text` without control characters, which names in a strange file may have, and without
    what the encoding of standard output has not got: those are escaped."""
    return encodable(text.translate(_CONTROL))


def encodable(text: str) -> str:
    """`text` without what the encoding of standard output has not got: that is escaped."""
    encoding = sys.stdout.encoding or "ascii"
    return text.encode(encoding, "backslashreplace").decode(encoding)


_CONTROL = {number: f"\\x{number:02x}" for number in (*range(32), *range(127, 160))}


def _console() -> Any:
    from rich.console import Console

    return Console(highlight=False, emoji=False, markup=False)


def _styled(line: Line) -> Any:
    from rich.text import Text

    text = Text()
    for span in line:
        text.append(printable(span.text), STYLES.get(span.style))
    return text
