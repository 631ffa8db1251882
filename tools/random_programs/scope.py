"""What a random program's text may refer to at the place that is being written."""

from __future__ import annotations

import random
from typing import NamedTuple

#: kinds of values that expressions are made of
KINDS = ("int", "str", "list", "dict", "tuple", "bool", "float", "set")

#: one time in so many an expression of another kind than asked for is written, so that errors
#: happen at every place
ODD = 200


class Callable(NamedTuple):
    """A function of the program: how it is called and what its call gives."""

    name: str
    required: int
    optional: int
    keywords: tuple[str, ...]
    #: "function", "generator", "coroutine" or "async generator"
    form: str


class Scope:
    """One function, class body or the module: its names by kind, and what may be written in it."""

    def __init__(self, rng: random.Random, parent: Scope | None = None, form: str = "module"):
        self.rng = rng
        self.parent = parent
        self.form = form
        self.names: dict[str, list[str]] = {kind: [] for kind in KINDS}
        self.callables: list[Callable] = list(parent.callables) if parent else []
        self.classes: list[str] = list(parent.classes) if parent else []
        self.loops = 0
        self.depth: int = parent.depth + 1 if parent else 0
        #: how many lambdas and comprehensions are around the expression that is being written
        self.inside = 0
        self.counter: Counter = parent.counter if parent else Counter()

    @property
    def in_function(self) -> bool:
        """Whether `return` may be written."""
        return self.form not in ("module", "class")

    @property
    def is_async(self) -> bool:
        """Whether `await` may be written."""
        return self.form in ("coroutine", "async generator")

    @property
    def is_generator(self) -> bool:
        """Whether `yield` may be written."""
        return self.form in ("generator", "async generator")

    def fresh(self, prefix: str) -> str:
        """A name that the program does not have yet."""
        return f"{prefix}{self.counter.next()}"

    def bind(self, kind: str, name: str | None = None) -> str:
        """A name, a new one or one of the scope, for a value of a kind."""
        own = self.names[kind]
        if name is None and own and self.rng.random() < 0.5:
            return self.rng.choice(own)
        name = name or self.fresh("v")
        if name not in own:
            own.append(name)
        return name

    def visible(self, kind: str) -> list[str]:
        """Names of a kind, of this scope and the functions around it."""
        found = list(self.names[kind])
        above = self.parent
        while above is not None:
            if above.form != "class":
                found += above.names[kind]
            above = above.parent
        return found


class Counter:
    """Numbers for fresh names, one row a program."""

    def __init__(self) -> None:
        self.last = 0

    def next(self) -> int:
        """The next number."""
        self.last += 1
        return self.last
