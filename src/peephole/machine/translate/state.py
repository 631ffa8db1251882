"""What the translator knows at a point of the code that it writes: the value stack, mostly."""

from __future__ import annotations

from peephole.machine.hiding import hide_all
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from peephole.machine.frame import Step

#: kinds of items: in its slot of `r`; in a variable; a local variable of the guest, a constant or
#: NULL that has not been put anywhere yet; an expression that has not been evaluated yet
SLOT, VARIABLE, LOCAL, CONSTANT, NULL, PENDING = range(6)


class Item:
    """One value on the stack: where it is."""

    __slots__ = ("atom", "holders", "is_bool", "kind", "slot", "test", "text")

    def __init__(self, kind: int, text: str, slot: int = -1, is_bool: bool = False) -> None:
        self.kind = kind
        #: source text that reads it
        self.text = text
        #: its own slot of `r`, or that of the local variable
        self.slot = slot
        self.is_bool = is_bool
        #: whether the value is certainly of a type whose operators run no code
        self.atom = is_bool
        #: of a pending bool, what it tells the truth of
        self.test = ""
        #: variables to clear once a pending expression has been evaluated
        self.holders: list[str] = []


def in_slot(slot: int) -> Item:
    """A value that lies in its slot."""
    return Item(SLOT, f"r[{slot}]", slot)


#: what is on top of an empty stack
_NOTHING = Item(NULL, "null")


class State:
    """The stack (its items, and the slot of the first), the step that the frame knows, what an
    observer has not heard of yet."""

    __slots__ = ("atoms", "base", "bound", "guarded", "items", "last", "step", "told", "top")

    def __init__(self, base: int, depth: int) -> None:
        self.base = base
        self.items = [in_slot(base + i) for i in range(depth)]
        self.step: Step | None = None
        #: locals that are bound for certain
        self.bound: set[int] = set()
        #: locals whose values are certainly of types whose operators run no code
        self.atoms: set[int] = set()
        #: steps that have been executed and not been told, each with the next, and the top value
        self.told: list[tuple[Step, Step | None]] = []
        self.top = _NOTHING
        #: the top value when the observer was told last
        self.last = self.items[-1] if self.items else _NOTHING
        #: whether the function tells what it has not told where an exception leaves it
        self.guarded = False

    def used(self) -> set[str]:
        """The variables in use."""
        return {name for item in self.items for name in (item.text, *item.holders)}

    def top_item(self) -> Item:
        """The value on top of the stack, NULL where it is empty."""
        return self.items[-1] if self.items else _NOTHING

    def copy(self) -> State:
        copied = State(self.base, 0)
        copied.items = list(self.items)
        copied.step = self.step
        copied.bound = set(self.bound)
        copied.atoms = set(self.atoms)
        copied.told = list(self.told)
        copied.top, copied.last = self.top, self.last
        copied.guarded = self.guarded
        return copied


hide_all(globals())
