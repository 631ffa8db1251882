"""The commands, their options and their help, with Typer."""

from __future__ import annotations

import inspect
from typing import Annotated, Any

import typer

from peephole import __version__
from peephole.cli import code_commands
from peephole.cli.options import RUNNING, Option
from peephole.cli.prose import prose
from peephole.errors import PeepholeError
from peephole.launch import BAD_INPUT, complain

_ABOUT = prose("""
See what CPython does with your code, one bytecode instruction at a time.

[bold]peephole run[/] FILE runs a program on a machine made of CPython's instructions, exactly as
[bold]python[/] would; [bold]peephole trace[/] FILE shows every instruction as it executes;
[bold]peephole dis[/] shows the instructions without running them; [bold]peephole explain[/] says
what an instruction does.
""")

_TARGET = """
TARGET is what it is for [bold]python[/]: FILE (a script, or a directory or zip file with a
__main__.py), -m MODULE, -c CODE, or - for standard input. What follows it is the program's own.
"""

_ABOUTS = {
    "run": f"""
Run a program on the machine, as [bold]python[/] would run it.
{_TARGET}
The program and the modules beside it run on the machine; what else they import runs natively,
unless you --include it or take --all.

[dim]peephole run fib.py 20
[/][dim]peephole run --all -m json.tool data.json
[/][dim]peephole run --stats -c "print(sum(range(10)))"[/]
""",
    "trace": f"""
Run a program on the machine and show every instruction as it executes.
{_TARGET}
Shown are the source line, offset, name and operand of each instruction, the value stack after
it, whether a jump is taken; calls and returns, indented; exceptions and where they are handled.
The trace goes to standard error.

[dim]peephole trace --function fib fib.py 3
[/][dim]peephole trace --opcode CALL,BINARY_OP --limit 20 -c "print(1 + 2)"
[/][dim]peephole trace --format json --output trace.jsonl fib.py[/]
""",
}

app = typer.Typer(
    name="peephole",
    help=_ABOUT,
    rich_markup_mode="rich",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_PYTHON = typer.Option("--python", metavar="VERSION", help="A version of Python: 3.8 to 3.15.")


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"peephole {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def peephole(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    if context.invoked_subcommand is None:
        print(context.get_help())


def _add_running(command: str) -> None:
    """Add a command that runs a program: its help; its words are read before it comes to this."""

    def run(context: typer.Context, **values: Any) -> None:
        from peephole.cli.run import run_target

        raise typer.Exit(run_target(command, values, context.args, None))

    signature = [
        inspect.Parameter("context", _KEYWORD, annotation=typer.Context),
        *(_parameter(option) for option in RUNNING[command]),
    ]
    run.__signature__ = inspect.Signature(signature)  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in signature}
    settings = {
        "allow_extra_args": True,
        "allow_interspersed_args": False,
        "ignore_unknown_options": True,
    }
    usage = "[OPTIONS] TARGET [ARGS]..."
    about = prose(_ABOUTS[command])
    app.command(command, help=about, options_metavar=usage, context_settings=settings)(run)


_KEYWORD = inspect.Parameter.KEYWORD_ONLY


def _parameter(option: Option) -> inspect.Parameter:
    kinds: dict[str, Any] = {"flag": bool, "list": list[str], "number": int, "text": str}
    kind = kinds[option.kind]
    metavar = option.metavar or None
    declared = typer.Option("--" + option.name, metavar=metavar, help=option.help)
    if option.kind == "flag":
        default: Any = False
    else:
        default, kind = None, kind | None
    return inspect.Parameter(
        option.key, _KEYWORD, annotation=Annotated[kind, declared], default=default
    )


for _command in RUNNING:
    _add_running(_command)


_EXPLAIN = """
Say what an instruction does; without OPNAME, list all of them.

Its effect on the value stack, its operand and the tables that this reads, whether it can
jump, raise or call, its caches and specialized forms, the versions that have it and what
they changed.

[dim]peephole explain BINARY_OP
[/][dim]peephole explain --family calls --python 3.15[/]
"""


@app.command(help=prose(_EXPLAIN))
def explain(
    opname: Annotated[
        str | None, typer.Argument(metavar="OPNAME", help="An instruction, like BINARY_OP.")
    ] = None,
    family: Annotated[
        str | None, typer.Option(metavar="FAMILY", help="List a family, like calls or jumps.")
    ] = None,
    python: Annotated[str | None, _PYTHON] = None,
    format: Annotated[str, typer.Option(metavar="text|json", help="How to show it.")] = "text",
) -> None:
    from peephole.cli import explain as explaining

    if format not in ("text", "json"):
        raise PeepholeError(f"--format is one of text, json, not {format!r}")
    if opname is not None:
        explaining.print_instruction(opname, python, format == "json")
    elif family is not None:
        explaining.print_family(family, python)
    else:
        explaining.print_all(python)


code_commands.add_to(app)


# The library's exception for wrong usage; where it lives has changed between its versions.
_UsageError: Any = next(c for c in typer.BadParameter.__mro__ if c.__name__ == "ClickException")


def run_app(words: list[str]) -> int:
    """Run a command; bad input gets one line and status 2."""
    try:
        status = app(words, prog_name="peephole", standalone_mode=False)
    except PeepholeError as problem:
        complain(problem)
        return BAD_INPUT
    except _UsageError as problem:
        message = problem.format_message().rstrip(".")
        complain(PeepholeError(message[:1].lower() + message[1:] + " (see peephole --help)"))
        return BAD_INPUT
    except typer.Abort:
        return 130
    except BrokenPipeError:
        return 0
    return status if isinstance(status, int) else 0
