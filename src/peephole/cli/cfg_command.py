"""`peephole cfg`: the control flow of code objects."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from peephole.analysis.graph_forms import graph_dot, graph_json, graph_lines
from peephole.cli import output
from peephole.cli.compilers import one_version, syntax_error_text
from peephole.cli.shown import find_shown
from peephole.code import CodeObject
from peephole.errors import PeepholeError
from peephole.launch import BAD_INPUT

if TYPE_CHECKING:
    from collections.abc import Sequence

FORMATS = ("text", "svg", "dot", "json")


def cfg_command(
    target: str | None,
    command: str | None,
    function: str | None,
    format: str,
    python: Sequence[str] = (),
) -> int:
    """Show the control flow of what `target` or the source `command` stands for.

    `function`: the qualified name of the only code object to show; `python`: what `--python` was
    given. Returns the exit status; raises PeepholeError for bad input; a syntax error is shown as
    `python` shows it.
    """
    if format not in FORMATS:
        raise PeepholeError(f"--format is one of {', '.join(FORMATS)}, not {format!r}")
    try:
        shown = find_shown(target, command, one_version(python), function)
    except SyntaxError as error:
        print(syntax_error_text(error), file=sys.stderr)
        return BAD_INPUT
    codes = shown.codes
    if function is None:
        codes = [each for code in codes for each in code.walk()]
    if format == "json":
        print("[" + ",\n".join(json.dumps(graph_json(code)) for code in codes) + "]")
    elif format == "dot":
        print(output.encodable(graph_dot(codes)))
    elif format == "svg":
        print(_svg(codes, shown.source))
    else:
        width, signs = output.width(), output.signs()
        for number, code in enumerate(codes):
            output.print_lines([[]] if number else [])
            output.print_lines(graph_lines(code, width, signs))
    return 0


def _svg(codes: list[CodeObject], source: list[str]) -> str:
    try:
        from peephole.cli.flow_svg import flow_svg
    except ImportError as error:
        raise PeepholeError(f"--format svg needs the package fast-sugiyama: {error}") from None
    # What the encoding of standard output has not got is written as XML can say it.
    encoding = sys.stdout.encoding or "ascii"
    return flow_svg(codes, source).encode(encoding, "xmlcharrefreplace").decode(encoding)
