"""The commands that show and check code without running it: their options and their help."""

from __future__ import annotations

from typing import Annotated

import typer

from peephole.cli.prose import prose

_TARGET = typer.Argument(
    metavar="TARGET",
    help="A .py or .pyc file (also pkg.whl/mod.py), a module, any with :QUALNAME; - is stdin.",
)
_COMMAND = typer.Option("-c", metavar="CODE", help="Source code, in place of a TARGET.")

_PYTHON = typer.Option(
    "--python",
    metavar="VERSION",
    help="Compile source with this Python (3.8 to 3.15, or a path), in place of the running one.",
)

_DIS = """
Show the instructions of a program, a module or a function, without running anything.

Beside each instruction are the jumps, as arrows, the exception handler that holds for it, and what
lies on the value stack before it, bottom to top. B3 names a block, B5! one that exceptions lead
to, ┌→B5 the instructions whose exceptions go there, …2 that there are two more items below.
--python compiles with another Python; several of them are shown side by side. An archive (.whl,
.zip) is listed, and pkg.whl/pkg/mod.pyc is a file in it.

[dim]peephole dis fib.py
[/][dim]peephole dis json:JSONDecoder.decode
[/][dim]peephole dis -c "print(a or b)" --format json
[/][dim]peephole dis fib.py --python 3.8,3.11,3.15
[/][dim]peephole dis __pycache__/fib.cpython-38.pyc --style dis[/]
"""

_ASM = """
Make a .pyc file, for any version from 3.8 to 3.15, of assembly text.

[bold]peephole dis --style asm[/] shows how the text looks, and what it shows of a .pyc file makes
the same bytes again. Stack size, jumps, exception and line tables are computed; what is wrong with
the text is told with its line.

[dim]peephole dis --style asm fib.pyc > fib.pasm
[/][dim]peephole asm fib.pasm -o fib.pyc[/]
"""

_CFG = """
Show the control flow of a program, a module or a function: blocks and the edges between them.

An edge is of the kind fallthrough, taken (a jump) or exception. Each block has the depth of the
stack as it is entered; handlers and loops are marked. svg is a drawing, dot is for Graphviz.

[dim]peephole cfg json:JSONDecoder.decode
[/][dim]peephole cfg fib.py --function fib --format svg > fib.svg[/]
"""

_DIFF = """
Show what two pieces of code differ in, instruction by instruction: what changed in meaning.

OLD and NEW are what [bold]peephole dis[/] takes, of any version; or one of them, compiled by two
versions of Python. Places in the source, the order of constants and jumps that only moved do not
count. The exit status is 0 if nothing differs, 1 if something does.

[dim]peephole diff old/fib.pyc new/fib.pyc
[/][dim]peephole diff fib.py --python 3.12 --python 3.15
[/][dim]peephole diff a.py:f b.py:f --format json[/]
"""

_VERIFY = """
Check that bytecode is such that the interpreter can trust it, without running anything.

FILE is a .pyc file of any version from 3.8 to 3.15, a .py file, or a directory or an archive (.whl,
.zip), of which the compiled files are checked. Each problem is told with its code object, offset
and rule. The exit status is 1 if there is one.

[dim]peephole verify __pycache__
[/][dim]peephole verify --format json a.pyc b.pyc[/]
"""

_ISA = "The instructions of each version of Python, and what changed between two."

_ISA_LIST = """
List the instructions of a version: number, name, kind of operand, inline cache entries, and what
each takes from the stack and leaves there.

[dim]peephole isa list --python 3.8[/]
"""

_ISA_DIFF = """
Show what changed in the instructions from one version to another: added, removed, other operands,
other effects on the stack, other caches, other numbers.

[dim]peephole isa diff 3.12 3.13[/]
"""

_FORMAT = typer.Option("--format", metavar="text|json", help="How to show it.")


def add_to(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command("dis", help=prose(_DIS))(dis)
    app.command("asm", help=prose(_ASM))(asm)
    app.command("cfg", help=prose(_CFG))(cfg)
    app.command("diff", help=prose(_DIFF))(diff)
    app.command("verify", help=prose(_VERIFY))(verify)
    instructions = typer.Typer(help=prose(_ISA))
    instructions.callback(invoke_without_command=True)(isa)
    instructions.command("list", help=prose(_ISA_LIST))(isa_list)
    instructions.command("diff", help=prose(_ISA_DIFF))(isa_diff)
    app.add_typer(instructions, name="isa")


def dis(
    target: Annotated[str | None, _TARGET] = None,
    command: Annotated[str | None, _COMMAND] = None,
    function: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Only what has that qualified name, and what is in it."),
    ] = None,
    format: Annotated[
        str, typer.Option(metavar="text|json", help="json is a list of code objects.")
    ] = "text",
    style: Annotated[
        str,
        typer.Option(
            metavar="peephole|dis|asm",
            help="Of text; dis is what the version's own dis prints, asm what peephole asm reads.",
        ),
    ] = "peephole",
    show_caches: Annotated[
        bool, typer.Option("--show-caches", help="Show the inline caches, too.")
    ] = False,
    python: Annotated[list[str] | None, _PYTHON] = None,
) -> None:
    from peephole.cli.dis_command import dis_command

    raise typer.Exit(
        dis_command(target, command, format, style, show_caches, python or (), function)
    )


def asm(
    file: Annotated[
        str, typer.Argument(metavar="FILE.pasm", help="The assembly text; - is stdin.")
    ],
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE.pyc",
            help="Where to write, - is stdout; FILE.pyc if not given.",
        ),
    ] = None,
) -> None:
    from peephole.cli.asm_command import asm_command

    raise typer.Exit(asm_command(file, output))


def cfg(
    target: Annotated[str | None, _TARGET] = None,
    command: Annotated[str | None, _COMMAND] = None,
    function: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Only the code object of that qualified name."),
    ] = None,
    format: Annotated[
        str, typer.Option(metavar="text|svg|dot|json", help="How to show it.")
    ] = "text",
    python: Annotated[list[str] | None, _PYTHON] = None,
) -> None:
    from peephole.cli.cfg_command import cfg_command

    raise typer.Exit(cfg_command(target, command, function, format, python or ()))


def diff(
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="A file or module, any with :QUALNAME.")
    ],
    new: Annotated[str | None, typer.Argument(metavar="NEW", help="Another one.")] = None,
    format: Annotated[str, typer.Option(metavar="text|json", help="How to show it.")] = "text",
    context: Annotated[
        int, typer.Option(metavar="N", help="Show N equal instructions around others.")
    ] = 3,
    python: Annotated[list[str] | None, _PYTHON] = None,
) -> None:
    from peephole.cli.diff_command import diff_command

    raise typer.Exit(diff_command(old, new, python or (), format, context))


def verify(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="FILE...", help="What to check.")
    ] = None,
    format: Annotated[str, typer.Option(metavar="text|json", help="How to tell.")] = "text",
    python: Annotated[list[str] | None, _PYTHON] = None,
) -> None:
    from peephole.cli.verify_command import verify_command

    raise typer.Exit(verify_command(files or [], format, python or ()))


def isa(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        print(context.get_help())


def isa_list(
    python: Annotated[
        str | None, typer.Option(metavar="VERSION", help="3.8 to 3.15; the running one if none.")
    ] = None,
    format: Annotated[str, _FORMAT] = "text",
) -> None:
    from peephole.cli.isa_command import list_command

    raise typer.Exit(list_command(python, format))


def isa_diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A version, like 3.12.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="Another one, like 3.13.")],
    format: Annotated[str, _FORMAT] = "text",
) -> None:
    from peephole.cli.isa_command import diff_command

    raise typer.Exit(diff_command(old, new, format))
