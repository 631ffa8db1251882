"""What changed from one version's instructions to another's, as data."""

from peephole.isa.effects import Effect, evaluate
from peephole.isa.version import Isa

EffectPair = tuple[Effect, Effect]

# Headers write one count in several ways; opargs that tell all of them apart.
_SAMPLE = (*range(16), 255, 256, 4660)


def _same(left: EffectPair, right: EffectPair) -> bool:
    return left == right or all(
        evaluate(a, oparg) == evaluate(b, oparg)
        for a, b in zip(left, right, strict=True)
        for oparg in _SAMPLE
    )


class Difference:
    """The changes from `old` to `new`, of instructions by opname (pseudo-instructions left out).

    added, removed: opnames; added_forms, removed_forms: specialized ones
    renumbered: opcodes before and after
    operands: operand kinds before and after
    effects: stack effects (not taken, taken) before and after, None where stack_effect refuses
    items: (popped, pushed) before and after, where both versions' headers tell (3.13 and later);
        an instruction may pop and push otherwise with the same effect
    caches: inline cache entries (code units) before and after
    """

    __slots__ = (
        "added",
        "added_forms",
        "caches",
        "effects",
        "items",
        "new",
        "old",
        "operands",
        "removed",
        "removed_forms",
        "renumbered",
    )

    def __init__(self, old: Isa, new: Isa) -> None:
        self.old = old
        self.new = new
        self.added = tuple(name for name in new.opmap if name not in old.opmap)
        self.removed = tuple(name for name in old.opmap if name not in new.opmap)
        self.added_forms = tuple(form for form in new.specialized if form not in old.specialized)
        self.removed_forms = tuple(form for form in old.specialized if form not in new.specialized)
        common = [name for name in old.opmap if name in new.opmap]
        self.renumbered: dict[str, tuple[int, int]] = {}
        self.operands: dict[str, tuple[str, str]] = {}
        self.effects: dict[str, tuple[EffectPair | None, EffectPair | None]] = {}
        self.items: dict[str, tuple[EffectPair, EffectPair]] = {}
        self.caches: dict[str, tuple[int, int]] = {}
        for name in common:
            self._compare(name)

    def _compare(self, name: str) -> None:
        old, new = self.old, self.new
        numbers = old.opmap[name], new.opmap[name]
        if numbers[0] != numbers[1]:
            self.renumbered[name] = numbers
        kinds = old.operand[name], new.operand[name]
        if kinds[0] != kinds[1]:
            self.operands[name] = kinds
        effects = old.effects.get(numbers[0]), new.effects.get(numbers[1])
        if effects[0] != effects[1]:
            self.effects[name] = effects
        if name in old.popped and name in new.popped:
            items = (old.popped[name], old.pushed[name]), (new.popped[name], new.pushed[name])
            if not _same(*items):
                self.items[name] = items
        caches = old.caches.get(name, 0), new.caches.get(name, 0)
        if caches[0] != caches[1]:
            self.caches[name] = caches

    def __repr__(self) -> str:
        return f"<Difference from CPython {self.old.version} to {self.new.version}>"
