"""Runs a program on the machine as a library does, with an observer or without one.

    python driver.py unobserved|observed FILE [ARGS...]

The observer counts the instructions by opname and looks at the top of the stack after each.
"""

import sys
import types
from collections import defaultdict
from typing import Any

from peephole.machine import Machine
from peephole.machine.events import Observer


class Counting(Observer):
    """The least that an observer of every instruction does."""

    def __init__(self) -> None:
        self.counts: defaultdict[str, int] = defaultdict(int)
        self.top: object = None

    def instruction(self, frame: Any, step: Any, target: Any, top: Any) -> None:
        self.counts[step.opname] += 1
        self.top = top


def main(mode: str, path: str, *arguments: str) -> None:
    with open(path, encoding="utf-8") as file:
        code = compile(file.read(), path, "exec")
    sys.argv = [path, *arguments]
    module = types.ModuleType("__main__")
    module.__file__ = path
    sys.modules["__main__"] = module
    observer = Counting() if mode == "observed" else None
    Machine(observer=observer).exec(code, module.__dict__)
    if observer is not None and not observer.counts:
        sys.exit("the observer saw no instruction")


if __name__ == "__main__":
    main(*sys.argv[1:])
