"""Frames and steps: what the evaluation loop works on."""

from __future__ import annotations

from peephole.machine.hiding import hidden, hide_all
from peephole.machine.settings import settings
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType, FrameType, FunctionType
    from typing import Any, ClassVar

    from peephole.machine.executable import Executable

    #: [leaf, first slot, operand, next node, step]
    Node = list[Any]


def no_function() -> None:
    """A reference to no function."""


class Step:
    """One instruction of a code object as the machine runs it.

    `offset` is in bytes, `sp` the index into the frame's list just above the value stack as it
    is before the instruction.
    """

    __slots__ = ("handler", "offset", "oparg", "opname", "owner", "sp")

    def __init__(self, owner: Executable, offset: int, opname: str, oparg: int, sp: int) -> None:
        self.owner = owner
        self.offset = offset
        self.opname = opname
        self.oparg = oparg
        self.sp = sp
        #: (node of the handler, index of the slot for what it finds, whether lasti goes first)
        self.handler: tuple[Node, int, bool] | None = None

    @property
    def opcode(self) -> int:
        """The opcode, by the host's version."""
        return self.owner.code.co_code[self.offset]

    @property
    def depth(self) -> int:
        """How many values are on the stack before the instruction."""
        return self.sp - self.owner.base

    @property
    def line(self) -> int | None:
        """The source line, None where there is none."""
        return self.owner.positions(self.offset)[0]

    @property
    def positions(self) -> tuple[int | None, int | None, int | None, int | None]:
        """(line, end line, column, end column), columns in UTF-8 bytes from 0."""
        return self.owner.positions(self.offset)

    @property
    def argrepr(self) -> str:
        """The operand's meaning, as dis shows it."""
        return self.owner.argrepr(self.offset)

    def __repr__(self) -> str:
        return f"<Step {self.offset} {self.opname} {self.oparg}>"


class SecondHalf(Step):
    """A load or store that the host, once the code is warm, executes as one with the instruction
    before it."""

    __slots__ = ()

    #: tells where the host says that it raises; set by `peephole.machine.quickening`
    where_raised: ClassVar[Callable[[SecondHalf, Frame], Step]]


class CallStep(Step):
    """A step that calls, with its inline cache."""

    __slots__ = ("executable", "function", "names")

    def __init__(self, owner: Executable, offset: int, opname: str, oparg: int, sp: int) -> None:
        Step.__init__(self, owner, offset, opname, oparg, sp)
        #: the function called last (a weak reference) and its executable
        self.function: Callable[[], Any] = no_function
        self.executable: Executable | None = None
        #: the names of the last arguments, where no operand has them
        self.names: tuple[str, ...] = ()


class FunctionStep(Step):
    """A MAKE_FUNCTION with the code object that it made a function of last, and the trampoline."""

    __slots__ = ("code", "trampoline")

    def __init__(self, owner: Executable, offset: int, opname: str, oparg: int, sp: int) -> None:
        Step.__init__(self, owner, offset, opname, oparg, sp)
        self.code: CodeType | None = None
        self.trampoline: CodeType | None = None


class YieldStep(Step):
    """A YIELD_VALUE or a SEND: a generator's frame can wait there."""

    __slots__ = ("resumed_by", "site")

    #: of a YIELD_VALUE, the oparg of the RESUME behind it: 1 yield, 2 yield from, 3 await
    resumed_by: int
    #: where the trampoline waits then (see `peephole.machine.generator_code`), inverted for a SEND
    site: int


class DoneStep(Step):
    """What a frame that runs translated code is told where another instruction is done, and every
    value in its slot: it can go on in the loop at `frame.node`."""

    __slots__ = ()


class EntryStep(Step):
    """What an entry of translated code has in the place of its step: the frame knows the step."""

    __slots__ = ()

    def __init__(self, step: Step) -> None:
        Step.__init__(self, step.owner, step.offset, step.opname, step.oparg, step.sp)
        self.handler = step.handler


class Frame:
    """An activation of guest code.

    `r` holds the local variables, cells and free variables, a NULL, and above it the value stack.
    """

    __slots__ = (
        "back",
        "builtins",
        "depth",
        "executable",
        "function",
        "globals",
        "husk",
        "locals",
        "node",
        "r",
        "ret",
        "sp",
        "step",
        "suspended",
    )

    executable: Executable
    #: the guest's function, None for a frame that native code entered
    function: Any
    r: list[Any]
    #: the next instruction
    node: Node
    #: the instruction that the frame is in, where it is not the one being executed
    step: Any
    #: the slot for the result of the call or yield that the frame waits for
    ret: int
    #: the slot above the value stack (kept where an observer hears of it only)
    sp: int
    back: Frame | None
    depth: int
    globals: dict[str, Any]
    builtins: dict[str, Any]
    #: the namespace of a module or class body, None in a function
    locals: Any
    #: the host's frame object that stands for this frame in tracebacks, once there is one
    husk: FrameType | None
    suspended: bool
    #: whether the frame is a generator's, and can be left and gone on with
    is_generator: ClassVar[bool] = False
    #: the host's frame of a generator's trampoline, once somebody has asked for it
    trampoline: FrameType | None = None

    @property
    def code(self) -> CodeType:
        """The guest's code object."""
        return self.executable.code

    @property
    def stack(self) -> list[Any]:
        """The values now on the value stack, bottom to top (NULL for NULL)."""
        return self.r[self.executable.base : self.sp]

    @property
    def top(self) -> Any:
        """The value on top of the value stack, NULL where the stack is empty."""
        return self.r[self.sp - 1]

    @property
    def line(self) -> int | None:
        """The source line that the frame is at."""
        step: Step = getattr(self, "step", None) or self.node[4]  # it may only begin
        return step.line

    def local_variables(self) -> dict[str, Any]:
        """The bound variables by name, cells looked into (a module's: its namespace)."""
        return self.executable.locals_of(self)

    def __repr__(self) -> str:
        return f"<Frame of {self.code.co_qualname}, {self.code.co_filename!r}>"


def prepare(
    frame: Frame, executable: Executable, probe: FunctionType, arguments: list[Any]
) -> None:
    """Make a frame that native code enters the machine with; `probe` has the function's globals,
    builtins and closure, the list of arguments becomes the frame's."""
    frame.executable = executable
    frame.function = None
    frame.globals = probe.__globals__
    frame.builtins = probe.__builtins__  # type: ignore[attr-defined, unused-ignore]
    if type(frame.globals) is not dict:
        frame.builtins = BehindGlobals(frame.builtins)
    frame.node = executable.decode()
    arguments += executable.tail
    if executable.free:
        arguments[executable.first_free : executable.size] = probe.__closure__ or ()
    frame.r = arguments
    frame.locals = None
    frame.husk = None
    frame.suspended = False
    frame.ret = 0
    frame.sp = executable.base


class BehindGlobals(dict):  # type: ignore[type-arg]
    """Builtins that seem empty at first sight: where the globals are no plain dict, a name that
    is not in them may have a value all the same."""

    def __contains__(self, name: object) -> bool:
        return False


hidden(BehindGlobals.__contains__)


def attach(frame: Frame, back: Frame | None) -> None:
    """Put a frame that native code enters on top of the thread's guest frames."""
    frame.back = back
    frame.depth = 1 if back is None else back.depth + 1
    if frame.depth > settings.limit:
        raise RecursionError("maximum recursion depth exceeded")


hide_all(globals())
