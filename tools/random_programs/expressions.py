"""Random expressions: text of a wanted kind, from the names of a scope."""

from __future__ import annotations

from collections.abc import Callable

from random_programs.scope import KINDS, ODD, Scope

#: expressions nest no deeper
DEEPEST = 3

_CONSTANTS = {
    "int": ["0", "1", "2", "3", "-1", "7", "255", "256", "1_000_003", "True", "10**20"],
    "str": ["''", "'a'", "'abc'", "'héß'", "'x y'", '"it\'s"', "'\\n'"],
    "list": ["[]", "[1, 2, 3]", "['a', 'b']", "[[1], [2]]", "[1.5]"],
    "dict": ["{}", "{'a': 1}", "{1: 'x', 2: 'y'}", "{'a': {'b': 2}}"],
    "tuple": ["()", "(1, 2)", "('a',)", "(1, 'b', 2.5)"],
    "bool": ["True", "False"],
    "float": ["0.0", "1.5", "-2.25", "1e10", "float('inf')"],
    "set": ["set()", "{1, 2, 3}", "frozenset((1, 2))", "{3}"],
}


def expression(scope: Scope, kind: str, depth: int = 0) -> str:
    """An expression that, most of the time, gives a value of a kind."""
    rng = scope.rng
    if rng.randrange(ODD) == 0:
        kind = rng.choice(KINDS)
    if kind not in KINDS:
        return rng.choice(_MAKERS[kind])(scope, kind, depth + 1)
    if depth >= DEEPEST or rng.random() < 0.25:
        return _simple(scope, kind)
    if scope.callables and rng.random() < 0.12:
        return call(scope, depth)
    if scope.classes and rng.random() < 0.06:
        return _of_class(scope, depth)
    return rng.choice(_MAKERS[kind] * 3 + _COMMON)(scope, kind, depth + 1)


def _simple(scope: Scope, kind: str) -> str:
    names = scope.visible(kind)
    if names and scope.rng.random() < 0.7:
        return scope.rng.choice(names)
    return scope.rng.choice(_CONSTANTS[kind])


def call(scope: Scope, depth: int) -> str:
    """A call of one of the program's functions; what it gives is made a value."""
    rng = scope.rng
    target = rng.choice(scope.callables)
    arguments = [expression(scope, "int", depth + 1) for _ in range(target.required)]
    if target.optional and rng.random() < 0.5:
        arguments.append(expression(scope, "str", depth + 1))
    if rng.random() < 0.15 and arguments:
        arguments = [f"*[{', '.join(arguments)}]"]
    for name in target.keywords:
        if rng.random() < 0.6:
            arguments.append(f"{name}={expression(scope, 'int', depth + 1)}")
    if rng.random() < 0.05:
        arguments.append("**{'zz': 1}" if rng.random() < 0.5 else "unknown=1")
    if rng.random() < 0.04 and arguments:
        arguments.pop(0)
    text = f"{target.name}({', '.join(arguments)})"
    return _finished(scope, target.form, text)


def _finished(scope: Scope, form: str, text: str) -> str:
    rng = scope.rng
    if form == "generator":
        return rng.choice([f"list({text})", f"next({text}, None)", f"[*{text}]", f"sum_of({text})"])
    if form == "coroutine":
        return f"(await {text})" if scope.is_async and not scope.inside else f"drive({text})"
    if form == "async generator":
        if scope.is_async and not scope.inside:
            return f"[x async for x in {text}]"
        return f"drive(collect({text}))"
    return text


def _of_class(scope: Scope, depth: int) -> str:
    name = scope.rng.choice(scope.classes)
    made = f"{name}({expression(scope, 'int', depth + 1)})"
    other = f"{name}({expression(scope, 'int', depth + 1)})"
    return scope.rng.choice(
        [
            f"{made}.value",
            f"{made}.method({expression(scope, 'int', depth + 1)})",
            f"{made} + {other}",
            f"{made} == {other}",
            f"{made}.double",
            f"{made}[{expression(scope, 'int', depth + 1)}]",
            f"{name}.static({expression(scope, 'int', depth + 1)})",
            f"{name}.made({expression(scope, 'int', depth + 1)}).value",
            f"list({made})",
            f"{made}.missing",
            f"sorted([{made}, {other}])",
        ]
    )


Maker = Callable[[Scope, str, int], str]


def _binary(*symbols: str) -> Maker:
    def write(scope: Scope, kind: str, depth: int) -> str:
        left, right = expression(scope, kind, depth), expression(scope, kind, depth)
        return f"({left} {scope.rng.choice(symbols)} {right})"

    return write


def _template(*templates: str) -> Maker:
    """Fields `{int}`, `{str}` ... are expressions of these kinds, `{same}` of the kind wanted;
    `{name}` is a name of a comprehension's or lambda's own."""

    def write(scope: Scope, kind: str, depth: int) -> str:
        text = scope.rng.choice(templates)
        inside = "{name}" in text or "lambda" in text
        text = text.replace("{name}", scope.fresh("c"))
        scope.inside += inside
        for field in (*KINDS, "same"):
            while f"{{{field}}}" in text:
                wanted = kind if field == "same" else field
                text = text.replace(f"{{{field}}}", expression(scope, wanted, depth), 1)
        scope.inside -= inside
        return text

    return write


def _walrus(scope: Scope, kind: str, depth: int) -> str:
    value = expression(scope, kind, depth)
    if scope.form == "class" or scope.inside:
        return value
    if scope.rng.random() < 0.8:
        return f"({scope.fresh('w')} := {value})"
    return f"({scope.bind(kind)} := {value})"


def _formatted(scope: Scope, kind: str, depth: int) -> str:
    """An f-string of names only: before 3.12 no quotes nor backslashes may be in its fields."""
    rng = scope.rng
    fields = []
    for conversion in rng.sample(["", "!r", "=", "!s:>8", ":03", ":.2f"], 2):
        names = [name for each in KINDS for name in scope.visible(each)] or ["1"]
        fields.append(f"{{{rng.choice(names)}{conversion}}}")
    return f"f'<{'|'.join(fields)}>'"


_COMMON: list[Maker] = [
    _template("({same} if {bool} else {same})"),
    _template("({same} or {same})", "({same} and {same})"),
    _template("(lambda {name}=1, *rest: {same})()"),
    _template("shown({same})"),
    _walrus,
]

_MAKERS: dict[str, list[Maker]] = {
    "int": [
        _binary("+", "-", "&", "|", "^", "//", "%"),
        _template("({int} * 3)", "(-{int})", "(~{int})", "({int} << 2)", "({int} >> 1)"),
        _template("len({list})", "len({str})", "len({dict})", "sum([1, {int}])"),
        _template("{list}[{int}]", "{tuple}[0]", "{dict}['a']", "{dict}.get('a', {int})"),
        _template("max({int}, {int})", "abs({int})", "int({str})"),
        _template("next(({name} for {name} in {list}), {int})"),
        _template("(lambda a, /, b=2, *, k={int}: a + b + k)({int})"),
    ],
    "str": [
        _binary("+"),
        _template("str({int})", "repr({list})", "{str}.upper()", "{str}[{int}:]", "{str}[::-1]"),
        _formatted,
        _template("','.join({str})", "('%s-%r' % ({str}, {int}))", "'{}'.format({tuple})"),
        _template("({str} * 2)", "type({list}).__name__", "{str}.replace('a', {str})"),
    ],
    "list": [
        _binary("+"),
        _template("[{name} for {name} in {list} if {bool}]"),
        _template("[({name}, y) for {name} in {list} for y in {tuple}]"),
        _template("[[y for y in ({int}, {name})] for {name} in range(3)]"),
        _template("[{int}, *{tuple}, {str}]", "sorted([{int}, {int}])", "list({str})"),
        _template("{list}[1:]", "{list}[{int}:{int}]", "list(zip({list}, {tuple}))"),
        _template("list(map(lambda {name}: ({name}, {int}), {list}))", "list({dict})"),
        _template("list(enumerate({list}))", "list(reversed({list}))", "[{int}] * 2"),
        _template("list(filter(None, {list}))", "sorted({list}, key=repr)"),
    ],
    "dict": [
        _binary("|"),
        _template("{'k': {int}, **{dict}}", "dict(a={int})", "{{str}: {int}}"),
        _template("{{name}: {int} for {name} in {tuple}}", "dict(zip({str}, {list}))"),
        _template("{**{dict}, {int}: {list}}", "dict.fromkeys({tuple}, {int})"),
    ],
    "tuple": [
        _binary("+"),
        _template("({int}, {str})", "tuple({list})", "(*{list}, {int})", "{tuple}[:1]"),
        _template("tuple({name} for {name} in {list} if {bool})", "divmod({int}, {int})"),
    ],
    "bool": [
        _binary("<", "==", "!=", ">=", "is", "is not"),
        _template("(not {int})", "({int} < {int} < {int})", "({int} in {list})"),
        _template("({str} not in {str})", "isinstance({int}, (int, str))", "bool({dict})"),
        _template("any({name} for {name} in {list})", "all(({bool}, {bool}))"),
        _template("({bool} and {bool} or {bool})", "({int} == {int} != {int} is not None)"),
        _template("callable({int})", "({list} is {list})", "hasattr({str}, 'upper')"),
    ],
    "float": [
        _binary("+", "-", "/", "*"),
        _template("({int} / {int})", "float({int})", "round({float}, 1)", "({float} ** 2)"),
        _template("min({float}, {int})", "(-{float})", "({float} // {float})"),
    ],
    "generator": [_template("islice(({int} for {name} in {list}), 3)", "islice({list}, 3)")],
    "set": [
        _binary("|", "&", "-", "^"),
        _template("{{int}, {int}}", "set({list})", "{{name} for {name} in {tuple}}"),
        _template("{*{tuple}, {int}}", "frozenset({tuple})"),
    ],
}
