"""`peephole dis`: code objects with all that is known of them."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from peephole.analysis.alignment import aligned
from peephole.analysis.listing import Listing
from peephole.analysis.side_by_side import side_by_side
from peephole.analysis.stack import stack_texts
from peephole.assembly import asm_lines
from peephole.cli import archives, output
from peephole.cli.archive_listing import print_archive
from peephole.cli.compilers import syntax_error_text, versions
from peephole.cli.shown import Shown, find_for_each, find_shown, with_paths
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
    function: str | None = None,
) -> int:
    """Show what `target` or the source `command` stands for; return the exit status.

    `style`: of text, "peephole", "asm" or one of `peephole.disassembly.STYLES`. `python`: what
    `--python` was given. `function`: the qualified name of what alone is shown. Raises
    PeepholeError for bad input; a syntax error is shown as `python` shows it.
    """
    _check("--format", format, ("text", "json"))
    _check("--style", style, ("peephole", *STYLES, "asm"))
    if target is not None and command is None and function is None:
        archive, member = archives.split(target) or ("", "")
        if archive and not member:
            print_archive(archive, format)
            return 0
    wanted = versions(python)
    if len(wanted) > 1:
        return show_versions(target, command, wanted, format, style, show_caches, function)
    try:
        shown = find_shown(target, command, wanted[0] if wanted else None, function)
    except SyntaxError as error:
        print(syntax_error_text(error), file=sys.stderr)
        return BAD_INPUT
    if format == "json":
        print_json([shown], show_caches)
    elif style == "peephole":
        output.print_lines(listed(shown, show_caches))
    else:
        print_style(shown, style, show_caches)
    return 0


def _check(option: str, value: str, choices: tuple[str, ...]) -> None:
    if value not in choices:
        raise PeepholeError(f"{option} is one of {', '.join(choices)}, not {value!r}")


def show_versions(
    target: str | None,
    command: str | None,
    wanted: list[str],
    format: str,
    style: str,
    show_caches: bool,
    function: str | None,
) -> int:
    """Show what several versions make of a target, side by side; those that refuse it say why."""
    found, refused = find_for_each(target, command, wanted, function)
    for version, error in refused:
        print(f"Python {version} refuses it:\n{syntax_error_text(error)}", file=sys.stderr)
    if not found:
        return BAD_INPUT
    if format == "json":
        print_json(found, show_caches)
    elif style != "peephole":
        for shown in found:
            print(f"Python {shown.codes[0].version}:")
            print_style(shown, style, show_caches)
            print()
    else:
        output.print_lines(in_columns(found))
    return 0


def in_columns(found: Sequence[Shown]) -> Iterator[Line]:
    """The lines that show the code objects of several versions side by side."""
    width, signs = output.width(), output.signs()
    named = [[each for code in shown.codes for each in with_paths(code)] for shown in found]
    rows = aligned([[path for _, path in codes] for codes in named])
    sources = [shown.source for shown in found]
    for number, row in enumerate(rows):
        if number:
            yield []
        pairs = zip(named, row, strict=True)
        codes = [None if index is None else codes[index][0] for codes, index in pairs]
        yield from side_by_side(codes, sources, width, signs)


def print_style(shown: Shown, style: str, show_caches: bool) -> None:
    """Print the text of one of `STYLES`, or that which `peephole asm` makes the same file of."""
    if style == "asm":
        if len(shown.codes) > 1:
            raise PeepholeError(f"--style asm shows one code object: there are {len(shown.codes)}")
        for line in asm_lines(shown.codes[0]):
            print(output.encodable(line))
        return
    for code in shown.codes:
        for line in STYLES[style](code, TextOptions(show_caches=show_caches)):
            print(output.printable(line))


def print_json(found: Sequence[Shown], show_caches: bool) -> None:
    """Print a list with a line for each code object."""
    codes = [code for shown in found for code in shown.codes]
    objects = [form for code in codes for form in to_json(code, stack_texts, show_caches)]
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
