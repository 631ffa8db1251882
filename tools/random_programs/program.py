"""A whole random program: functions, classes, and statements that use them."""

from __future__ import annotations

import random

from random_programs.expressions import call, expression
from random_programs.scope import KINDS, Callable, Scope
from random_programs.statements import INDENT, Lines, block, statement

_FORMS = ("function", "function", "generator", "coroutine", "async generator")


def program(seed: int) -> str:
    """The text of the program of a seed: the same on every version of Python."""
    rng = random.Random(seed)
    scope = Scope(rng)
    lines: Lines = []
    for kind in rng.sample(KINDS, 4):
        value = expression(scope, kind, 2)
        lines.append(f"{scope.bind(kind, scope.fresh('g'))} = {value}")
    for _ in range(rng.randint(1, 4)):
        lines += _class(scope) if rng.random() < 0.3 else _function(scope)
    for _ in range(rng.randint(3, 8)):
        lines += _guarded(rng, statement(scope, 0))
    for _ in range(2 * len(scope.callables)):
        lines += _guarded(rng, [f"show({call(scope, 2)})"])
    return "\n".join(lines) + "\n"


def _guarded(rng: random.Random, lines: Lines) -> Lines:
    """Statements whose errors, most of the time, do not end the program."""
    if rng.random() < 0.1:
        return lines
    handler = ["except Exception as error:", f"{INDENT}show_error(error)"]
    return ["try:", *[INDENT + line for line in lines], *handler]


def _function(scope: Scope, form: str | None = None) -> Lines:
    rng = scope.rng
    form = form or rng.choice(_FORMS)
    inner = Scope(rng, scope, form)
    made = Callable(
        scope.fresh("f"),
        rng.randint(0, 2),
        rng.randint(0, 1),
        tuple(scope.fresh("k") for _ in range(rng.choice([0, 0, 1, 2]))),
        form,
    )
    word = "async def" if inner.is_async else "def"
    lines = [f"@traced({made.name!r})"] if rng.random() < 0.15 and form == "function" else []
    lines += [f"{word} {made.name}({_parameters(inner, made)}):"]
    outer = [name for each in KINDS for name in scope.names[each]]
    if outer and rng.random() < 0.25:
        kind = rng.choice([kind for kind in KINDS if scope.names[kind]])
        word = "global" if scope.form == "module" else "nonlocal"
        name = rng.choice(scope.names[kind])
        lines += [f"{INDENT}{word} {name}"]
        inner.names[kind].append(name)
    if rng.random() < 0.25 and scope.depth < 2:
        lines += [INDENT + line for line in _function(inner)]
    lines += block(inner, 1, 5)
    if inner.is_generator:
        lines += [f"{INDENT}yield {expression(inner, 'int', 2)}"]
    elif rng.random() < 0.8:
        lines += [f"{INDENT}return {expression(inner, rng.choice(KINDS))}"]
    scope.callables.append(made)
    return lines


def _parameters(inner: Scope, made: Callable) -> str:
    rng = inner.rng
    words = [inner.bind("int", inner.fresh("p")) for _ in range(made.required)]
    if made.required and rng.random() < 0.2:
        words.append("/")
    words += [f"{inner.bind('str', inner.fresh('p'))}='d'" for _ in range(made.optional)]
    if rng.random() < 0.3:
        words.append(f"*{inner.bind('tuple', inner.fresh('p'))}")
    elif made.keywords:
        words.append("*")
    words += [f"{inner.bind('int', name)}={rng.randint(0, 9)}" for name in made.keywords]
    if rng.random() < 0.2:
        words.append(f"**{inner.bind('dict', inner.fresh('p'))}")
    return ", ".join(words)


def _class(scope: Scope) -> Lines:
    rng = scope.rng
    name = scope.fresh("C")
    base = rng.choice(scope.classes) if scope.classes and rng.random() < 0.6 else "Base"
    inner = Scope(rng, scope, "class")
    meta = ", metaclass=Meta" if rng.random() < 0.3 else ""
    lines = [f"class {name}({base}{meta}):", *block(inner, 3, 2)]
    for method, parameters in (("method", "other"), ("__add__", "other"), ("__getitem__", "key")):
        if rng.random() < 0.5:
            body = Scope(rng, inner, "function")
            body.names["int"] += [parameters, "value"]
            lines += [
                f"{INDENT}def {method}(self, {parameters}):",
                f"{INDENT * 2}value = self.value",
            ]
            lines += [INDENT + line for line in block(body, 2)]
            if rng.random() < 0.6:
                lines += [f"{INDENT * 2}return super().{method}({parameters})"]
    if rng.random() < 0.3:
        lines += [f"{INDENT}def __del__(self): show('del', self.value)"]
    scope.classes.append(name)
    return lines
