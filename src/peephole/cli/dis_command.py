"""`peephole dis`: code objects with all that is known of them."""

from __future__ import annotations

import json
import sys
import traceback
from typing import TYPE_CHECKING

from peephole.analysis.listing import Listing
from peephole.analysis.stack import stack_texts
from peephole.cli import output
from peephole.cli.shown import Shown, from_command, from_target
from peephole.disassembly import STYLES, TextOptions, to_json
from peephole.errors import PeepholeError
from peephole.launch import BAD_INPUT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peephole.analysis.listing import Line


def dis_command(
    target: str | None,
    command: str | None,
    format: str = "text",
    style: str = "peephole",
    show_caches: bool = False,
) -> int:
    """Show what `target` or the source `command` stands for; return the exit status.

    `style`: of text, "peephole" or one of `peephole.disassembly.STYLES`. Raises PeepholeError for
    bad input; a syntax error is shown as `python` shows it.
    """
    _check("--format", format, ("text", "json"))
    _check("--style", style, ("peephole", *STYLES))
    try:
        shown = find_shown(target, command)
    except SyntaxError as error:
        print("".join(traceback.format_exception_only(error)), end="", file=sys.stderr)
        return BAD_INPUT
    if format == "json":
        _print_json(shown, show_caches)
    elif style == "peephole":
        output.print_lines(listed(shown, show_caches))
    else:
        for code in shown.codes:
            for line in STYLES[style](code, TextOptions(show_caches=show_caches)):
                print(output.printable(line))
    return 0


def _check(option: str, value: str, choices: tuple[str, ...]) -> None:
    if value not in choices:
        raise PeepholeError(f"{option} is one of {', '.join(choices)}, not {value!r}")


def _print_json(shown: Shown, show_caches: bool) -> None:
    """Print a list with a line for each code object."""
    objects = [form for code in shown.codes for form in to_json(code, stack_texts, show_caches)]
    print("[" + ",\n".join(map(json.dumps, objects)) + "]")


def find_shown(target: str | None, command: str | None) -> Shown:
    """The code that a command's words ask for. Raises SyntaxError, PeepholeError."""
    if command is not None:
        if target is not None:
            raise PeepholeError("give either a TARGET or -c CODE, not both")
        return from_command(command)
    if target is None:
        raise PeepholeError(
            "nothing to show: give a .py or .pyc file, a module, module:qualname, -c CODE or -"
        )
    return from_target(target)


def listed(shown: Shown, show_caches: bool) -> Iterator[Line]:
    """The listings of all code objects, nested ones included, an empty line between them."""
    width, signs = output.width(), output.signs()
    first = True
    for whole in shown.codes:
        for code in whole.walk():
            if not first:
                yield []
            first = False
            yield from Listing(code, shown.source, width, signs, show_caches).lines()
