"""Who listens to what: events by name, in the vocabulary of sys.monitoring (PEP 669)."""

from __future__ import annotations

from peephole.machine.hiding import hide_all
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from peephole.machine.frame import Frame, Node, Step
    from peephole.machine.thread import ThreadState


class State:
    """What the probes know of one thread."""

    __slots__ = (
        "awaited",
        "branched",
        "busy",
        "closed",
        "ended",
        "event",
        "iterated",
        "landing",
        "leaving",
        "profile",
        "told",
        "trace",
    )

    def __init__(self) -> None:
        #: the functions of sys.settrace and sys.setprofile
        self.trace: Any = None
        self.profile: Any = None
        #: while a listener is called: nothing is told then
        self.busy = False
        #: the frame that the listener is told of, which knows its instruction itself
        self.told: Frame | None = None
        #: (type of the iterator, whether a value was sent) of a frame's FOR_ITER or SEND
        self.iterated: dict[Frame, tuple[type, bool]] = {}
        #: a frame that has told of its return, if an exception is to leave it at once
        self.leaving: Frame | None = None
        #: a generator's frame that is closed without running anything
        self.closed: Frame | None = None
        #: the branch that a frame has executed and not told of yet
        self.branched: dict[Frame, Step] = {}
        #: how the generator or __next__ ended that has ended last: a value or a StopIteration
        self.ended: Any = None
        #: the event of the trace function that is called
        self.event = ""
        #: where a trace function has told the frame to go on
        self.landing: Node | None = None
        #: (step, callable, first argument) of a frame's call of native code that has been told
        self.awaited: dict[Frame, tuple[Step, Any, Any]] = {}


EVENTS = (
    "PY_START",
    "PY_RESUME",
    "PY_THROW",
    "PY_RETURN",
    "PY_YIELD",
    "PY_UNWIND",
    "LINE",
    "INSTRUCTION",
    "CALL",
    "C_RETURN",
    "C_RAISE",
    "JUMP",
    "BRANCH",
    "BRANCH_LEFT",
    "BRANCH_RIGHT",
    "RAISE",
    "RERAISE",
    "EXCEPTION_HANDLED",
    "STOP_ITERATION",
)

#: the listeners of every event, in the order in which they are told: they take the thread, its
#: state, the frame, the step, and what the event has more
heard: dict[str, tuple[Any, ...]] = dict.fromkeys(EVENTS, ())
_groups: dict[int, dict[str, Any]] = {}


def listen(place: int, listeners: dict[str, Any]) -> None:
    """Let functions listen, by event, in the place of those that listened there; the higher places
    are told first."""
    _groups[place] = listeners
    if not listeners:
        del _groups[place]
    for event in EVENTS:
        heard[event] = tuple(
            _groups[other][event]
            for other in sorted(_groups, reverse=True)
            if event in _groups[other]
        )


def listening() -> bool:
    """Whether anybody does."""
    return bool(_groups)


def state_of(thread: ThreadState) -> State:
    """What the probes know of a thread."""
    state: State | None = thread.probing
    if state is None:
        state = thread.probing = State()
    return state


def tell(
    event: str, thread: ThreadState, state: State, frame: Frame, step: Step, *more: Any
) -> None:
    """Tell the listeners of an event; what one raises goes out, and the others are not told."""
    for listener in heard[event]:
        listener(thread, state, frame, step, *more)


hide_all(globals())
