"""One instruction of a code object, with everything that is known about it."""

from __future__ import annotations

from typing import Any, NamedTuple, TypeVar

from peephole.isa.tables import POINTING


class Unknown:
    """The value of an operand that points to nothing; there is one, `UNKNOWN`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "<unknown>"


UNKNOWN = Unknown()


_POINTING = frozenset(POINTING)
_Class = TypeVar("_Class")


def made_of_an_iterable(fields: type[_Class]) -> type[_Class]:
    """The same class, but called with one iterable of all fields, as `tuple` is.

    Then no Python code is executed to make an instance, which is much of what decoding takes.
    """
    taken = dict(vars(fields))
    for name in ("__new__", "__getnewargs__"):
        del taken[name]
    return type(fields.__name__, (tuple,), taken)


@made_of_an_iterable
class Instruction(NamedTuple):
    """An instruction; the fields mean what those of the version's own dis.Instruction mean.

    - `opcode`, `opname`: the number and its name, "<n>" for a number that is no instruction
    - `oparg`: the operand with the EXTENDED_ARGs before it, None for an instruction without one
    - `argval`, `argrepr`: what the operand stands for, and the text that dis shows for it
    - `cache_info`: (name, code units, bytes) of each inline cache entry
    - `offset`: of the instruction itself, in bytes
    - `starts_line`: whether a source line starts here
    - `positions`: line, end line, column, end column; lines count from 1, columns from 0 in UTF-8
      bytes, the end column is exclusive; None for what is not known (up to 3.10 all but the line)
    - `label`: the number, counted from 1 through the code, of this instruction as the target of
      another one; None if it is no target
    - `start_offset`: where its first EXTENDED_ARG is; `offset` if there is none
    """

    opcode: int
    opname: str
    oparg: int | None
    argval: Any
    argrepr: str
    cache_info: tuple[tuple[str, int, bytes], ...]
    offset: int
    starts_line: bool
    positions: tuple[int | None, int | None, int | None, int | None]
    label: int | None
    start_offset: int

    @property
    def line(self) -> int | None:
        """The source line it belongs to."""
        return self.positions[0]

    @property
    def jump_target(self) -> int | None:
        """The offset in bytes that a jump, or the handler that a SETUP instruction of 3.8-3.10
        installs, points to, which is its argval; None for other instructions."""
        if self.opname not in _POINTING or self.oparg is None:
            return None
        target: int = self.argval
        return target

    @property
    def is_jump_target(self) -> bool:
        """Whether another instruction points here."""
        return self.label is not None

    @property
    def cache_offset(self) -> int:
        """Where the inline cache begins, in bytes."""
        return self.offset + 2

    @property
    def end_offset(self) -> int:
        """Where the next instruction begins, in bytes: after the inline cache."""
        return self.offset + 2 + 2 * sum(units for _, units, _ in self.cache_info)
