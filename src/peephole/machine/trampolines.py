"""What the code objects of guest functions lead to: see `peephole.machine.functions`."""

from __future__ import annotations

from peephole.machine.executable import Executable
from peephole.machine.hiding import hidden, hide_all
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType
    from typing import Any


class Body:
    """What a trampoline enters the machine with that is no plain function's."""

    __slots__ = ("executable",)

    def __init__(self, executable: Executable) -> None:
        self.executable = executable


class GeneratorBody(Body):
    """The body of a generator function, with what is the same for all its generators.

    `first` is the opname of what is done before the generator is made, `locals` a namespace that
    its variables are in (None: its own, or the globals).
    """

    __slots__ = ("first", "locals")

    def __init__(self, executable: Executable, first: str, locals: Any) -> None:
        Body.__init__(self, executable)
        self.first = first
        self.locals = locals


#: how many constants a function's template has at most
_TEMPLATE_CONSTANTS = 5


def executable_behind(code: CodeType) -> Executable | None:
    """The executable of a plain guest function's code object, None for any other code."""
    for constant in code.co_consts[1:_TEMPLATE_CONSTANTS]:
        if type(constant) is Executable:
            return constant
    return None


def run_by(code: CodeType) -> Executable | None:
    """The executable of any trampoline's code object, None for any other code."""
    for constant in code.co_consts[1:_TEMPLATE_CONSTANTS]:
        if type(constant) is Executable:
            return constant
        if isinstance(constant, Body):
            return constant.executable
    return None


def guest_behind(code: CodeType) -> CodeType | None:
    """The guest's code that a trampoline's code object runs, None for any other code."""
    executable = run_by(code)
    return None if executable is None else executable.code


hide_all(globals())
for _class in (Body, GeneratorBody):
    hidden(_class.__init__)
