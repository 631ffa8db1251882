"""A stand-in for peephole's command line: runs a target with the builtin `exec`."""

import builtins
import sys

from peephole.launch import Program, launch, parse_target


def main() -> int:
    program = Program(parse_target(sys.argv[1:]), builtins.exec)
    program.check()
    return launch(program, sys._getframe(1))


if __name__ == "__main__":
    sys.exit(main())
