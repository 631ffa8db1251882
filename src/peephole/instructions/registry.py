"""The one place where instructions are defined: a decorator, and the look-up by version and name.

A definition is a Python function: its name is the opname, its docstring says what the instruction
does, its parameters are the names of the stack effect's inputs it uses (and words of the
vocabulary), its body says what the instruction means and returns the outputs.  The function is
never called: `peephole.machine.generate` inlines its body into the evaluation loop of every
version that the definition holds for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from peephole.instructions.effects import Effect

if TYPE_CHECKING:
    from types import FunctionType

#: The versions that definitions may name, oldest first.
VERSIONS = ("3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14", "3.15")

#: The order in which the operands of an instruction die with it, where a definition says nothing
#: else: from the bottom of the stack up, since 3.14 from its top down.
DIES = {"3.11-3.13": "up", "3.14-": "down"}
#: Since then an instruction that raises leaves its operands on the stack, to be popped.
LEAVES_OPERANDS = "3.14"
#: Until then it jumps back and looks at signals behind that: what these raise has the handler
#: of the instruction before the one jumped to (CHECK_EVAL_BREAKER behind JUMPBY).
JUMPS_BEFORE_SIGNALS = "3.11-3.12"


class Definition:
    """One instruction and meaning: name, family, stack effect, versions, body."""

    __slots__ = (
        "_dies",
        "_fails",
        "_signals",
        "body",
        "doc",
        "effect",
        "family",
        "jump_effect",
        "landing",
        "name",
        "select",
        "skips",
        "versions",
    )

    def __init__(
        self,
        body: FunctionType,
        family: str,
        effect: Effect,
        jump_effect: Effect | None,
        versions: tuple[str, ...],
        select: tuple[str, tuple[int, ...]] | None,
        landing: Effect | None,
        skips: int,
        dies: dict[str, str],
        fails: dict[str, str],
        signals: str,
    ) -> None:
        self.name = body.__name__
        self.doc = _unwrapped(body.__doc__ or "")
        self.body = body
        self.family = family
        self.effect = effect
        self.jump_effect = jump_effect
        self.versions = versions
        self.select = select
        self.landing = landing or jump_effect or effect
        self.skips = skips
        self._signals = signals
        self._dies = dies
        self._fails = fails

    def dies(self, version: str) -> str:
        """The order in which the inputs die once it is done: "up" (bottom of the stack to top),
        "down", or their names."""
        return _of_version(self._dies, version) or _of_version(DIES, version) or "up"

    def fails(self, version: str) -> str:
        """The order in which the inputs die where it raises."""
        stated = _of_version(self._fails, version)
        if stated is None and holds(f"{LEAVES_OPERANDS}-", version):
            return "down"
        return stated or self.dies(version)

    def takes_signals(self, version: str) -> bool:
        """Whether CPython looks at signals as it ends."""
        return bool(self._signals) and holds(self._signals, version)

    def popped(self, oparg: int, jump: bool = False) -> list[str]:
        """Names of the values consumed, bottom to top (`jump`: when the jump is taken)."""
        return self._effect(jump).popped(oparg)

    def pushed(self, oparg: int, jump: bool = False) -> list[str]:
        """Names of the values produced, bottom to top (`jump`: when the jump is taken)."""
        return self._effect(jump).pushed(oparg)

    def _effect(self, jump: bool) -> Effect:
        return self.jump_effect if jump and self.jump_effect is not None else self.effect

    def __repr__(self) -> str:
        return f"<{self.name} ({self.effect.text}) of {self.versions[0]}-{self.versions[-1]}>"


#: Bodies that several definitions end in, by name; the generator inlines them.
fragments: dict[str, Any] = {}


def fragment(body: Callable[..., Any]) -> Callable[..., Any]:
    """Name a body that definitions may end in: ``return invoke(callable, arguments)``."""
    fragments[body.__name__] = body
    return body


_definitions: dict[str, dict[str, Definition]] = {version: {} for version in VERSIONS}


def family(name: str) -> Callable[..., Callable[[Callable[..., Any]], Definition]]:
    """The decorator for the definitions of one family (one file of this package)."""

    def instruction(
        effect: str,
        versions: str = "3.11-",
        jump: str | None = None,
        select: tuple[str, tuple[int, ...]] | None = None,
        landing: str | None = None,
        skips: int = 0,
        dies: dict[str, str] | None = None,
        fails: dict[str, str] | None = None,
        signals: str = "",
    ) -> Callable[[Callable[..., Any]], Definition]:
        """Define an instruction.

        `effect` in CPython's notation, `jump` the effect when its jump is taken, `versions` like
        ``3.11``, ``3.11-3.12`` or ``3.13-``.  `select` names an expression of oparg and values of
        it for which the loop gets a leaf of its own, with the expression constant.  A jump that
        lands behind its target says how many instructions it `skips` and the effect at the
        `landing`.  `dies` tells for ranges of versions in which order the inputs die, where that
        is not `DIES`: "up", "down", or their names; `fails` the same of an instruction that
        raises, where it is neither the order in which they die otherwise (to 3.13) nor "down".
        `signals` are the versions in which CPython looks at signals as it ends (the flag
        HAS_EVAL_BREAK of 3.13 and newer, CHECK_EVAL_BREAKER in the evaluation loop before).
        """

        def define(body: Any) -> Definition:
            definition = Definition(
                body,
                name,
                Effect(effect),
                Effect(jump) if jump is not None else None,
                _version_range(versions),
                select,
                Effect(landing) if landing is not None else None,
                skips,
                dies or {},
                fails or {},
                signals,
            )
            for version in definition.versions:
                known = _definitions[version].setdefault(definition.name, definition)
                if known is not definition:
                    raise ValueError(f"{definition.name} is defined twice for {version}")
            return definition

        return define

    return instruction


def definitions(version: str) -> dict[str, Definition]:
    """Every definition that holds for a version ("3.13"), by opname."""
    from peephole.instructions import load

    load()
    return _definitions[version]


def definition(version: str, opname: str) -> Definition:
    """The definition of an instruction of a version; KeyError where there is none."""
    return definitions(version)[opname]


def holds(text: str, version: str) -> bool:
    """Whether a version is one of a range, as ``3.11-3.12``."""
    return version in _version_range(text)


def _version_range(text: str) -> tuple[str, ...]:
    first, dash, last = text.partition("-")
    start = VERSIONS.index(first)
    stop = VERSIONS.index(last) if last else (len(VERSIONS) - 1 if dash else start)
    return VERSIONS[start : stop + 1]


def _of_version(orders: dict[str, str], version: str) -> str | None:
    return next((order for text, order in orders.items() if holds(text, version)), None)


def _unwrapped(doc: str) -> str:
    return "\n\n".join(" ".join(part.split()) for part in doc.strip().split("\n\n"))
