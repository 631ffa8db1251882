"""One definition made into a template of the translator: its body as a tree of operations.

Where a leaf of the loop works on the slots of `r`, a template leaves open where its inputs are:
the translator (`peephole.machine.translate`) knows for each instruction of a code object whether
an input is a local variable, a constant or a temporary of the function that it writes.

An operation is a tuple that begins with what it is:

    ("line", text, harmless, store)     a statement; the local that it stores into, or None
    ("replace", number, text)           an input gets another value
    ("if", test, harmless, then, else)  branches, both tuples of operations
    ("out", texts, test, harmless)      the end: the values that the instruction leaves, and, where
                                        that is one bool, what it tells the truth of
    ("jump",)                           the end: the jump is taken
    ("enter", text)                     the end: a guest frame is entered
    ("leave", text)                     the end: the frame returns a value
    ("leave_in_order", text)            the same, its variables die from the first to the last
    ("exit",)                           the end: the instruction's leaf in the loop does it

`harmless` is said of what neither raises nor runs code.  A text is a tuple of source and of tokens
for what the translator puts in: ("i", 0) an input, ("a", 2, ", ") the values of an array and what
separates them from what follows, ("e", 2, 0) one of them, ("x",) the operand, ("n",) an
attribute's name, ("l", 0) a local variable of two, ("l",) of one, ("b",) what lies below the
inputs, ("o",) the oparg, ("s",) the step, ("t", name) a temporary, ("u",) the variable that the
left operand is in.
"""

from __future__ import annotations

import ast
import re
from typing import Any

from peephole.instructions.registry import Definition, fragments
from peephole.machine.generate.leaf import ENDS, HARMLESS, Operators
from peephole.machine.generate.slots import Place, is_peek, places
from peephole.machine.generate.syntax import (
    Folder,
    always_returns,
    argument_of,
    assigned_in,
    body_of,
    folded,
    is_call,
    is_name_call,
    mentions,
)

Operation = tuple[Any, ...]


class Unsupported(Exception):
    """A definition that stays in the loop."""


def make_template(
    definition: Definition,
    selected: int | None,
    operators: Operators,
    null: bool | None = None,
    guest: bool | None = None,
) -> str | None:
    """The source of a definition's template, None where the loop has to execute it.

    `null` assumes that the input that may be NULL is, or is not; `guest` that a call is one of a
    guest function, or of another: what it does otherwise is left to the loop.
    """
    try:
        return _TemplateMaker(definition, selected, operators, null, guest).make()
    except Unsupported:
        return None


class _TemplateMaker:
    def __init__(
        self,
        definition: Definition,
        selected: int | None,
        operators: Operators,
        null: bool | None,
        guest: bool | None,
    ) -> None:
        self.definition = definition
        self.selected = selected
        self.operators = operators
        self.guest = guest
        self.calls = False
        select = definition.select[0] if definition.select else None
        self.inputs = places(definition.effect.inputs, select, selected, "oparg")
        self.outputs = places(definition.effect.outputs, select, selected, "oparg")
        self.landing = places(definition.landing.outputs, select, selected, "oparg")
        self.folder = _Assuming(selected, null)
        self.temporaries: set[str] = set()
        self.assigned = assigned_in(body_of(definition.body).body)
        self.assigned |= assigned_in(body_of(fragments["invoke"]).body)
        self.known: dict[str, ast.expr] = {}

    def make(self) -> str:
        if any(not p.length.known and not is_peek(p, self.inputs) for p in self.outputs):
            raise Unsupported
        if any(not is_peek(p, self.inputs) for p in self.landing if self._jumps()):
            raise Unsupported
        operations = self._block(folded(self.folder, body_of(self.definition.body).body), tail=True)
        operations = _parted(self._collapsed(operations))
        return repr(
            (
                tuple(p.name for p in self.inputs),
                _Source(self._lengths()),
                self._kept(self.outputs),
                self._kept(self.landing) if self._jumps() else (),
                tuple(sorted(self.temporaries)),
                operations,
                self._order(),
            )
        )

    def _order(self) -> tuple[int, ...]:
        """The inputs in the order in which they die; inverted where the last of an array is the
        first."""
        dies = self.definition.dies(self.operators.version)
        if dies in ("up", "down"):
            numbers = range(len(self.inputs))
            return tuple(numbers) if dies == "up" else tuple(~k for k in reversed(numbers))
        names = [p.name for p in self.inputs]
        return tuple(names.index(name.strip()) for name in dies.split(","))

    def _collapsed(self, operations: tuple[Operation, ...]) -> tuple[Operation, ...]:
        """A temporary that is only returned is put in where it is returned."""
        if len(operations) != 2 or operations[0][0] != "line" or operations[1][0] != "out":
            return operations
        name, _, value = operations[0][1].partition(" = ")
        if operations[1][1] != (name,) or name not in self.temporaries:
            return operations
        self.temporaries.discard(name)
        return (("out", (value,), operations[1][2], operations[0][2]),)

    def _jumps(self) -> bool:
        function = body_of(self.definition.body)
        return any(isinstance(n, ast.expr) and is_name_call(n, "jump") for n in ast.walk(function))

    def _lengths(self) -> str:
        texts = ["".join(p.length.texts) or str(p.length.number) for p in self.inputs]
        text = f"({', '.join(texts)}{',' if texts else ''})"
        return f"lambda oparg: {text}" if "oparg" in text else text

    def _kept(self, outputs: list[Place]) -> tuple[int, ...]:
        """For each output the input that it is, -1 for a new value."""
        return tuple(
            self.inputs.index(p) if is_peek(p, self.inputs) else -1
            for p in outputs
            if not (p.length.known and p.length.number == 0)
            for _ in range(1 if is_peek(p, self.inputs) else p.length.number)
        )

    # -- statements ------------------------------------------------------------------------

    def _block(self, statements: list[ast.stmt], tail: bool) -> tuple[Operation, ...]:
        operations: list[Operation] = []
        for i, statement in enumerate(statements):
            rest = statements[i + 1 :]
            if is_call(statement, "jump"):
                return (*operations, ("jump",))
            if is_call(statement, "enter"):
                text = self._text(argument_of(statement), operations)
                return (*operations, ("enter", text))
            for word in ("leave", "leave_in_order"):
                if is_call(statement, word):
                    return (*operations, (word, self._text(argument_of(statement))))
            if is_call(statement, "suspend") or is_call(statement, "probe"):
                raise Unsupported
            if isinstance(statement, ast.Return):
                return (*operations, *self._return(statement.value))
            if isinstance(statement, ast.If):
                return (*operations, *self._if(statement, rest, tail))
            if is_call(statement, "replace"):
                operations.append(self._replace(statement))
                continue
            operations += self._statement(statement)
            if isinstance(statement, ast.Raise) or _ends(statement):
                return tuple(operations)
        return (*operations, ("out", (), False, True)) if tail else tuple(operations)

    def _if(self, statement: ast.If, rest: list[ast.stmt], tail: bool) -> list[Operation]:
        before: list[Operation] = []
        test = self._text(statement.test, before)
        known, calls = self.known, self.calls
        branches = []
        for own in (statement.body, statement.orelse):
            self.known = dict(known)
            self.calls = calls
            statements = own if always_returns(own) else [*own, *rest]
            branches.append(self._outlined(statements, tail))
        harmless = _is_harmless(statement.test) and _is_test(statement.test)
        return [*before, ("if", test, harmless, *branches)]

    def _outlined(self, statements: list[ast.stmt], tail: bool) -> tuple[Operation, ...]:
        """A branch, or what leaves it to the loop where it is assumed not to be taken."""
        enters = mentions(statements, "enter")
        fast = mentions(statements, "pool")
        slow = mentions(statements, "bound_frame") and not fast
        if self.calls and self.guest is True and (not enters or not (fast or slow)):
            return (("exit",),)
        if self.calls and self.guest is False and fast:
            return (("exit",),)
        if mentions(statements[:1], "pool"):
            self.calls = False
        return self._block(statements, tail)

    def _replace(self, statement: ast.stmt) -> Operation:
        assert isinstance(statement, ast.Expr)
        assert isinstance(statement.value, ast.Call)
        name, value = statement.value.args
        number = next(k for k, p in enumerate(self.inputs) if p.name == ast.unparse(name))
        return ("replace", number, self._text(value))

    def _statement(self, statement: ast.stmt) -> list[Operation]:
        operations: list[Operation] = []
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            name = statement.targets[0].id
            if self._is_known(statement.value):
                self.known[name] = statement.value
                return []
            self.known.pop(name, None)
        text = self._text(statement, operations)
        targets = [n for n in ast.walk(statement) if isinstance(n, ast.Name) and _stored(n)]
        if any(place.name == n.id for n in targets for place in self.inputs):
            raise Unsupported
        return [*operations, ("line", text, _is_harmless(statement))]

    def _is_known(self, value: ast.expr) -> bool:
        """Whether a value can be put in where it is used: it is an input, or made of inputs."""
        names = {place.name for place in self.inputs}
        if isinstance(value, ast.Name):
            return value.id in names
        if isinstance(value, ast.List):
            return all(
                isinstance(e.value if isinstance(e, ast.Starred) else e, ast.Name)
                and (e.value if isinstance(e, ast.Starred) else e).id in names  # type: ignore[attr-defined]
                for e in value.elts
            )
        used = {n.id for n in ast.walk(value) if isinstance(n, ast.Name)}
        return used == {"oparg"}

    def _return(self, value: ast.expr | None) -> list[Operation]:
        if value is not None and is_name_call(value, "invoke") and isinstance(value, ast.Call):
            function = body_of(fragments["invoke"])
            self.calls = True
            return list(self._block(folded(self.folder, function.body), tail=True))
        count = sum(k < 0 for k in self._kept(self.outputs))
        before: list[Operation] = []
        if value is None or (isinstance(value, ast.Constant) and value.value is None and not count):
            return [("out", (), False, True)]
        values = list(value.elts) if isinstance(value, (ast.Tuple, ast.List)) and count > 1 else []
        produced = [p for p in self.outputs if not is_peek(p, self.inputs)]
        if isinstance(value, ast.Tuple) and len(value.elts) == len(produced) > 1:
            values = [
                v
                for v, p in zip(value.elts, produced, strict=True)
                if not (p.length.known and p.length.number == 0)
            ]
        if isinstance(value, ast.List) and len(produced) == 1 and produced[0].is_array:
            values = list(value.elts)
        values = values or [value]
        if len(values) != count:
            raise Unsupported
        if self._augments(values[0]):
            assert isinstance(values[0], ast.Call)
            symbol = self.operators.binary[self.selected or 0]
            right = self._text(values[0].args[1])
            return [("line", f"__t0__ {symbol} {right}", False), ("out", ("__t0__",), False, False)]
        texts = tuple(self._text(v, before) for v in values)
        harmless = all(_is_harmless(v) for v in values)
        return [*before, ("out", texts, count == 1 and _is_bool(values[0], self), harmless)]

    def _augments(self, value: ast.expr) -> bool:
        if not is_name_call(value, "operate"):
            return False
        return self.operators.binary[self.selected or 0].endswith("=")

    # -- expressions -----------------------------------------------------------------------

    def _text(self, node: ast.AST, before: list[Operation] | None = None) -> str:
        rewriter = _Tokens(self, before if before is not None else [])
        copy = ast.parse(ast.unparse(node)).body[0]
        if isinstance(node, ast.expr):
            assert isinstance(copy, ast.Expr)
            return ast.unparse(rewriter.visit(copy.value))
        return ast.unparse(rewriter.visit(copy))

    def place(self, name: str) -> tuple[int, Place] | None:
        for k, place in enumerate(self.inputs):
            if name in (place.name, place.name + "_"):
                return k, place
        return None


_TOKEN = re.compile(r"__([a-z])(\d*)(?:_(\d+))?__(,\s?)?|\b(t_\w+)\b")


def parts_of(text: str) -> tuple[Any, ...]:
    """A text as source and tokens."""
    parts: list[Any] = []
    end = 0
    for match in _TOKEN.finditer(text):
        if match.start() > end:
            parts.append(text[end : match.start()])
        kind, number, element, comma, temporary = match.groups()
        if temporary:
            parts.append(("t", temporary))
        elif kind == "a":
            parts.append(("a", int(number), comma or ""))
        else:
            numbers = (int(n) for n in (number, element) if n)
            parts.append((kind, *numbers) if kind != "t" else ("u",))
            if comma:
                parts.append(comma)
        end = match.end()
    if end < len(text):
        parts.append(text[end:])
    return tuple(parts)


_BOOL = re.compile(r"True if (.*) else False")


def _parted(operations: tuple[Operation, ...]) -> tuple[Operation, ...]:
    result: list[Operation] = []
    for operation in operations:
        word = operation[0]
        if word == "line":
            store = re.match(r"(__l\d?__) = ", operation[1])
            local = parts_of(store[1])[0] if store else None
            result.append((word, parts_of(operation[1]), operation[2], local))
        elif word == "if":
            branches = (_parted(operation[3]), _parted(operation[4]))
            result.append((word, parts_of(operation[1]), operation[2], *branches))
        elif word == "out":
            texts, is_bool = operation[1], operation[2]
            test = None
            if is_bool:
                match = _BOOL.fullmatch(texts[0])
                test = parts_of(match[1] if match else texts[0])
            result.append((word, tuple(parts_of(t) for t in texts), test, operation[3]))
        elif word == "replace":
            result.append((word, operation[1], parts_of(operation[2])))
        elif word in ("enter", "leave", "leave_in_order"):
            result.append((word, parts_of(operation[1])))
        else:
            result.append(operation)
    return tuple(result)


class _Source(str):
    """Source text that stands for itself in a repr."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


class _Assuming(Folder):
    """Put in what is selected, and what is assumed of an input that may be NULL."""

    def __init__(self, selected: int | None, null: bool | None) -> None:
        super().__init__(selected)
        self.null = null

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        names = ("method_or_null", "self_or_null", "index_or_null")
        if (
            self.null is not None
            and isinstance(node.left, ast.Name)
            and node.left.id in names
            and isinstance(node.ops[0], ast.Is)
        ):
            return ast.Constant(self.null)
        return super().visit_Compare(node)


class _Tokens(ast.NodeTransformer):
    """Put tokens in the place of the inputs' names and code in that of the vocabulary."""

    def __init__(self, maker: _TemplateMaker, before: list[Operation]) -> None:
        self.maker = maker
        self.before = before

    def visit_Name(self, node: ast.Name) -> ast.expr:
        maker = self.maker
        if node.id in maker.known:
            value = maker.known[node.id]
            if isinstance(value, ast.List):  # it becomes an object of its own
                text = ast.unparse(self.visit(value))
                self.before.append(("line", f"t_{node.id} = {text}", True))
                maker.temporaries.add(f"t_{node.id}")
                del maker.known[node.id]
                return ast.Name(f"t_{node.id}", node.ctx)
            return self.visit(ast.parse(ast.unparse(value), mode="eval").body)  # type: ignore[no-any-return]
        found = maker.place(node.id)
        if found is not None:
            k, place = found
            if place.is_array:
                return ast.List([ast.Name(f"__a{k}__", ast.Load())], ast.Load())
            return ast.Name(f"__i{k}__", node.ctx)
        if node.id in _WORDS:
            return ast.Name(_WORDS[node.id], node.ctx)
        if node.id in ("r", "below"):
            raise Unsupported
        if node.id in maker.assigned:
            if node.id not in HARMLESS:
                maker.temporaries.add(f"t_{node.id}")
            return ast.Name(f"t_{node.id}", node.ctx)
        return node

    def visit_Assign(self, node: ast.Assign) -> ast.stmt:
        node.value = self.visit(node.value)
        node.targets = [self.visit(t) for t in node.targets]
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        if isinstance(node.value, ast.Name):
            if node.value.id == "r":
                return ast.Name(_local(node.slice), node.ctx)
            found = self.maker.place(node.value.id)
            if found is not None and found[1].is_array and isinstance(node.slice, ast.Constant):
                return ast.Name(f"__e{found[0]}_{node.slice.value!r}__", ast.Load())
        self.generic_visit(node)
        return node

    def visit_Starred(self, node: ast.Starred) -> ast.expr:
        if isinstance(node.value, ast.Name):
            found = self.maker.place(node.value.id)
            if found is not None and found[1].is_array:
                return ast.Name(f"__a{found[0]}__", ast.Load())
        self.generic_visit(node)
        return node

    def visit_Set(self, node: ast.Set) -> ast.expr:
        """A display without elements would be one of a dict."""
        node.elts = [
            ast.Starred(ast.List([self.visit(e)], ast.Load()), ast.Load()) for e in node.elts
        ]
        return node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        maker = self.maker
        if isinstance(node.func, ast.Name):
            if node.func.id == "inputs_from":
                raise Unsupported
            if node.func.id == "below":
                return ast.Name("__b__", ast.Load())
            if node.func.id in ("operate", "compare"):
                left, right = (ast.unparse(self.visit(a)) for a in node.args)
                return _operation(maker, node.func.id, left, right)
            if node.func.id == "getattr" and ast.unparse(node.args[1]) == "operand":
                return ast.Attribute(self.visit(node.args[0]), "__n__", ast.Load())
        arguments: list[ast.expr] = []
        for argument in node.args:
            arguments += self._elements(argument) or [self.visit(argument)]
        node.args = arguments
        node.func = self.visit(node.func)
        node.keywords = [self.visit(k) for k in node.keywords]
        return node

    def _elements(self, argument: ast.expr) -> list[ast.expr]:
        """What a starred argument stands for that is a list of inputs."""
        if not isinstance(argument, ast.Starred) or not isinstance(argument.value, ast.Name):
            return []
        known = self.maker.known.get(argument.value.id)
        if not isinstance(known, ast.List):
            return []
        return [self.visit(_copy(element)) for element in known.elts]

    def visit_Expr(self, node: ast.Expr) -> ast.stmt:
        call = node.value
        if (
            is_name_call(call, "setattr")
            and isinstance(call, ast.Call)
            and ast.unparse(call.args[1]) == "operand"
        ):
            target = ast.Attribute(self.visit(call.args[0]), "__n__", ast.Store())
            return ast.Assign([target], self.visit(call.args[2]), lineno=1)
        if is_name_call(call, "delattr") and isinstance(call, ast.Call):
            return ast.Delete([ast.Attribute(self.visit(call.args[0]), "__n__", ast.Del())])
        self.generic_visit(node)
        return node


_WORDS = {"operand": "__x__", "oparg": "__o__", "step": "__s__", "NULL": "null"}


def _operation(maker: _TemplateMaker, word: str, left: str, right: str) -> ast.expr:
    selected = maker.selected
    assert selected is not None
    if word == "compare":
        text = f"{left} {maker.operators.comparisons[selected & 15]} {right}"
    else:
        symbol = maker.operators.binary[selected]
        text = f"{left}[{right}]" if symbol == "[]" else f"{left} {symbol} {right}"
    return ast.parse(text, mode="eval").body


def _local(index: ast.expr) -> str:
    text = ast.unparse(index)
    if text == "operand":
        return "__l__"
    if text in ("operand[0]", "operand[1]"):
        return f"__l{text[-2]}__"
    raise Unsupported


def _copy(node: ast.expr) -> ast.expr:
    """A copy to be rewritten; a starred one as it is in a list."""
    return ast.parse(f"[{ast.unparse(node)}]", mode="eval").body.elts[0]  # type: ignore[attr-defined, no-any-return]


def _stored(node: ast.Name) -> bool:
    return isinstance(node.ctx, ast.Store)


def _ends(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and any(is_name_call(statement.value, w) for w in ENDS)


def _is_bool(value: ast.expr, maker: _TemplateMaker) -> bool:
    """Whether an expression is True or False for certain."""
    if isinstance(value, ast.IfExp):
        return ast.unparse(value.body) == "True" and ast.unparse(value.orelse) == "False"
    if isinstance(value, ast.UnaryOp):
        return isinstance(value.op, ast.Not)
    if isinstance(value, ast.Compare):
        return isinstance(value.ops[0], (ast.Is, ast.IsNot, ast.In, ast.NotIn))
    return False


def _is_harmless(node: ast.AST) -> bool:
    """Whether code neither raises nor runs any other, but for what dies."""
    allowed = (
        ast.Name, ast.Constant, ast.Subscript, ast.Attribute, ast.Compare, ast.Tuple, ast.IfExp,
        ast.Is, ast.IsNot, ast.In, ast.Eq, ast.expr_context, ast.Assign, ast.List, ast.Starred,
    )  # fmt: skip
    for part in ast.walk(node):
        if _is_type(part):
            continue
        if not isinstance(part, allowed) or not _is_harmless_part(part):
            return False
    return True


def _is_type(node: ast.AST) -> bool:
    return is_name_call(node, "type")  # type: ignore[arg-type]


def _is_test(node: ast.expr) -> bool:
    """Whether an expression is a bool, so that to test it runs no code."""
    return isinstance(node, ast.Compare)


def _is_harmless_part(part: ast.AST) -> bool:
    if isinstance(part, ast.Tuple):
        return isinstance(part.ctx, ast.Load)
    if isinstance(part, ast.IfExp):
        return _is_test(part.test)
    if isinstance(part, ast.Compare) and isinstance(part.ops[0], ast.Eq):
        return ast.unparse(part.comparators[0]) == "EMPTY_CELL"
    if isinstance(part, ast.Compare) and isinstance(part.ops[0], ast.In):
        return ast.unparse(part.comparators[0]).startswith("frame.")
    if isinstance(part, ast.Subscript):
        text = ast.unparse(part.value)
        return text in ("r", "operand", "frame.globals", "frame.builtins")
    if isinstance(part, ast.Attribute):
        return ast.unparse(part.value) == "frame" or part.attr == "cell_contents"
    return True
