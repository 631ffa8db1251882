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

`harmless` is said of what neither raises nor runs code.  What a text is made of tells `tokens.py`.
"""

from __future__ import annotations

import ast

from peephole.instructions.registry import Definition, fragments
from peephole.machine.generate.harmless import is_bool, is_harmless, is_test
from peephole.machine.generate.operators import Operators
from peephole.machine.generate.slots import Place, is_peek, places
from peephole.machine.generate.syntax import (
    ENDS,
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
from peephole.machine.generate.tokens import Names, Operation, Unsupported, parted


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
        assigned = assigned_in(body_of(definition.body).body)
        assigned |= assigned_in(body_of(fragments["invoke"]).body)
        self.names = Names(operators, selected, self.inputs, assigned)

    def make(self) -> str:
        if any(not p.length.known and not is_peek(p, self.inputs) for p in self.outputs):
            raise Unsupported
        if any(not is_peek(p, self.inputs) for p in self.landing if self._jumps()):
            raise Unsupported
        operations = self._block(folded(self.folder, body_of(self.definition.body).body), tail=True)
        operations = parted(self._collapsed(operations))
        return repr(
            (
                tuple(p.name for p in self.inputs),
                _Source(self._lengths()),
                self._kept(self.outputs),
                self._kept(self.landing) if self._jumps() else (),
                tuple(sorted(self.names.temporaries)),
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
        if operations[1][1] != (name,) or name not in self.names.temporaries:
            return operations
        self.names.temporaries.discard(name)
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
            if is_call(statement, "done"):
                operations.append(("done",))
                continue
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
        known, calls = self.names.known, self.calls
        branches = []
        for own in (statement.body, statement.orelse):
            self.names.known = dict(known)
            self.calls = calls
            statements = own if always_returns(own) else [*own, *rest]
            branches.append(self._outlined(statements, tail))
        harmless = is_harmless(statement.test) and is_test(statement.test)
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
                self.names.known[name] = statement.value
                return []
            self.names.known.pop(name, None)
        text = self._text(statement, operations)
        targets = [n for n in ast.walk(statement) if isinstance(n, ast.Name) and _stored(n)]
        if any(place.name == n.id for n in targets for place in self.inputs):
            raise Unsupported
        return [*operations, ("line", text, is_harmless(statement))]

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
        harmless = all(is_harmless(v) for v in values)
        return [*before, ("out", texts, count == 1 and is_bool(values[0]), harmless)]

    def _augments(self, value: ast.expr) -> bool:
        if not is_name_call(value, "operate"):
            return False
        return self.operators.binary[self.selected or 0].endswith("=")

    def _text(self, node: ast.AST, before: list[Operation] | None = None) -> str:
        return self.names.text(node, before)


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


def _stored(node: ast.Name) -> bool:
    return isinstance(node.ctx, ast.Store)


def _ends(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and any(is_name_call(statement.value, w) for w in ENDS)
