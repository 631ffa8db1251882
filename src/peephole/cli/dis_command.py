"""`peephole dis`: code objects with all that is known of them."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from peephole.analysis.listing import Listing
from peephole.analysis.stack import stack_texts
from peephole.cli import archives, output
from peephole.cli.archive_listing import print_archive
from peephole.cli.compilers import one_version, syntax_error_text
from peephole.cli.shown import Shown, find_shown
from peephole.disassembly import STYLES, TextOptions, to_json
from peephole.errors import PeepholeError
from peephole.launch import BAD_INPUT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from peephole.analysis.listing import Line


def dis_command(
    target: str | None,
    command: str | None,
    format: str = "text",
    style: str = "peephole",
    show_caches: bool = False,
    python: Sequence[str] = (),
) -> int:
    """Show what `target` or the source `command` stands for; return the exit status.

    `style`: of text, "peephole" or one of `peephole.disassembly.STYLES`. `python`: what
    `--python` was given. Raises PeepholeError for bad input; a syntax error is shown as `python`
    shows it.
    """
    _check("--format", format, ("text", "json"))
    _check("--style", style, ("peephole", *STYLES))
    if target is not None and command is None:
        archive, member = archives.split(target) or ("", "")
        if archive and not member:
            print_archive(archive, format)
            return 0
    try:
        shown = find_shown(target, command, one_version(python))
    except SyntaxError as error:
        print(syntax_error_text(error), file=sys.stderr)
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
