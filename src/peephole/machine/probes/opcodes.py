"""When trace functions are told of single instructions: what f_trace_opcodes does."""

from __future__ import annotations

from peephole.machine.hiding import hide_all
from peephole.machine.probes.versions import AT_ONCE, AT_SETTRACE, BY_CODE, OPCODE_RULE
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from peephole.machine.executable import Executable


class _Opcodes:
    """Which code objects tell of their instructions."""

    def __init__(self) -> None:
        #: whether f_trace_opcodes has been set anywhere
        self.allowed = False
        self._everywhere = OPCODE_RULE == AT_ONCE
        self._told: set[Executable] = set()

    def settrace(self) -> None:
        """sys.settrace is called."""
        if OPCODE_RULE == AT_SETTRACE:
            self._everywhere = self.allowed

    def begin(self, executable: Executable) -> None:
        """A frame of the code wants to be told."""
        self._told.add(executable)

    def end(self, executable: Executable) -> None:
        """A frame of the code does not want to be told."""
        self._told.discard(executable)

    def told_of(self, executable: Executable) -> bool:
        """Whether the code's instructions are told of."""
        return self._everywhere or (OPCODE_RULE == BY_CODE and executable in self._told)


hide_all(globals())
opcodes = _Opcodes()
