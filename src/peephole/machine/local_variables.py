"""What locals() and f_locals are in a guest frame."""

from __future__ import annotations

import sys
from _collections_abc import Mapping
from types import CellType, FrameType, FunctionType

from peephole.machine.frame import Frame
from peephole.machine.hiding import hidden, hide_all
from peephole.machine.husks import WRITES_THROUGH, husk_of
from peephole.machine.marks import Mark, mark_of
from peephole.machine.values import NULL
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any


def locals_of(frame: Frame) -> Any:
    """What locals() is in a running frame."""
    if frame.locals is not None:
        return _of_namespace(frame)
    if not WRITES_THROUGH:
        return _kept_dict(frame)
    values = frame.executable.fast_locals(frame)
    husk = frame.trampoline or frame.husk
    mark = None if husk is None else mark_of(husk)
    if mark is not None and mark.locals:
        values.update(mark.locals)
    return values


def f_locals_of(frame: Frame) -> Any:
    """What f_locals is of a running or suspended frame."""
    if frame.locals is not None:
        found = _of_namespace(frame)
        return found if found is frame.locals or not WRITES_THROUGH else FrameLocalsProxy(frame)
    if not WRITES_THROUGH:
        return _kept_dict(frame)
    return FrameLocalsProxy(frame)


def _of_namespace(frame: Frame) -> Any:
    """The namespace, or the variables of a comprehension that is part of the body (PEP 709)."""
    names = frame.code.co_varnames
    own = {name: value for name, value in zip(names, frame.r, strict=False) if value is not NULL}
    if not own:
        return frame.locals
    return own if WRITES_THROUGH else {**frame.locals, **own}


def _kept_dict(frame: Frame) -> dict[str, Any]:
    """The dict that a frame has for its whole life, brought up to date (before PEP 667)."""
    mark = mark_of(husk_of(frame))
    assert mark is not None
    if mark.locals is None:
        mark.locals = {}
    kept: dict[str, Any] = mark.locals
    refresh(frame, mark)
    return kept


def refresh(frame: Frame, mark: Mark) -> None:
    """Bring the dict that a frame has for its whole life up to date (`PyFrame_FastToLocals`)."""
    kept: dict[str, Any] = mark.locals
    values = frame.executable.fast_locals(frame)
    for name in frame.executable.names:
        if name not in values:
            kept.pop(name, None)
    kept.update(values)


def write_back(frame: Frame, mark: Mark) -> list[int]:
    """Set the variables to what the dict says by now, as after a call of a trace function
    (`PyFrame_LocalsToFast`).  Return the slots of plain variables that are unbound by that."""
    kept: dict[str, Any] = mark.locals
    unbound = []
    for slot, name in enumerate(frame.executable.names):
        value = kept.get(name, NULL)
        held = frame.r[slot]
        if type(held) is CellType and slot in frame.executable.cells:
            if value is not NULL:
                held.cell_contents = value
            elif value_of(held) is not NULL:
                del held.cell_contents
        else:
            if value is NULL and held is not NULL:
                unbound.append(slot)
            frame.r[slot] = value
    return unbound


def value_of(cell: CellType) -> Any:
    """What is in a cell, NULL where it is empty."""
    try:
        return cell.cell_contents
    except ValueError:
        return NULL


class FrameLocalsProxy:
    """f_locals of a guest frame: what is written to it is written to the frame (PEP 667).

    The host's type of this name would write to the frame of a husk; once the guest frame has
    ended, that is where its variables are.
    """

    __slots__ = ("_generator", "_husk")

    #: the frame object that stands for the guest frame
    _husk: FrameType
    #: a generator's frame, which keeps its variables itself
    _generator: Frame | None

    __hash__ = None  # type: ignore[assignment]

    def __new__(cls, *arguments: Any, **keywords: Any) -> Any:
        """Given a guest frame, or the frame object that stands for one; else the host's proxy."""
        given = arguments[0] if len(arguments) == 1 and not keywords else None
        mark = mark_of(given) if type(given) is FrameType else None
        frame = given if isinstance(given, Frame) else None if mark is None else mark.frame
        if frame is None:
            return type(_empty_proxy())(*arguments, **keywords)
        proxy = object.__new__(cls)
        proxy._husk = husk_of(frame)
        proxy._generator = frame if frame.is_generator else None
        mark = proxy._mark()
        if mark is not None:
            mark.shown = True
        return proxy

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        return type(_empty_proxy())

    def __reduce_ex__(self, protocol: Any) -> Any:
        return _empty_proxy().__reduce_ex__(protocol)  # an error

    def __sizeof__(self) -> int:
        return _empty_proxy().__sizeof__()  # type: ignore[no-any-return]

    def _mark(self) -> Mark | None:
        return mark_of(self._husk)

    def _frame(self) -> Frame | None:
        """The guest frame; None where it has ended and left its variables to the husk."""
        if self._generator is not None:
            return self._generator
        mark = self._mark()
        return None if mark is None else mark.frame

    def _now(self) -> dict[str, Any]:
        frame = self._frame()
        if frame is None:
            return dict(self._husk.f_locals)
        values = frame.executable.fast_locals(frame)
        mark = self._mark()
        if mark is not None and mark.locals:
            values.update(mark.locals)
        return values

    def __getitem__(self, name: Any) -> Any:
        try:
            return self._now()[name]
        except KeyError:
            pass
        return _empty_proxy()[name]

    def __setitem__(self, name: Any, value: Any) -> None:
        frame = self._frame()
        if frame is None:
            self._husk.f_locals[name] = value
            return
        try:
            slot = frame.executable.names.index(name)
        except ValueError:
            mark = self._mark()
            if mark is None:
                return
            if mark.locals is None:
                mark.locals = {}
            mark.locals[name] = value
            return
        old = frame.r[slot]
        if type(old) is CellType and slot in frame.executable.cells:
            old.cell_contents = value
        else:
            frame.r[slot] = value

    def __delitem__(self, name: Any) -> None:
        frame = self._frame()
        if frame is None:
            del self._husk.f_locals[name]
            return
        if name in frame.executable.names:
            del _empty_proxy()["local"]
        mark = self._mark()
        extra = {} if mark is None else mark.locals or {}
        proxy = _empty_proxy()
        if name in extra:
            proxy[name] = extra[name]
        del proxy[name]
        del extra[name]

    def __contains__(self, name: Any) -> bool:
        return name in self._now()

    def __iter__(self) -> Iterator[Any]:
        return iter(self._now())

    def __reversed__(self) -> Any:
        return list(reversed(self._now()))

    def __len__(self) -> int:
        return len(self._now())

    def __eq__(self, other: object) -> Any:
        if isinstance(other, FrameLocalsProxy):
            return self._husk is other._husk
        return self._now() == other if isinstance(other, dict) else NotImplemented

    def __repr__(self) -> str:
        if self._husk in _shown:
            return "{...}"
        _shown.append(self._husk)
        try:
            return repr(self._now())
        finally:
            _shown.pop()

    def __or__(self, other: Any) -> Any:
        if not isinstance(other, (dict, FrameLocalsProxy)):
            return NotImplemented
        return self._now() | dict(other)

    def __ror__(self, other: Any) -> Any:
        if not isinstance(other, (dict, FrameLocalsProxy)):
            return NotImplemented
        return dict(other) | self._now()

    def __ior__(self, other: Any) -> Any:
        if not isinstance(other, (dict, FrameLocalsProxy)):
            return NotImplemented
        self.update(other)
        return self

    def copy(self) -> dict[str, Any]:
        """A dict of the variables."""
        return self._now()

    def get(self, name: Any, default: Any = None) -> Any:
        """The value of a variable, or the default."""
        return self._now().get(name, default)

    def keys(self) -> list[Any]:
        """The names."""
        return list(self._now())

    def values(self) -> list[Any]:
        """The values."""
        return list(self._now().values())

    def items(self) -> list[tuple[Any, Any]]:
        """Names and values."""
        return list(self._now().items())

    def setdefault(self, name: Any, default: Any = None) -> Any:
        """The value of a variable, which is set to the default if it has none."""
        values = self._now()
        if name not in values:
            self[name] = default
            return default
        return values[name]

    def update(self, *others: Any, **keywords: Any) -> None:
        """Set variables."""
        if keywords or len(others) != 1 or not isinstance(others[0], (dict, FrameLocalsProxy)):
            _empty_proxy().update(*others, **keywords)
        (other,) = others
        for name in other:
            self[name] = other[name]


def _pop(self: FrameLocalsProxy, name: Any, *default: Any) -> Any:
    """Remove and return a value that is no variable's of the code."""
    frame = self._frame()
    if frame is None:
        return self._husk.f_locals.pop(name, *default)
    extra = (mark := self._mark()) and mark.locals
    if extra and name in extra:
        return extra.pop(name)
    proxy = _empty_proxy()
    return proxy.pop("local" if name in frame.executable.names else name, *default)


#: frame objects whose variables are being shown
_shown: list[FrameType] = []

hide_all(globals())


def _empty_proxy() -> Any:
    """A proxy of the host's, of a frame with one variable, `local`: for errors as the host's."""
    local = None  # noqa: F841
    return sys._getframe().f_locals


if hasattr(_empty_proxy(), "pop"):
    FrameLocalsProxy.pop = _pop  # type: ignore[attr-defined]
for _method in vars(FrameLocalsProxy).values():
    if isinstance(_method, property):
        hidden(_method.fget)  # type: ignore[type-var]
    elif isinstance(_method, FunctionType):
        hidden(_method)
FrameLocalsProxy.__module__ = "builtins"
Mapping.register(FrameLocalsProxy)
