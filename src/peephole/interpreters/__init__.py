"""The CPython interpreters of a machine: found, and asked to compile; programs are not executed.

python = peephole.interpreters.find("3.14")
code = python.compile(source, "module.py")  # a CodeObject of 3.14
"""

from .interpreter import Interpreter, find
from .places import candidates, installed

__all__ = ["Interpreter", "candidates", "find", "installed"]
