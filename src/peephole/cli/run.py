"""`peephole run` and `peephole trace`: a program on the machine."""

from __future__ import annotations

import os

from peephole.cli.options import parse_options
from peephole.errors import PeepholeError
from peephole.launch import BAD_INPUT, Program, Target, complain, launch, parse_target
from peephole.launch.target import importer
from peephole.machine import imports
from peephole.machine.machine import Machine
from peephole.machine.scope import Scope

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType
    from typing import Any

    from peephole.machine.events import Observer


def run_command(command: str, words: Sequence[str], caller: FrameType | None) -> int:
    """Run a program as `words` say: options, then a target, then the program's arguments.

    `caller` is the frame that the command line was called from.  Returns the exit status, if
    the program does not end the process.
    """
    try:
        options, rest = parse_options(command, words)
    except PeepholeError as problem:
        complain(problem)
        return BAD_INPUT
    return run_target(command, options, rest, caller)


def run_target(
    command: str, options: dict[str, Any], words: Sequence[str], caller: FrameType | None
) -> int:
    """Run a program with the options read; `words` are the target and the program's arguments."""
    try:
        target = parse_target(list(words))
        machine = Machine(scope_of(target, options), None)
        program = Program(target, machine.exec, getattr(machine, "release", None))
        program.check()
        machine.observer = _observer(command, options, target)
    except PeepholeError as problem:
        complain(problem)
        return BAD_INPUT
    # Nothing of peephole may be imported once a program runs: it would be imported by the
    # program's import system, and with --all by the machine itself.
    import peephole.code.locations  # noqa: F401

    imports.install(machine)
    try:
        status = launch(program, caller)  # where the process is the program's, it does not return
    except SystemExit:
        imports.uninstall()
        raise
    imports.uninstall()
    return status


def scope_of(target: Target, options: dict[str, Any]) -> Scope:
    """The scope that the options ask for: without any, the program and what is beside it."""
    include = tuple(options["include"] or ())
    if target.kind == "file" and importer(target.filename()):
        root = target.filename()
    else:
        root = target.first_path() or os.getcwd()
    if target.kind == "module":
        package = target.value.partition(".")[0]
        include = (package + ".*", *include)
    exclude = tuple(options["exclude"] or ())
    return Scope((root,), include=include, exclude=exclude, everything=options["all"])


def _observer(command: str, options: dict[str, Any], target: Target) -> Observer | None:
    if command == "trace":
        return _trace(options, target)
    if options["stats"] or options["stats_file"] or options["stats_format"]:
        return _stats(options)
    return None


def _trace(options: dict[str, Any], target: Target) -> Observer:
    import peephole.disassembly  # noqa: F401 (before the program: see run_command)
    from peephole.launch.source import dedented
    from peephole.observe import output
    from peephole.observe.trace import Filter, Trace

    filter = Filter(*(tuple(options[name] or ()) for name in ("function", "module", "opcode")))
    write = output.to_file(options["output"]) if options["output"] else output.standard_error()
    if options["format"] == "json":
        from peephole.observe.json_lines import JsonPrinter

        return Trace(JsonPrinter(write), filter, options["limit"])
    from peephole.observe.text import TextPrinter

    sources = {"<string>": dedented(target.value)} if target.kind == "code" else {}
    return Trace(TextPrinter(write, sources), filter, options["limit"])


def _stats(options: dict[str, Any]) -> Observer:
    import atexit

    from peephole.observe import output
    from peephole.observe.stats import Stats

    name = options["stats_file"]
    write = output.to_file(name) if name else output.below_standard_output()
    stats = Stats()
    if options["stats_format"] == "json":
        from json import JSONEncoder

        encoder = JSONEncoder(indent=2)
        atexit.register(lambda: write(encoder.encode(stats.as_dict()) + "\n"))
    else:
        atexit.register(lambda: write(stats.as_text()))
    return stats
