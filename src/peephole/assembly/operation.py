"""What editable code is made of: operations, labels, regions whose exceptions are handled."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from peephole.code.locations import Location

    Item = "Operation | Label"


class Label:
    """A place in editable code: that of the operation after it. Each one is its own."""

    __slots__ = ("name",)

    def __init__(self, name: str = "") -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"<Label {self.name}>" if self.name else f"<Label at {id(self):#x}>"


class Operation:
    """An instruction of editable code.

    - `opname`: of the code's version
    - `oparg`: the operand, a Label for what points to a place in the code (jumps, the handlers of
      3.8-3.10, the origin of END_ASYNC_FOR), None where there is no operand
    - `positions`: line, end line, column, end column (None for what is not known, up to 3.10 all
      but the line); None: those of the operation before it
    - `prefixes`: the least number of EXTENDED_ARG before it; there are more if the operand needs
      them
    """

    __slots__ = ("oparg", "opname", "positions", "prefixes")

    def __init__(
        self,
        opname: str,
        oparg: int | Label | None = None,
        positions: Location | None = None,
        prefixes: int = 0,
    ) -> None:
        self.opname = opname
        self.oparg = oparg
        self.positions = positions
        self.prefixes = prefixes

    @property
    def line(self) -> int | None:
        """The source line, None where it is not known or that of the operation before."""
        return None if self.positions is None else self.positions[0]

    def copy(self) -> Operation:
        """Another operation that is the same."""
        return Operation(self.opname, self.oparg, self.positions, self.prefixes)

    def __repr__(self) -> str:
        oparg = "" if self.oparg is None else f" {self.oparg}"
        return f"<Operation {self.opname}{oparg}>"


class TryRegion:
    """Operations from the label `start` up to the label `end` are handled at the label `handler`.

    The stack is cut to `depth` items first (None: as many as there are at `start`); `lasti`: the
    offset of the instruction that raised is pushed below the exception. 3.11 and later; before,
    SETUP_FINALLY and POP_BLOCK do it.
    """

    __slots__ = ("depth", "end", "handler", "lasti", "start")

    def __init__(
        self,
        start: Label,
        end: Label,
        handler: Label,
        depth: int | None = None,
        lasti: bool = False,
    ) -> None:
        self.start = start
        self.end = end
        self.handler = handler
        self.depth = depth
        self.lasti = lasti

    def __repr__(self) -> str:
        lasti = " lasti" if self.lasti else ""
        return f"<TryRegion {self.start!r} to {self.end!r} -> {self.handler!r}{lasti}>"
