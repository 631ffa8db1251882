"""Observers that only count and remember: what their method does, for several instructions at once.

    self.counts[step.opname] += 1
    self.top = top

Counters add up, and of what is remembered the last is left.  So where no other code can have run
between instructions, nobody can tell whether such an observer has heard of them one by one.  A
counter is a `Counter` or a `defaultdict(int)` with integers in it when the machine gets the
observer; it is taken to stay one.
"""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from types import MemberDescriptorType

from peephole.machine.hiding import hidden, hide_all
from peephole.machine.translate.entries import RUN, undo, watch
from peephole.machine.values import NULL
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from peephole.machine.frame import Frame, Node, Step

    #: a step that has been executed, and the next one
    Told = tuple[Step, Step | None]
    #: steps at which values are not of the types that are counted on, by identity
    Odd = dict[int, Step]

#: the types of values whose operators and whose deaths run no code that could look
VALUES: frozenset[type] = frozenset({int, float, bool, complex, str, bytes, type(None)})
ATOMS: frozenset[type] = VALUES | {type(NULL)}
#: those whose truth is told without
SIZED: frozenset[type] = ATOMS | {list, tuple, dict, set, frozenset}
#: those from which an item is taken without
INDEXED: frozenset[type] = frozenset({list, tuple, str, bytes})

_MARK = "put_{}_here"
_FIELDS = {_MARK.format(field): field for field in ("opname", "offset", "oparg")}
_VALUES = {_MARK.format(name): name for name in ("top", "step", "target")}
_AT_ONCE = 1 << 30
#: how often values are not of the types that are counted on before a segment is written anew
_MOST_MISSES = 20


class Count:
    """A statement that adds to a counter."""

    def __init__(self, attribute: str, field: str, key: str, amount: int) -> None:
        self.attribute = attribute
        #: the field of the step that is the key, empty where the key is a constant
        self.field = field
        self.key = key
        self.amount = amount

    def place(self, step: Step) -> str:
        """The text of what is added to."""
        key = repr(getattr(step, self.field)) if self.field else self.key
        return f"observer.{self.attribute}[{key}]"


class Memory:
    """A statement that puts something of the last instruction into an attribute."""

    def __init__(self, attribute: str, value: ast.expr) -> None:
        self.attribute = attribute
        self.value = value

    def text(self, step: Step, values: dict[str, str]) -> str:
        """The text of the value."""
        if isinstance(self.value, ast.Name):
            name = self.value.id
            return values[_VALUES[name]] if name in _VALUES else repr(getattr(step, _FIELDS[name]))
        return ast.unparse(self.value)


Effects = list["Count | Memory"]


def effects_of(observer: Any, bodies: dict[bool, str]) -> dict[bool, Effects]:
    """What the method's statements do (as `hearing` has written them; True: where the target is
    None), nothing where that is more than to count and to remember."""
    found: dict[bool, Effects] = {}
    for last, body in bodies.items():
        effects = [_effect(statement) for statement in ast.parse(body).body]
        known = [effect for effect in effects if effect is not None]
        if len(known) < len(effects) or not _are_plain(observer, known):
            return {}
        found[last] = known
    remembered = [{e.attribute for e in found[last] if isinstance(e, Memory)} for last in found]
    return found if remembered[0] == remembered[1] else {}


def _effect(statement: ast.stmt) -> Count | Memory | None:
    if isinstance(statement, ast.AugAssign):
        return _count(statement)
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        attribute = _own_attribute(statement.targets[0])
        value = statement.value
        known = isinstance(value, ast.Name) and value.id in (_VALUES | _FIELDS)
        if attribute and (known or isinstance(value, ast.Constant)):
            return Memory(attribute, value)
    return None


def _count(statement: ast.AugAssign) -> Count | None:
    target, amount = statement.target, statement.value
    if not isinstance(target, ast.Subscript) or not isinstance(statement.op, ast.Add):
        return None
    attribute, key = _own_attribute(target.value), target.slice
    if not attribute or not isinstance(amount, ast.Constant) or type(amount.value) is not int:
        return None
    if isinstance(key, ast.Constant):
        return Count(attribute, "", ast.unparse(key), amount.value)
    if isinstance(key, ast.Name) and key.id in _FIELDS:
        return Count(attribute, _FIELDS[key.id], "", amount.value)
    return None


def _own_attribute(node: ast.expr) -> str:
    """The name of an attribute of the observer, empty where it is something else."""
    own = isinstance(node, ast.Attribute) and ast.unparse(node.value) == _MARK.format("self")
    return node.attr if own and isinstance(node, ast.Attribute) else ""


def _are_plain(observer: Any, effects: Effects) -> bool:
    """Whether attributes are only attributes, and counters count with integers."""
    kind = type(observer)
    for name in ("__getattribute__", "__setattr__"):
        if getattr(kind, name) is not getattr(object, name):
            return False
    counters = {effect.attribute for effect in effects if isinstance(effect, Count)}
    memories = {effect.attribute for effect in effects if isinstance(effect, Memory)}
    found = (vars(c)[a] for c in kind.__mro__ for a in counters | memories if a in vars(c))
    if counters & memories or any(type(value) is not MemberDescriptorType for value in found):
        return False
    return all(_is_counter(getattr(observer, name, None)) for name in counters)


def _is_counter(value: Any) -> bool:
    """Whether any key of a mapping can be added to, and nothing else happens then."""
    if type(value) is defaultdict:
        return value.default_factory is int and all(type(v) is int for v in value.values())
    return type(value) is Counter and all(type(v) is int for v in value.values())


def text_of(effects: dict[bool, Effects], told: list[Told], last: dict[str, str]) -> str:
    """The statements for instructions of which nobody has heard yet; `last` has the texts that
    stand for values of the last one."""
    counts: dict[str, int] = {}
    for step, target in told:
        for effect in effects[target is None]:
            if isinstance(effect, Count):
                place = effect.place(step)
                counts[place] = counts.get(place, 0) + effect.amount
    lines = [f"{place} += {amount}" for place, amount in counts.items()]
    step, target = told[-1]
    memories = [e for e in effects[target is None] if isinstance(e, Memory)]
    lines += [f"observer.{memory.attribute} = {memory.text(step, last)}" for memory in memories]
    return "\n".join(lines) or "pass"


def remembers(effects: dict[bool, Effects]) -> bool:
    """Whether values of the guest's are remembered."""
    memories = (e for way in effects.values() for e in way if isinstance(e, Memory))
    return any(ast.unparse(memory.value) == _MARK.format("top") for memory in memories)


def tell_late(observer: Any, frame: Frame, told: tuple[Told, ...], top: Any) -> None:
    """Let the observer hear of what it has not heard of yet: something else happens."""
    for step, target in told:
        observer.instruction(frame, step, target, top)


class Guards:
    """What the tests of a segment know of it: what happens where values are not of the types that
    it counts on."""

    __slots__ = ("entry", "missed", "odd")

    def __init__(self, entry: Node, odd: Odd) -> None:
        self.entry = entry
        self.odd = odd
        #: the steps at which that has happened
        self.missed: list[Step] = []

    @hidden
    def miss(self, step: Step) -> None:
        """After some times the segment is written anew, without counting on types there."""
        self.missed.append(step)
        if len(self.missed) == _MOST_MISSES:
            self.odd.update((id(missed), missed) for missed in self.missed)
            if self.entry[0] == RUN:
                undo(self.entry)
                watch(self.entry, _AT_ONCE)


class Way:
    """The way out of a segment where a value is not of the type that it counts on."""

    __slots__ = ("base", "guards", "node", "told")

    def __init__(self, guards: Guards, told: tuple[Told, ...], base: int, node: Node) -> None:
        self.guards = guards
        self.told = told
        #: the slot of the first value on the stack
        self.base = base
        self.node = node

    @hidden
    def leave(self, observer: Any, frame: Frame, top: Any, *stack: Any) -> Node:
        """Let the observer hear of what it has not; return the node at which the loop goes on."""
        tell_late(observer, frame, self.told, top)
        frame.r[self.base : self.base + len(stack)] = stack
        self.guards.miss(self.node[4])
        return self.node


hide_all(globals())
