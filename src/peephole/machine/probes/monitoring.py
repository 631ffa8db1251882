"""sys.monitoring for guest code (PEP 669, Python/instrumentation.c).

The host keeps who uses which tool id, and says what is wrong with an argument; which events a tool
hears of guest code, and by which functions, is kept here.
"""

from __future__ import annotations

import sys
from types import CodeType, FunctionType, MethodType

from peephole.machine.hiding import hidden, hide_all
from peephole.machine.probes import events, switching
from peephole.machine.probes.versions import EXCEPTIONS_ARE_LOCAL
from peephole.machine.stack import call_on_stack
from peephole.machine.thread import current_thread
from peephole.machine.trampolines import executable_behind
from peephole.machine.values import NULL
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from peephole.machine.frame import Frame, Step
    from peephole.machine.probes.events import State
    from peephole.machine.thread import ThreadState

_monitoring: Any = sys.monitoring  # type: ignore[attr-defined, unused-ignore]
_BITS: dict[str, int] = {
    name: value for name, value in vars(_monitoring.events).items() if value and name.isupper()
}
_ALL = max(_BITS.values()) * 2
_C_EVENTS = _BITS["C_RETURN"] | _BITS["C_RAISE"]
_CALL_EVENTS = _C_EVENTS | _BITS["CALL"]
#: the one event for all branches, and what it stands for where there are two
_BRANCH = _BITS["BRANCH"]
_BRANCHES = _BITS.get("BRANCH_LEFT", 0) | _BITS.get("BRANCH_RIGHT", 0)
#: events that can be heard of one code object, and disabled where they come from
_LAST_LOCAL = _BITS["RERAISE"] if EXCEPTIONS_ARE_LOCAL else _BITS["STOP_ITERATION"]
_LOCAL = frozenset(
    name for name, value in _BITS.items() if value <= _LAST_LOCAL or name == "BRANCH"
)
_BOTH_WAYS = ("BRANCH_LEFT", "BRANCH_RIGHT")
_TOOLS = 6


class _Tool:
    """What one tool wants to hear."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.callbacks: dict[str, Any] = {}
        #: whether the callback for branches is one for both ways that they can go
        self.both_ways = False
        self.events = 0
        #: (code, events) by the id of the code
        self.local: dict[int, tuple[CodeType, int]] = {}
        #: (id of the code, offset or -1 for all of it, event) of what is not to be told any more
        self.disabled: set[tuple[int, int, str]] = set()

    def update(self) -> None:
        """Let the tool be told of the events that it wants to hear anywhere."""
        wanted = self.events
        for _, local in self.local.values():
            wanted |= local
        if wanted & _BITS["CALL"]:
            wanted |= _C_EVENTS
        heard = {name: self._listener(name) for name, bit in _BITS.items() if wanted & bit}
        events.listen(self.number, heard)
        switching.update(current_thread())

    def _listener(self, event: str) -> Any:
        bit = _BITS["CALL"] if event in ("C_RETURN", "C_RAISE") else _BITS[event]

        @hidden
        def told(thread: ThreadState, state: State, frame: Frame, step: Step, *more: Any) -> None:
            code = frame.executable.code
            wanted = self.events
            if self.local and id(code) in self.local:
                wanted |= self.local[id(code)][1]
            place = step.offset if bit <= _BITS["STOP_ITERATION"] else -1
            if not wanted & bit or (id(code), place, event) in self.disabled:
                return
            function = self.callbacks.get(event)
            if function is None:
                return
            where = step.line if event == "LINE" else step.offset
            more = tuple([_monitoring.MISSING if value is NULL else value for value in more])
            state.event = event
            result = _call(thread, state, frame, step, function, code, where, *more)
            state.event = ""
            if result is _monitoring.DISABLE:
                self._disable(event, code, place)

        return told

    def _disable(self, event: str, code: CodeType, offset: int) -> None:
        if event not in _LOCAL:
            del self.callbacks[event]
            raise ValueError(f"Cannot disable {event} events. Callback removed.")
        events = _BOTH_WAYS if self.both_ways and event in _BOTH_WAYS else (event,)
        self.disabled.update([(id(code), offset, event) for event in events])


_tools = [_Tool(number) for number in range(_TOOLS)]


def _call(
    thread: ThreadState, state: State, frame: Frame, step: Step, function: Any, *arguments: Any
) -> Any:
    """Call a callback, while nothing is told."""
    state.busy = True
    told, state.told = state.told, frame
    try:
        plain = function.__func__ if type(function) is MethodType else function
        if type(plain) is FunctionType and executable_behind(plain.__code__) is None:
            return call_on_stack(thread, frame, step, function, arguments)
        return function(*arguments)
    finally:
        state.busy = False
        state.told = told


def _tool(number: Any) -> _Tool | None:
    """A tool that is in use, None for anything else."""
    if type(number) is int and 0 <= number < _TOOLS and _monitoring.get_tool(number) is not None:
        return _tools[number]
    return None


def _is_set(value: Any) -> bool:
    """Whether it is a set of events that a tool can hear."""
    if type(value) is not int or not 0 <= value < _ALL:
        return False
    return not value & _C_EVENTS or value & _CALL_EVENTS == _CALL_EVENTS


def _normal(value: int) -> int:
    """A set of events as the host keeps it."""
    if value & _BRANCH and _BRANCHES:
        value = value & ~_BRANCH | _BRANCHES
    return value & ~_C_EVENTS


def register_callback(*arguments: Any) -> Any:
    """Let a tool's function be told of an event; the one before is returned."""
    if len(arguments) != 3 or type(arguments[0]) is not int or arguments[1] not in _BITS.values():
        return _monitoring.register_callback(*arguments)
    number, bit, function = arguments
    if not 0 <= number < _TOOLS:
        return _monitoring.register_callback(*arguments)
    name = next(name for name, value in _BITS.items() if value == bit)
    names = _BOTH_WAYS if name == "BRANCH" and _BRANCHES else (name,)
    if names[0] in _BOTH_WAYS:
        _tools[number].both_ways = name == "BRANCH"
    sys.audit("sys.monitoring.register_callback", function)
    callbacks = _tools[number].callbacks
    before = callbacks.get(names[0])
    for each in names:
        callbacks.pop(each, None)
        if function is not None:
            callbacks[each] = function
    return before


def get_events(*arguments: Any) -> Any:
    """The events that a tool hears of all code."""
    if len(arguments) == 1 and type(arguments[0]) is int and 0 <= arguments[0] < _TOOLS:
        return _tools[arguments[0]].events
    return _monitoring.get_events(*arguments)


def set_events(*arguments: Any) -> Any:
    """Let a tool hear events of all code."""
    tool = _tool(arguments[0]) if len(arguments) == 2 else None
    if tool is None or not _is_set(arguments[1]):
        return _monitoring.set_events(*arguments)
    tool.events = _normal(arguments[1])
    tool.update()
    return None


def get_local_events(*arguments: Any) -> Any:
    """The events that a tool hears of one code object."""
    tool = _tool(arguments[0]) if len(arguments) == 2 else None
    if tool is None or type(arguments[1]) is not CodeType:
        return _monitoring.get_local_events(*arguments)
    return tool.local.get(id(arguments[1]), (None, 0))[1]


def set_local_events(*arguments: Any) -> Any:
    """Let a tool hear events of one code object."""
    tool = _tool(arguments[0]) if len(arguments) == 3 else None
    if tool is None or type(arguments[1]) is not CodeType or not _is_set(arguments[2]):
        return _monitoring.set_local_events(*arguments)
    wanted = _normal(arguments[2])
    if wanted >= 2 * _LAST_LOCAL:
        return _monitoring.set_local_events(*arguments)
    if wanted:
        tool.local[id(arguments[1])] = arguments[1], wanted
    else:
        tool.local.pop(id(arguments[1]), None)
    tool.update()
    return None


def restart_events(*arguments: Any) -> Any:
    """Tell everything again that was disabled."""
    for tool in _tools:
        tool.disabled.clear()
    return _monitoring.restart_events(*arguments)


def free_tool_id(*arguments: Any) -> Any:
    """Let go of a tool."""
    _clear(arguments)
    return _monitoring.free_tool_id(*arguments)


def clear_tool_id(*arguments: Any) -> Any:
    """Let a tool hear nothing any more."""
    _clear(arguments)
    return _monitoring.clear_tool_id(*arguments)


def _clear(arguments: tuple[Any, ...]) -> None:
    tool = _tool(arguments[0]) if len(arguments) == 1 else None
    if tool is not None and hasattr(_monitoring, "clear_tool_id"):
        tool.callbacks.clear()
        tool.local.clear()
        tool.disabled.clear()
        tool.events = 0
        tool.update()


def all_events(*arguments: Any) -> Any:
    """The tools that hear each event, as bits."""
    if arguments:
        return _monitoring._all_events(*arguments)
    found = {}
    for name, bit in _BITS.items():
        tools = sum([1 << tool.number for tool in _tools if tool.events & bit])
        if tools:
            found[name] = tools
    return found


hide_all(globals())
