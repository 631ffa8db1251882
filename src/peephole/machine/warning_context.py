"""Warnings that C code gives, at the guest's lines.

C code says where it is called from by the host's frames, and has none for the guest frame that
runs.  The entries of `warnings.filters` are asked before a warning is shown: they may be of any
class.  So the first entries are the machine's.  Where C code was called from a guest frame they
decide, by the entries that follow and by the guest's module and line, what happens to the warning;
where it is to be shown, `warnings._showwarnmsg` puts the guest's file and line into it.
The guest does not see these entries: a subclass of list leaves them out.
"""

from __future__ import annotations

import _warnings
import sys
from _thread import get_ident
from types import FunctionType

from peephole.machine.hiding import hidden, hide_all, visible_frame
from peephole.machine.host_loops import settle
from peephole.machine.marks import trampoline_frame
from peephole.machine.thread import current_thread
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, SupportsIndex

    from peephole.machine.frame import Frame
    from peephole.machine.thread import ThreadState


class _Asked:
    """What the entries have been asked about, and decided, in one thread."""

    __slots__ = ("decision", "filename", "line", "module", "name", "text")

    text: str
    module: Any
    #: "ignore", "error", "always", or None where the warning is not the machine's business
    decision: str | None
    filename: str
    line: int
    #: of the guest's module
    name: str


_asked: dict[int, _Asked] = {}


def _being_asked() -> _Asked:
    return _asked.setdefault(get_ident(), _Asked())


class _Text:
    """The pattern for the text: it matches."""

    def match(self, text: str) -> bool:
        _being_asked().text = text
        return True


class _Module:
    """The pattern for the module's name: it matches."""

    def match(self, module: Any) -> bool:
        _being_asked().module = module
        return True


class _Deciding(type):
    """The type of the classes that the entries hold warnings for."""

    def __subclasscheck__(cls, category: type) -> bool:
        if isinstance(category, _Deciding):  # asked for the filters' version only
            return cls is category
        asked = _being_asked()
        if cls is _Ignored:
            asked.decision = _decide(asked, category)
        return asked.decision == cls.__doc__


class _Ignored(Warning, metaclass=_Deciding):
    """ignore"""


class _Raised(Warning, metaclass=_Deciding):
    """error"""


class _Shown(Warning, metaclass=_Deciding):
    """always"""


_OWN: list[Any] = [
    ("ignore", _Text(), _Ignored, _Module(), 0),
    ("error", None, _Raised, None, 0),
    ("always", None, _Shown, None, 0),
]


def install() -> None:
    """Put the machine's entries before all others, once."""
    if isinstance(_warnings.filters, _Filters):  # type: ignore[attr-defined]
        return
    filters: list[Any] = _warnings.filters  # type: ignore[attr-defined]
    seen = _Filters(filters)
    filters[:0] = _OWN  # what C goes through while `warnings` is not imported
    _warnings.filters = seen  # type: ignore[attr-defined]
    module = sys.modules.get("warnings")
    if module is not None:
        module.filters = _Filters(item for item in module.filters if item not in _OWN)  # type: ignore[attr-defined]


def _decide(asked: _Asked, category: type) -> str | None:
    """What to do with a warning, None to leave it to the other entries."""
    thread = current_thread()
    frame = _caller_of_c(thread, asked.module)
    if frame is None:
        return None
    settle(thread)
    line = frame.executable.positions(frame.step.offset)[0] or 0
    asked.filename, asked.line = frame.code.co_filename, line
    name = frame.globals.get("__name__")
    module = asked.name = name if isinstance(name, str) else "<string>"
    _watch_shown()
    key = (asked.text, category, line)
    registry = _registry(frame.globals)
    if registry.get(key):
        return "ignore"
    action = _action(asked.text, category, module, line)
    if action in ("error", "ignore"):
        return action
    if action in ("once", "module", "default"):
        registry[key] = 1
    if action == "once":
        registry = _warnings._onceregistry  # type: ignore[attr-defined]
    if action in ("once", "module"):
        key = (asked.text, category, 0)
        if registry.get(key):
            return "ignore"
        registry[key] = 1
    return "always"


def _caller_of_c(thread: ThreadState, module: Any) -> Frame | None:
    """The guest frame that C code was called from directly, None where native Python code was."""
    frame, host = thread.frame, thread.host
    if frame is None or host is None:
        return None
    if thread.live is not None and thread.live.frames[0] is frame:
        return None
    top = bottom = visible_frame()
    trampoline = trampoline_frame(frame)
    while bottom is not None and bottom is not host.f_back and bottom is not trampoline:
        bottom = bottom.f_back
    named = "sys" if bottom is None else bottom.f_globals.get("__name__")
    if module != named:  # C code has said what module, or native Python code is there
        return None
    # native Python code called from C: is it too that the warning is given for?
    called = top is not bottom and top is not None and top.f_globals.get("__name__") == named
    return None if called else frame


def _registry(globals: dict[str, Any]) -> dict[Any, Any]:
    """The warnings that a module has given, since the filters were last changed."""
    probe: dict[Any, Any] = {}
    asked = _being_asked()
    kept = asked.text, asked.module
    _warnings.warn_explicit("", _Ignored, "", 0, "", probe)
    asked.text, asked.module = kept
    registry: dict[Any, Any] = globals.setdefault("__warningregistry__", {})
    if registry.get("version") != probe.get("version"):
        registry.clear()
        registry["version"] = probe.get("version")
    return registry


def _action(text: str, category: type, module: str, line: int) -> str:
    """What the entries say but the machine's (`get_filter`, Python/_warnings.c)."""
    source = sys.modules.get("warnings", _warnings)
    for action, message, kind, name, number in [*source.filters]:  # type: ignore[attr-defined]
        if isinstance(kind, _Deciding):
            continue
        if (
            _matches(message, text)
            and issubclass(category, kind)
            and _matches(name, module)
            and number in (0, line)
        ):
            return action  # type: ignore[no-any-return]
    return getattr(source, "defaultaction", _warnings._defaultaction)  # type: ignore[attr-defined, no-any-return]


def _matches(pattern: Any, text: str) -> bool:
    if pattern is None:
        return True
    return pattern == text if type(pattern) is str else bool(pattern.match(text))


def _watch_shown() -> None:
    """Let what shows warnings show the machine's location."""
    import warnings

    show = warnings._showwarnmsg  # type: ignore[attr-defined]
    if getattr(show, "__wrapped__", None) is not None:
        return

    @hidden
    def _showwarnmsg(msg: Any) -> None:
        asked = _asked.pop(get_ident(), None)
        if asked is not None and asked.decision == "always" and str(msg.message) == asked.text:
            msg.filename, msg.lineno = asked.filename, asked.line
            if hasattr(msg, "module"):  # since 3.15
                msg.module = asked.name
        show(msg)

    _showwarnmsg.__wrapped__ = show  # type: ignore[attr-defined]
    warnings._showwarnmsg = _showwarnmsg  # type: ignore[attr-defined]


class _Filters(list):  # type: ignore[type-arg]
    """A list of filters whose first entries, the machine's, nobody sees."""

    def __init__(self, items: Any) -> None:
        list.__init__(self, _OWN)
        self.extend(items)

    def _seen(self) -> list[Any]:
        return list.__getitem__(self, slice(len(_OWN), None))

    def __len__(self) -> int:
        return list.__len__(self) - len(_OWN)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._seen())

    def __getitem__(self, index: Any) -> Any:
        found = self._seen()[index]
        return _Filters(found) if isinstance(index, slice) else found

    def __setitem__(self, index: Any, value: Any) -> None:
        seen = self._seen()
        seen[index] = value
        list.__setitem__(self, slice(len(_OWN), None), seen)

    def __delitem__(self, index: Any) -> None:
        seen = self._seen()
        del seen[index]
        list.__setitem__(self, slice(len(_OWN), None), seen)

    def insert(self, index: SupportsIndex, value: Any) -> None:
        seen = self._seen()
        seen.insert(index, value)
        list.__setitem__(self, slice(len(_OWN), None), seen)

    def pop(self, index: SupportsIndex = -1) -> Any:
        value = self._seen()[index]
        del self[index]
        return value

    def clear(self) -> None:
        list.__setitem__(self, slice(len(_OWN), None), [])

    def copy(self) -> list[Any]:
        return self[:]  # type: ignore[no-any-return]

    def index(self, value: Any, *where: Any) -> int:
        return self._seen().index(value, *where)

    def __contains__(self, value: object) -> bool:
        return value in self._seen()

    def __eq__(self, other: object) -> bool:
        return self._seen() == (other._seen() if isinstance(other, _Filters) else other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return repr(self._seen())


hide_all(globals())
for _class in (_Text, _Module, _Deciding, _Filters):
    for _method in vars(_class).values():
        if isinstance(_method, FunctionType):
            hidden(_method)
