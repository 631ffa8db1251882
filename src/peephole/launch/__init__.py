"""Running a program target as `python` would: FILE, -m MODULE, -c CODE, - for stdin."""

from peephole.launch.program import BAD_INPUT, Program, complain
from peephole.launch.start import launch
from peephole.launch.target import Target, parse_target

__all__ = ["BAD_INPUT", "Program", "Target", "complain", "launch", "parse_target"]
