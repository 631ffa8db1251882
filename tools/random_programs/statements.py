"""Random statements: lists of lines, indented as they are nested."""

from __future__ import annotations

from collections.abc import Callable

from random_programs.expressions import expression
from random_programs.scope import KINDS, Scope

#: compound statements nest no deeper
DEEPEST = 4
INDENT = "    "
_ERRORS = ("ValueError", "KeyError", "TypeError", "ZeroDivisionError", "StopIteration", "OwnError")

Lines = list[str]


def block(scope: Scope, depth: int, most: int = 3) -> Lines:
    """Some statements, indented as the body of a compound statement."""
    lines: Lines = []
    before = {kind: list(names) for kind, names in scope.names.items()}
    for _ in range(scope.rng.randint(1, most)):
        lines += statement(scope, depth)
    if scope.rng.random() < 0.95:
        scope.names = before  # most of the time: what a branch binds may be unbound behind it
    return [INDENT + line for line in lines]


def statement(scope: Scope, depth: int) -> Lines:
    """One statement."""
    rng = scope.rng
    if depth >= DEEPEST or rng.random() < 0.5:
        return rng.choice(_simple_statements(scope))(scope)
    return rng.choice(_COMPOUND)(scope, depth + 1)


def _simple_statements(scope: Scope) -> list[Callable[[Scope], Lines]]:
    possible: list[Callable[[Scope], Lines]] = [
        _assign,
        _assign,
        _assign,
        _augmented,
        _unpack,
        _show,
        _show,
        _store,
        _delete,
    ]
    possible += [_raise, _assert] if scope.rng.random() < 0.4 else [_show]
    if scope.loops:
        possible += [lambda scope: [f"if {expression(scope, 'bool', 1)}: {_leave(scope)}"]]
    if scope.in_function and scope.rng.random() < 0.3:
        possible.append(_return)
    if scope.is_generator:
        possible += [_yield, _yield]
    if scope.is_async:
        possible.append(_await)
    return possible


def _leave(scope: Scope) -> str:
    return scope.rng.choice(["break", "continue"])


def _assign(scope: Scope) -> Lines:
    kind = scope.rng.choice(KINDS)
    value = expression(scope, kind)
    name = scope.bind(kind)
    if scope.rng.random() < 0.1 and scope.form != "class":
        other = scope.bind(kind)
        return [f"{name} = {other} = lim({value})"]
    if scope.rng.random() < 0.08 and scope.form in ("module", "class"):
        return [f"{name}: {kind} = lim({value})"]
    return [f"{name} = lim({value})"]


def _augmented(scope: Scope) -> Lines:
    kind = scope.rng.choice(["int", "str", "list", "float", "set", "tuple", "dict"])
    if not scope.names[kind]:
        return _assign(scope)
    name = scope.rng.choice(scope.names[kind])
    symbol = {"set": "|", "dict": "|"}.get(kind, "+")
    return [f"{name} {symbol}= {expression(scope, kind)}", f"{name} = lim({name})"]


def _unpack(scope: Scope) -> Lines:
    rng = scope.rng
    value = expression(scope, rng.choice(["tuple", "list"]))
    names = [scope.bind("int") for _ in range(rng.randint(1, 3))]
    if rng.random() < 0.5:
        names.insert(rng.randrange(len(names) + 1), f"*{scope.bind('list')}")
    if rng.random() < 0.3 and len(names) == 2 and not any("*" in name for name in names):
        return [f"{names[0]}, {names[1]} = {names[1]}, {names[0]}"]
    target = ", ".join(names) + ("," if len(names) == 1 else "")
    if rng.random() < 0.7:
        value = ", ".join(expression(scope, "int", 1) for _ in names)
    return [f"{target} = {value}" + ("," if len(names) == 1 else "")]


def _show(scope: Scope) -> Lines:
    kind = scope.rng.choice(KINDS)
    return [f"show({expression(scope, kind)})"]


def _store(scope: Scope) -> Lines:
    rng = scope.rng
    if scope.names["list"] and rng.random() < 0.5:
        name = rng.choice(scope.names["list"])
        place = rng.choice([f"[{expression(scope, 'int', 2)}]", "[1:2]", "[:]"])
        value = expression(scope, "list" if ":" in place else "int")
        return [f"{name}{place} = {value}"]
    if scope.names["dict"]:
        name = rng.choice(scope.names["dict"])
        if rng.random() < 0.3:
            return [f"del {name}[{expression(scope, 'str', 2)}]"]
        symbol = rng.choice(["=", "=", "+="])
        return [f"{name}[{expression(scope, 'str', 2)}] {symbol} {expression(scope, 'int')}"]
    return _show(scope)


def _delete(scope: Scope) -> Lines:
    kind = scope.rng.choice(KINDS)
    if not scope.names[kind] or scope.rng.random() < 0.7:
        return _assign(scope)
    return [f"del {scope.rng.choice(scope.names[kind])}"]


def _raise(scope: Scope) -> Lines:
    rng = scope.rng
    error = f"{rng.choice(_ERRORS)}({expression(scope, 'int', 2)})"
    form = rng.choice(
        [
            f"raise {error}",
            f"raise {error} from None",
            f"raise {error} from OwnError('cause')",
            f"raise ExceptionGroup('group', [{error}, KeyError(2)])",
            "raise",
        ]
    )
    if rng.random() < 0.5:
        return [f"if {expression(scope, 'bool', 2)}: {form}"]
    return [form]


def _assert(scope: Scope) -> Lines:
    return [f"assert {expression(scope, 'bool')}, {expression(scope, 'str', 2)}"]


def _return(scope: Scope) -> Lines:
    if scope.form == "async generator":
        return ["return"]
    kind = scope.rng.choice(KINDS)
    return [f"return {expression(scope, kind)}"]


def _yield(scope: Scope) -> Lines:
    kind = scope.rng.choice(KINDS)
    if scope.form == "generator" and scope.rng.random() < 0.3:
        return [f"{scope.bind('int')} = yield from {expression(scope, 'list')}"]
    if scope.rng.random() < 0.3:
        return [f"{scope.bind(kind)} = (yield {expression(scope, kind)}) or 1"]
    return [f"yield {expression(scope, kind)}"]


def _await(scope: Scope) -> Lines:
    form = scope.rng.choice(["await pause({})", "show(await pause({}))"])
    return [form.format(expression(scope, "int", 1))]


def _if(scope: Scope, depth: int) -> Lines:
    lines = [f"if {expression(scope, 'bool')}:", *block(scope, depth)]
    if scope.rng.random() < 0.4:
        lines += [f"elif {expression(scope, 'int')}:", *block(scope, depth)]
    if scope.rng.random() < 0.5:
        lines += ["else:", *block(scope, depth)]
    return lines


def _loop_body(scope: Scope, depth: int) -> Lines:
    scope.loops += 1
    lines = block(scope, depth)
    scope.loops -= 1
    if scope.rng.random() < 0.3:
        lines += ["else:", *block(scope, depth, 1)]
    return lines


def _for(scope: Scope, depth: int) -> Lines:
    rng = scope.rng
    kind = rng.choice(["list", "tuple", "str", "dict"])
    over = rng.choice(
        [
            f"islice({expression(scope, kind)}, 4)",
            f"range({rng.randint(0, 4)})",
            f"islice(enumerate({expression(scope, 'list')}), 3)",
            expression(scope, "generator", 1),
        ]
    )
    if scope.is_async and rng.random() < 0.4:
        return [f"async for {scope.bind('int')} in ticks({over}):", *_loop_body(scope, depth)]
    target = scope.bind("int")
    if "enumerate" in over and rng.random() < 0.7:
        target += f", {scope.bind('int')}"
    return [f"for {target} in {over}:", *_loop_body(scope, depth)]


def _while(scope: Scope, depth: int) -> Lines:
    name = scope.fresh("n")
    body = _loop_body(scope, depth)
    condition = f"{name} < {scope.rng.randint(1, 4)}"
    if scope.rng.random() < 0.3:
        condition += f" and {expression(scope, 'bool', 1)}"
    return [f"{name} = 0", f"while {condition}:", f"{INDENT}{name} += 1", *body]


def _try(scope: Scope, depth: int) -> Lines:
    rng = scope.rng
    lines = ["try:", *block(scope, depth)]
    star = "*" if rng.random() < 0.15 else ""
    handlers = rng.choice([0, 1, 1, 1, 2])
    loops, form = scope.loops, scope.form
    if star:
        scope.loops = 0  # break, continue and return may not leave an `except*`
    for error in rng.sample(_ERRORS, handlers):
        name = scope.fresh("e")
        lines += [f"except{star} ({error}, IndexError) as {name}:"]
        lines += [f"{INDENT}show_error({name})"]
        lines += [line for line in block(scope, depth, 2) if not star or "return" not in line]
    if handlers and not star and rng.random() < 0.6:
        lines += ["except Exception as error:", f"{INDENT}show_error(error)"]
    scope.loops, scope.form = loops, form
    if handlers and rng.random() < 0.3:
        lines += ["else:", *block(scope, depth, 1)]
    if not handlers or rng.random() < 0.4:
        lines += ["finally:", f"{INDENT}show('finally')", *block(scope, depth, 1)]
    return lines


def _with(scope: Scope, depth: int) -> Lines:
    rng = scope.rng
    managers = [
        f"Manager({expression(scope, 'int', 2)}, swallow={rng.choice(['True', 'False', 'False'])})"
        for _ in range(rng.choice([1, 1, 2]))
    ]
    named = [f"{manager} as {scope.bind('int')}" for manager in managers]
    word = "async with" if scope.is_async and rng.random() < 0.5 else "with"
    return [f"{word} {', '.join(named)}:", *block(scope, depth)]


def _match(scope: Scope, depth: int) -> Lines:
    rng = scope.rng
    kind = rng.choice(["list", "tuple", "dict", "int", "str"])
    patterns: list[Callable[[], str]] = [
        lambda: f"[{scope.bind('int')}, *{scope.bind('list')}]",
        lambda: f"{{'a': {scope.bind('int')}, **{scope.bind('dict')}}}",
        lambda: f"int() as {scope.bind('int')}",
        lambda: f"str({scope.bind('str')})",
        lambda: "1 | 2 | 'a'",
        lambda: "({0}, 2) | [{0}, _, _]".format(scope.bind("int")),
        lambda: f"Manager(value={scope.bind('int')})",
        lambda: "()" if rng.random() < 0.5 else "{}",
    ]
    lines = [f"match {expression(scope, kind)}:"]
    for pattern in rng.sample(patterns, rng.randint(1, 3)):
        guard = f" if {expression(scope, 'bool', 2)}" if rng.random() < 0.3 else ""
        lines += [f"{INDENT}case {pattern()}{guard}:"]
        lines += [INDENT + line for line in block(scope, depth, 2)]
    if rng.random() < 0.6:
        lines += [f"{INDENT}case _:", *[INDENT + line for line in block(scope, depth, 1)]]
    return lines


_COMPOUND: list[Callable[[Scope, int], Lines]] = [_if, _for, _while, _try, _try, _with, _match]
