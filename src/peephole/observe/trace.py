"""What of an execution is shown: the events of the machine, filtered and made into records."""

from __future__ import annotations

from peephole import isa
from peephole.disassembly.decoder import decoder_of
from peephole.errors import PeepholeError
from peephole.isa.operands import JUMPS
from peephole.machine.events import Observer
from peephole.machine.hiding import hidden
from peephole.machine.scope import matches
from peephole.observe.shorten import MAX_TEXT, shorten, shorten_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Protocol

    from peephole.machine.frame import Frame, Step

    class Printer(Protocol):
        """Makes the records readable."""

        def instruction(
            self, frame: Frame, step: Step, stack: list[str], jump: str, target: int | None
        ) -> None: ...

        def event(self, kind: str, frame: Frame, details: dict[str, Any]) -> None: ...

        def end(self, limit: int) -> None: ...


_ALWAYS = ("JUMP_FORWARD", "JUMP_BACKWARD", "JUMP_BACKWARD_NO_INTERRUPT", "JUMP_ABSOLUTE")

#: How an instruction that can jump went on.
TAKEN, NOT_TAKEN, NO_JUMP = "taken", "not taken", ""

# Steps tell the meaning of their operands by it, and nothing may be imported while a guest runs.
decoder_of(isa.host_version())


class Filter:
    """What a trace shows: everything, or what matches one of each kind of pattern given.

    `functions` are names or qualified names, `modules` patterns as for scopes, `opcodes`
    opnames of the version that runs (PeepholeError if one is unknown).
    """

    __slots__ = ("_modules", "functions", "modules", "opcodes")

    def __init__(
        self,
        functions: tuple[str, ...] = (),
        modules: tuple[str, ...] = (),
        opcodes: tuple[str, ...] = (),
    ) -> None:
        self.functions = frozenset(functions)
        self.modules = modules
        self.opcodes = frozenset(known_opname(name) for name in opcodes)
        self._modules: dict[str, bool] = {}

    @hidden
    def wants(self, frame: Frame) -> bool:
        """Tell whether what happens in `frame` is shown."""
        code = frame.code
        if self.functions and not (
            code.co_name in self.functions or code.co_qualname in self.functions
        ):
            return False
        return not self.modules or self._wants_module(frame.globals.get("__name__"))

    @hidden
    def _wants_module(self, name: object) -> bool:
        if type(name) is not str:
            return False
        answer = self._modules.get(name)
        if answer is None:
            answer = False
            for pattern in self.modules:
                answer = answer or matches(pattern, name)
            self._modules[name] = answer
        return answer


def known_opname(name: str) -> str:
    """Return the opname as the running version writes it; PeepholeError if it has none such."""
    table = isa.table(isa.host_version())
    if name.upper() in table.opmap:
        return name.upper()
    raise PeepholeError(f"no instruction {name!r} in Python {table.version}")


class Trace(Observer):
    """Shows instructions as they are executed, and calls, returns and exceptions between them.

    After `limit` instructions it shows no more.  With `opcodes` in the filter it shows only
    these instructions and the exceptions they raise.
    """

    def __init__(self, printer: Printer, filter: Filter, limit: int | None = None) -> None:
        self._printer = printer
        self._filter = filter
        self._limit = limit
        self._shown = 0
        self._over = limit == 0
        self._wants_all = not (filter.functions or filter.modules)
        table = isa.table(isa.host_version())
        self._lengths = {name: 2 + 2 * table.caches.get(name, 0) for name in table.opmap}
        self._jumps = frozenset(n for n in table.opmap if table.operand.get(n) in JUMPS)

    @hidden
    def instruction(self, frame: Frame, step: Step, target: Step | None, top: Any) -> None:
        if self._over or not (self._wants_all or self._filter.wants(frame)):
            return
        opcodes = self._filter.opcodes
        if opcodes and step.opname not in opcodes:
            return
        jump, goal = NO_JUMP, None
        if target is not None and step.opname in self._jumps:
            goal = target.offset
            following = step.offset + self._lengths[step.opname]
            always = step.opname in _ALWAYS
            jump = TAKEN if always or goal != following else NOT_TAKEN
        self._show(frame, step, jump, goal)

    @hidden
    def _show(self, frame: Frame, step: Step, jump: str, goal: int | None) -> None:
        stack = [shorten(value) for value in frame.stack]
        self._printer.instruction(frame, step, stack, jump, goal)
        self._shown += 1
        if self._shown == self._limit:
            self._over = True
            self._printer.end(self._limit)

    @hidden
    def _event(self, kind: str, frame: Frame, **details: Any) -> None:
        if self._over or (self._filter.opcodes and not self._is_wanted_failure(kind, details)):
            return
        if self._wants_all or self._filter.wants(frame):
            self._printer.event(kind, frame, details)

    @hidden
    def _is_wanted_failure(self, kind: str, details: dict[str, Any]) -> bool:
        return kind in ("raise", "reraise") and details["step"].opname in self._filter.opcodes

    @hidden
    def start(self, frame: Frame) -> None:
        self._event("call", frame, arguments=_arguments(frame))

    @hidden
    def resume(self, frame: Frame) -> None:
        self._event("resume", frame)

    @hidden
    def suspend(self, frame: Frame, value: object) -> None:
        self._event("yield", frame, value=shorten(value))

    @hidden
    def leave(self, frame: Frame, value: object) -> None:
        self._event("return", frame, value=shorten(value))

    @hidden
    def raised(self, frame: Frame, exception: BaseException, step: Step) -> None:
        self._event("raise", frame, exception=shorten(exception), step=step)

    @hidden
    def reraised(self, frame: Frame, exception: BaseException, step: Step) -> None:
        self._event("reraise", frame, exception=shorten(exception), step=step)

    @hidden
    def handled(self, frame: Frame, exception: BaseException, step: Step) -> None:
        self._event("handle", frame, exception=shorten(exception), step=step)

    @hidden
    def unwind(self, frame: Frame, exception: BaseException) -> None:
        self._event("unwind", frame, exception=shorten(exception))


_VARARGS, _VARKEYWORDS = 0x4, 0x8


@hidden
def _arguments(frame: Frame) -> dict[str, str]:
    """The arguments that a function's frame starts with, by name; {} for modules and classes."""
    code = frame.code
    count = code.co_argcount + code.co_kwonlyargcount
    count += bool(code.co_flags & _VARARGS) + bool(code.co_flags & _VARKEYWORDS)
    names = code.co_varnames[:count]
    return {name: shorten(value) for name, value in zip(names, frame.r, strict=False)}


@hidden
def meaning(step: Step) -> str:
    """What the instruction's operand stands for, short enough for a line."""
    text = step.argrepr
    if text.startswith("<code object "):
        text = text.partition(" at 0x")[0] + ">"
    return shorten_text(text, MAX_TEXT)
