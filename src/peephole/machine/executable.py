"""Code objects as the machine runs them."""

from __future__ import annotations

from sys import gettrace
from types import CellType

from peephole.machine.audit import quietly
from peephole.machine.hiding import hidden
from peephole.machine.host_tracing import end_host_tracing
from peephole.machine.kept_code import make_room_for
from peephole.machine.settings import settings
from peephole.machine.values import NULL
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType
    from typing import Any

    from peephole.machine.frame import Frame, Node

CO_OPTIMIZED = 0x1
CO_VARARGS = 0x4
CO_VARKEYWORDS = 0x8
CO_GENERATOR = 0x20
CO_COROUTINE = 0x80
CO_ASYNC_GENERATOR = 0x200
GENERATOR_KINDS = CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR

_BINDING = CO_OPTIMIZED | CO_VARARGS | CO_VARKEYWORDS | GENERATOR_KINDS


#: QUICKENING_WARMUP_DELAY (Include/internal/pycore_code.h of 3.11)
COLD = 8

#: makes an executable's nodes: the first one, and how many there are; set by the module that does,
#: which needs this one
decoder: Callable[[Executable], tuple[Node, int]] | None = None


def count_parameters(code: CodeType) -> int:
    """How many of the first local variables are parameters."""
    count = code.co_argcount + code.co_kwonlyargcount
    return count + bool(code.co_flags & CO_VARARGS) + bool(code.co_flags & CO_VARKEYWORDS)


class Signature:
    """The parameters of a code object.

    `positional` counts those that take positional arguments, `named` the keyword-only ones too.
    """

    __slots__ = ("_code", "_slots", "has_extra", "has_rest", "named", "positional")

    def __init__(self, code: CodeType) -> None:
        self.positional = code.co_argcount
        self.named = code.co_argcount + code.co_kwonlyargcount
        self.has_rest = bool(code.co_flags & CO_VARARGS)
        self.has_extra = bool(code.co_flags & CO_VARKEYWORDS)
        self._code = code
        self._slots: dict[str, int] | None = None

    @property
    @hidden
    def slots(self) -> dict[str, int]:
        """The slot of each parameter that can be passed by name."""
        if self._slots is None:
            first = self._code.co_posonlyargcount
            names = self._code.co_varnames[first : self.named]
            self._slots = {name: first + i for i, name in enumerate(names)}
        return self._slots


#: what frames' lists have behind the arguments, by how many variables and how much stack
_tails: dict[tuple[int, int], list[Any]] = {}


def _tail(unbound: int, stack: int) -> list[Any]:
    """NULL for variables without a value and below the stack, then the stack."""
    return [NULL] * (unbound + 1) + [None] * stack


hidden(_tail)


#: the callers of code that has not called any native code yet
NO_CALLERS: dict[int, CodeType] = {}


class Executable:
    """A code object decoded for the machine."""

    __slots__ = (
        "__weakref__",
        "_argreprs",
        "_positions",
        "_signature",
        "arity",
        "base",
        "callers",
        "cells",
        "code",
        "cold",
        "entry",
        "first_free",
        "free",
        "husk_code",
        "names",
        "other",
        "pool",
        "probed",
        "size",
        "tail",
    )

    #: names of the locals, cells and free variables, by slot
    names: list[str]
    #: how many slots they take
    size: int
    #: how many of them are free variables, and the slot of the first
    free: int
    first_free: int
    #: the slots that hold cells
    cells: frozenset[int]
    #: what a frame's list has behind the arguments
    tail: list[Any]
    #: where the value stack starts: above one NULL that tells an empty stack
    base: int
    #: frames that have returned, to be used again
    pool: list[Frame]
    #: code of native functions that call in the frame's clothes, by byte offset
    callers: dict[int, CodeType]

    def __init__(self, code: CodeType) -> None:
        """All but the code is made by `decode`, as most functions are never called."""
        self.code = code
        #: how many positional arguments make a frame without any binding; -1 where there is
        #: more to bind, and until the code has been decoded, which its first call does
        self.arity = -1
        #: how often more it has to be begun or to jump back until the host takes it for warm
        #: (counted where that matters: see `peephole.machine.quickening`)
        self.cold = COLD
        self.entry: Node | None = None
        self.husk_code: CodeType | None = None
        #: the first node as decoded in the other way, with probes or without
        self.other: Node | None = None
        #: the nodes by offset, probes before them, once it is decoded with probes
        self.probed: dict[int, Node] | None = None
        self._positions: dict[int, Any] | None = None
        self._argreprs: dict[int, str] | None = None
        self._signature: Signature | None = None

    @hidden
    def decode(self) -> Node:
        """Make the nodes, where they are not made yet; return the first one."""
        if self.entry is None:
            if gettrace() is not None:
                end_host_tracing()
            code = self.code
            self.names = slot_names(code)
            self.size = len(self.names)
            self.free = len(code.co_freevars)
            self.first_free = self.size - self.free
            self.cells = _cell_slots(code, self.names, self.first_free)
            unbound = self.size - count_parameters(code)
            key = unbound, code.co_stacksize
            self.tail = _tails.get(key) or _tails.setdefault(key, _tail(*key))
            self.base = self.size + 1
            self.pool = []
            self.callers = NO_CALLERS
            assert decoder is not None
            self.entry, steps = quietly(decoder, self)
            make_room_for(self, steps)
            self.set_arity()
        return self.entry

    @property
    @hidden
    def signature(self) -> Signature:
        """The parameters."""
        if self._signature is None:
            self._signature = Signature(self.code)
        return self._signature

    @hidden
    def set_arity(self) -> None:
        """Let calls that need no binding make frames."""
        code = self.code
        if code.co_flags & _BINDING == CO_OPTIMIZED and not code.co_kwonlyargcount:
            self.arity = code.co_argcount

    def forget(self) -> None:
        """Drop the nodes; the next call decodes again.  Running frames keep what they run."""
        self.entry = self.other = self._positions = None
        if settings.probing is None:  # else running frames need them
            self.probed = None
        self.arity = -1
        self._signature = None
        self.release()

    def release(self) -> None:
        """Let go of what was kept to be used again."""
        self.pool = []
        self.callers = NO_CALLERS

    @hidden
    def positions(self, offset: int) -> tuple[int | None, int | None, int | None, int | None]:
        """(line, end line, column, end column) of the instruction at a byte offset."""
        known = self._positions
        if known is None:
            known = self._positions = {}
        position = known.get(offset)
        if position is None:
            units = enumerate(self.code.co_positions())
            position = next((found for unit, found in units if 2 * unit == offset), _NOWHERE)
            known[offset] = position
            if len(known) == _FEW:  # all together take more memory than the code
                known.update(
                    {2 * unit: found for unit, found in enumerate(self.code.co_positions())}
                )
        return position  # type: ignore[no-any-return]

    def argrepr(self, offset: int) -> str:
        """The meaning of the operand of the instruction at a byte offset, as dis shows it."""
        if self._argreprs is None:
            from peephole.disassembly import disassemble

            self._argreprs = {i.offset: i.argrepr for i in disassemble(self.code)}
        return self._argreprs.get(offset, "")

    @hidden
    def locals_of(self, frame: Frame) -> dict[str, Any]:
        """The bound variables of a frame, by name."""
        if frame.locals is not None:
            return frame.locals  # type: ignore[no-any-return]
        return self.fast_locals(frame)

    @hidden
    def fast_locals(self, frame: Frame) -> dict[str, Any]:
        """The bound local, cell and free variables of a frame, by name.

        The parameter of __annotate__ hides a variable that has its name (since 3.14).
        """
        result: dict[str, Any] = {}
        r = frame.r
        for i, name in enumerate(self.names):
            value = r[i]
            if value is NULL or name in result:
                continue
            if type(value) is CellType and i in self.cells:
                try:
                    value = value.cell_contents
                except ValueError:
                    continue
            result[name] = value
        return result

    @hidden
    def cells_of(self, frame: Frame) -> dict[str, CellType]:
        """The cells that a frame has, by the names of their variables."""
        if not self.cells:
            return {}
        r = frame.r
        slots = self.cells.intersection(self.shown_slots())
        return {self.names[i]: r[i] for i in slots if type(r[i]) is CellType}

    @hidden
    def shown_slots(self) -> list[int]:
        """The slots of variables, without those that another one of their name hides."""
        return [i for i, name in enumerate(self.names) if self.names.index(name) == i]


#: how many positions are looked up one by one
_FEW = 8
_NOWHERE = (None, None, None, None)
_NO_CELLS: frozenset[int] = frozenset()


def _cell_slots(code: CodeType, names: list[str], first_free: int) -> frozenset[int]:
    if not code.co_cellvars and not code.co_freevars:
        return _NO_CELLS
    # Of two variables of a name the first is the parameter of __annotate__, which nothing shares.
    slots = {name: slot for slot, name in enumerate(names[:first_free])}
    cells = {slots[name] for name in code.co_cellvars}
    return frozenset(cells.union(range(first_free, len(names))))


def slot_names(code: CodeType) -> list[str]:
    """The names of a code object's local, cell and free variables, by slot."""
    names = list(code.co_varnames)
    names += [name for name in code.co_cellvars if name not in names]
    return names + list(code.co_freevars)
