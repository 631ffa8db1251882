"""The command line: `peephole COMMAND ...`."""

import sys

from peephole.cli.options import RUNNING, wants_help


def main() -> int:
    """Run the command that `sys.argv` asks for and return the exit status.

    `run` and `trace` start a program, and that has to be quick: they read their few options by
    themselves.  What builds the other commands and the help texts is imported only for these.
    """
    words = sys.argv[1:]
    if words and words[0] in RUNNING and not wants_help(words[0], words[1:]):
        from peephole.cli.run import run_command

        return run_command(words[0], words[1:], sys._getframe(1))
    from peephole.cli.app import run_app

    return run_app(words)
