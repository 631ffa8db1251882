"""One definition made into one leaf of the dispatch tree: its body, inlined on the slots."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from peephole.instructions.effects import Effect
from peephole.instructions.registry import Definition, fragments
from peephole.machine.generate.slots import Distance, Place, is_peek, places

#: Names of a body that hold nothing of the guest's and so need not be cleared.
HARMLESS = frozenset({"count", "executable", "returned", "index"})

#: words after which a body does not go on to the next instruction
ENDS = frozenset({"jump", "leave", "leave_in_order", "reraise", "raise_active"})


def leave_lines(in_order: bool) -> list[str]:
    """The lines that return `t_value` from a frame."""
    return [
        "if frame is base:",
        "    if frame.husk is not None:",
        "        retire(frame)",
        *(["    r.reverse()"] if in_order else []),
        "    thread.frame = frame.back",
        "    thread.host = outer",
        "    return t_value",
        "t_left = frame",
        "s = frame.ret",
        "frame = thread.frame = frame.back",
        "r = frame.r",
        "node = frame.node",
        "if t_left.husk is not None:",
        "    retire(t_left)",
        "else:",
        *(["    t_left.r.reverse()"] if in_order else []),
        "    t_left.r = t_left.function = t_left.globals = t_left.back = None",
        "    t_left.executable.pool.append(t_left)",
        "t_left = None",
        "r[s] = t_value",
        "t_value = None",
    ]


@dataclass(frozen=True)
class Operators:
    """What the numbers of `operate` and `compare` mean in a version."""

    binary: tuple[str, ...]
    comparisons: tuple[str, ...]
    shift: int


@dataclass
class Leaf:
    """A leaf: its name, its lines of source, the temporaries it uses."""

    name: str
    lines: list[str]
    temporaries: set[str] = field(default_factory=set)
    #: whether `x`, which the body has no use for, holds the index of the second slot
    second_slot: bool = False


@cache
def body_of(function: Any) -> ast.FunctionDef:
    """The syntax of a definition's function, without its docstring."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    definition = tree.body[0]
    assert isinstance(definition, ast.FunctionDef)
    if isinstance(definition.body[0], ast.Expr) and isinstance(
        definition.body[0].value, ast.Constant
    ):
        definition.body = definition.body[1:]
    return definition


def make_leaf(
    definition: Definition, selected: int | None, operators: Operators, observed: bool
) -> Leaf:
    """Inline a definition's body; `selected` fixes the value of its selecting expression."""
    return _LeafMaker(definition, selected, operators, observed).make()


class _LeafMaker:
    def __init__(
        self, definition: Definition, selected: int | None, operators: Operators, observed: bool
    ) -> None:
        self.definition = definition
        self.selected = selected
        self.operators = operators
        self.observed = observed
        self.function = body_of(definition.body)
        names = {n.id for n in ast.walk(self.function) if isinstance(n, ast.Name)}
        self.oparg = "step.oparg" if "operand" in names else "x"
        select = definition.select[0] if definition.select else None
        arguments = (select, selected, self.oparg)
        self.inputs = places(definition.effect.inputs, *arguments)
        self.outputs = places(definition.effect.outputs, *arguments)
        self.jump_outputs = places(definition.landing.outputs, *arguments)
        self.lines: list[str] = []
        self.temporaries: set[str] = set()
        self.renamed: dict[str, str] = {}

    def _temporary(self, name: str) -> str:
        """The loop's own name for a name that a body binds."""
        renamed = self.renamed.setdefault(name, f"t_{name}")
        if name not in HARMLESS:
            self.temporaries.add(renamed)
        return renamed

    def make(self) -> Leaf:
        name = self.definition.name
        if self.selected is not None:
            name += f" {self.selected}"
        statements = self._prepared(self.function.body)
        counts = _loads(statements)
        self.replaced: dict[str, str] = {}
        self.arrays: dict[str, Place] = {}
        assigned = assigned_in(statements)
        for place in self.inputs:
            names = (place.name, place.name + "_")
            used = next((n for n in names if n in counts), None)
            if used is None:
                continue
            if place.is_array:
                self.arrays[used] = place
            elif counts[used] <= 1 and used not in assigned:
                self.replaced[used] = place.load()
            else:
                self._emit(0, f"{self._temporary(used)} = {place.load()}")
        for bound in assigned:
            self._temporary(bound)
        self._block(statements, 0, tail=True, jumped=False)
        return _with_second_slot(Leaf(name, self.lines or ["pass"], self.temporaries))

    # -- statements ------------------------------------------------------------------------

    def _block(self, statements: list[ast.stmt], level: int, tail: bool, jumped: bool) -> None:
        for i, statement in enumerate(statements):
            last = i == len(statements) - 1
            rest = statements[i + 1 :]
            if is_call(statement, "jump"):
                self._emit(level, "node = x")
                jumped = True
            elif is_call(statement, "probe"):
                self._emit(level, "node = x(thread, frame, step, node)")
                return
            elif is_call(statement, "enter"):
                self._enter(argument_of(statement), level, tail)
                return
            elif is_call(statement, "leave") or is_call(statement, "leave_in_order"):
                in_order = is_call(statement, "leave_in_order")
                self._leave(argument_of(statement), level, tail, in_order)
                return
            elif is_call(statement, "suspend"):
                self._suspend(argument_of(statement), level)
                return
            elif isinstance(statement, ast.Return):
                if self._inlined_fragment(statement, level, tail):
                    return
                self._return(statement.value, level, tail, jumped)
                return
            elif isinstance(statement, ast.If):
                ends = always_returns(statement.body)
                if not last and ends:
                    # what follows an early return is its else branch: one exit, no `continue`
                    statement = ast.If(statement.test, statement.body, [*statement.orelse, *rest])
                    self._if(statement, level, tail, jumped)
                    return
                self._if(statement, level, tail and last, jumped)
                if last:
                    return
            else:
                self._emit(level, self._text(statement))
                if isinstance(statement, ast.Raise):
                    return
        if tail:
            self._exit(level, jumped)

    def _if(self, statement: ast.If, level: int, tail: bool, jumped: bool) -> None:
        self._emit(level, f"if {self._text(statement.test)}:")
        self._block(statement.body, level + 1, tail, jumped)
        if len(self.lines) and self.lines[-1].endswith(":"):
            self._emit(level + 1, "pass")
        if statement.orelse or tail:
            mark = len(self.lines)
            self._emit(level, "else:")
            self._block(statement.orelse, level + 1, tail, jumped)
            if len(self.lines) == mark + 1:
                del self.lines[mark]

    def _inlined_fragment(self, statement: ast.Return, level: int, tail: bool) -> bool:
        value = statement.value
        if not (
            isinstance(value, ast.Call)
            and isinstance(value.func, ast.Name)
            and value.func.id in fragments
        ):
            return False
        function = body_of(fragments[value.func.id])
        parameters = [a.arg for a in function.args.args]
        for parameter, argument in zip(parameters, value.args, strict=False):
            text = self._text(argument)
            self.replaced.pop(parameter, None)
            name = self._temporary(parameter)
            if text != name:
                self._emit(level, f"{name} = {text}")
        statements = self._prepared(function.body)
        for assigned in assigned_in(statements):
            self._temporary(assigned)
        self._block(statements, level, tail, jumped=False)
        return True

    # -- the ends of a leaf ----------------------------------------------------------------

    def _return(self, value: ast.expr | None, level: int, tail: bool, jumped: bool) -> None:
        targets = self._effect(jumped)[1]
        produced = [p for p in targets if not is_peek(p, self.inputs)]
        none = value is None or (isinstance(value, ast.Constant) and value.value is None)
        if produced and not (none and jumped and len(produced) != 1) and value is not None:
            if not (none and jumped):
                self._store(produced, value, level)
        elif value is not None and not none:
            self._emit(level, self._text(value))
        self._exit(level, jumped)
        if not tail:
            self._emit(level, "continue")

    def _store(self, produced: list[Place], value: ast.expr, level: int) -> None:
        values = value.elts if isinstance(value, ast.Tuple) and len(produced) > 1 else [value]
        if len(values) == 1 and len(produced) > 1:
            produced = [p for p in produced if not (p.length.known and p.length.number == 0)]
        pairs = (
            [
                (p, v)
                for p, v in zip(produced, values, strict=True)
                if not (p.length.known and p.length.number == 0)
            ]
            if len(values) == len(produced)
            else []
        )
        if not pairs:  # one expression for several outputs
            targets = ", ".join(p.load() for p in produced)
            self._emit(level, f"{targets} = {self._text(value)}")
            return
        if len(pairs) == 1 and self._in_place(pairs[0][1], level):
            return
        elements = pairs[0][0].elements() if pairs[0][0].is_array else None
        if len(pairs) == 1 and elements is not None and isinstance(pairs[0][1], ast.List):
            sources = ", ".join(self._text(element) for element in pairs[0][1].elts)
            self._emit(level, f"{', '.join(elements)} = {sources}")
            return
        targets = ", ".join(
            p.load() if p.is_array and not _single(p) else f"r[{p.start.text()}]" for p, _ in pairs
        )
        self._emit(level, f"{targets} = {', '.join(self._text(v) for _, v in pairs)}")

    def _in_place(self, value: ast.expr, level: int) -> bool:
        """An augmented operator: the result goes where the left operand was."""
        if not (is_name_call(value, "operate") and self.selected is not None):
            return False
        symbol = self.operators.binary[self.selected]
        if not symbol.endswith("="):
            return False
        left, right = (self._text(a) for a in value.args)  # type: ignore[attr-defined]
        self._emit(level, f"{left} {symbol} {right}")
        return True

    def _exit(self, level: int, jumped: bool) -> None:
        effect, targets = self._effect(jumped)
        self._clear(effect, targets, level)
        self._forget(level)
        if self.observed:
            self._emit(level, "target = node[4]")
            self._emit(level, "sp = frame.sp = target.sp")
            self._emit(level, "instruction(frame, step, target, r[sp - 1])")

    def _enter(self, callee: ast.expr, level: int, tail: bool) -> None:
        self._emit(level, f"t_callee = {self._text(callee)}")
        self.temporaries.add("t_callee")
        self._clear(Effect(f"{self.definition.effect.text.partition('--')[0]}--"), [], level)
        self._forget(level, "t_callee")
        target = "s"
        for place in self.outputs:
            if not is_peek(place, self.inputs):
                target = place.start.text()
        self._emit(level, f"t_callee.ret = {target}")
        self._emit(level, "frame.node = node")
        self._emit(level, "frame.step = step")
        if self.observed:
            self._emit(level, f"sp = frame.sp = {target}")
            self._emit(level, "instruction(frame, step, None, r[sp - 1])")
        for line in ("frame = thread.frame = t_callee", "t_callee = None", "r = frame.r"):
            self._emit(level, line)
        self._emit(level, "node = frame.node")
        if self.observed:
            self._emit(level, "if start is not None:")
            self._emit(level + 1, "start(frame)")
        if not tail:
            self._emit(level, "continue")

    def _leave(self, value: ast.expr, level: int, tail: bool, in_order: bool) -> None:
        self._emit(level, f"t_value = {self._text(value)}")
        self.temporaries |= {"t_value", "t_left"}
        self._forget(level, "t_value")
        if self.observed:
            self._emit(level, "frame.sp = s")
            self._emit(level, "instruction(frame, step, None, r[s - 1])")
            self._emit(level, "if returned is not None:")
            self._emit(level + 1, "returned(frame, t_value)")
        for line in leave_lines(in_order):
            self._emit(level, line)
        if not tail:
            self._emit(level, "continue")

    def _suspend(self, value: ast.expr, level: int) -> None:
        self._emit(level, f"t_value = {self._text(value)}")
        self.temporaries.add("t_value")
        self._emit(level, "r[s] = None")
        self._forget(level, "t_value")
        for line in (
            "frame.node = node",
            "frame.step = step",
            "frame.ret = s",
            "frame.suspended = True",
        ):
            self._emit(level, line)
        if self.observed:
            self._emit(level, "frame.sp = s")
            self._emit(level, "instruction(frame, step, None, r[s - 1])")
            self._emit(level, "if suspended is not None:")
            self._emit(level + 1, "suspended(frame, t_value)")
        for line in (
            "thread.frame = frame.back",
            "thread.host = outer",
            "frame.back = None",
            "return t_value",
        ):
            self._emit(level, line)

    # -- pieces ----------------------------------------------------------------------------

    def _effect(self, jumped: bool) -> tuple[Effect, list[Place]]:
        if jumped:
            return self.definition.landing, self.jump_outputs
        return self.definition.effect, self.outputs

    def _clear(self, effect: Effect, targets: list[Place], level: int) -> None:
        """Drop the inputs that no output took the place of."""
        top = Distance()
        for place in targets:
            top = place.stop
        end = self.inputs[-1].stop if self.inputs else Distance()
        if top == end:
            return
        if top.known and end.known:
            slots = [f"r[{Distance(i).text()}]" for i in range(top.number, end.number)]
            if slots:
                self._emit(level, " = ".join([*slots, "None"]))
            return
        length = _difference(end, top)
        if length is not None and length.known:
            if length.number <= 0:
                return
            slots = [f"r[{(top + Distance(i)).text()}]" for i in range(length.number)]
            self._emit(level, " = ".join([*slots, "None"]))
            return
        self._emit(level, f"for i in range({top.text()}, {end.text()}):")
        self._emit(level + 1, "r[i] = None")

    def _forget(self, level: int, keep: str = "") -> None:
        names = sorted(self.temporaries - {keep})
        if names:
            self._emit(level, " = ".join([*names, "None"]))

    def _prepared(self, statements: list[ast.stmt]) -> list[ast.stmt]:
        folder = Folder(self.selected)
        result: list[ast.stmt] = []
        for statement in statements:
            folded = folder.visit(ast.parse(ast.unparse(statement)).body[0])
            result.extend(folded if isinstance(folded, list) else [folded])
        return result

    def _text(self, node: ast.AST) -> str:
        rewriter = _Rewriter(self)
        copy = ast.parse(ast.unparse(node))
        statement = copy.body[0]
        if isinstance(node, ast.expr):
            assert isinstance(statement, ast.Expr)
            return ast.unparse(rewriter.visit(statement.value))
        return ast.unparse(rewriter.visit(statement))

    def _emit(self, level: int, line: str) -> None:
        for part in line.splitlines():
            self.lines.append("    " * level + part)


class Folder(ast.NodeTransformer):
    """Put the selected value in and drop the branches that it decides."""

    def __init__(self, selected: int | None) -> None:
        self.selected = selected

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id == "selected":
            return ast.Constant(self.selected)
        return node

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        self.generic_visit(node)
        if isinstance(node.left, ast.Constant) and isinstance(node.right, ast.Constant):
            return ast.Constant(eval(ast.unparse(node)))
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        self.generic_visit(node)
        if isinstance(node.left, ast.Constant) and isinstance(node.comparators[0], ast.Constant):
            return ast.Constant(eval(ast.unparse(node)))
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        self.generic_visit(node)
        if isinstance(node.op, ast.And):
            if any(isinstance(v, ast.Constant) and not v.value for v in node.values):
                return ast.Constant(False)
            rest = [v for v in node.values if not isinstance(v, ast.Constant)]
            return rest[0] if len(rest) == 1 else ast.BoolOp(ast.And(), rest)
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        self.generic_visit(node)
        if isinstance(node.test, ast.Constant):
            return node.body if node.test.value else node.orelse
        return node

    def visit_If(self, node: ast.If) -> ast.stmt | list[ast.stmt]:
        self.generic_visit(node)
        if isinstance(node.test, ast.Constant):
            return node.body if node.test.value else node.orelse
        return node


class _Rewriter(ast.NodeTransformer):
    """Put slots in the place of the inputs' names and code in that of the vocabulary."""

    def __init__(self, leaf: _LeafMaker) -> None:
        self.leaf = leaf

    def visit_Name(self, node: ast.Name) -> ast.expr:
        leaf = self.leaf
        if node.id in leaf.renamed:
            return ast.Name(leaf.renamed[node.id], node.ctx)
        if node.id in leaf.arrays:
            return _expression(leaf.arrays[node.id].load())
        if node.id in leaf.replaced:
            return _expression(leaf.replaced[node.id])
        if node.id == "operand":
            return ast.Name("x", node.ctx)
        if node.id == "oparg":
            return _expression(leaf.oparg)
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        if (
            isinstance(node.value, ast.Name)
            and node.value.id in self.leaf.arrays
            and isinstance(node.slice, ast.Constant)
        ):
            elements = self.leaf.arrays[node.value.id].elements()
            if elements is not None and isinstance(node.slice.value, int):
                return _expression(elements[node.slice.value])
        self.generic_visit(node)
        return node

    def visit_Starred(self, node: ast.Starred) -> ast.expr | list[ast.expr]:
        if isinstance(node.value, ast.Name) and node.value.id in self.leaf.arrays:
            elements = self.leaf.arrays[node.value.id].elements()
            if elements is not None:
                return [_expression(e) for e in elements]
        self.generic_visit(node)
        return node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        leaf = self.leaf
        if isinstance(node.func, ast.Name):
            if node.func.id == "inputs_from":
                first = node.args[0]
                assert isinstance(first, ast.Name)
                return _expression(_span(leaf.inputs, first.id))
            if node.func.id == "below":
                return _expression("r[s - 1]")
            if node.func.id in ("operate", "compare"):
                left, right = (ast.unparse(self.visit(a)) for a in node.args)
                return _expression(self._operation(node.func.id, left, right))
        self.generic_visit(node)
        return node

    def _operation(self, word: str, left: str, right: str) -> str:
        operators, selected = self.leaf.operators, self.leaf.selected
        assert selected is not None
        if word == "compare":
            return f"{left} {operators.comparisons[selected & 15]} {right}"
        symbol = operators.binary[selected]
        if symbol == "[]":
            return f"{left}[{right}]"
        return f"{left} {symbol} {right}"


_SECOND = re.compile(r"\bs \+ 1\b")
_OPERAND = re.compile(r"\bx\b")


def _with_second_slot(leaf: Leaf) -> Leaf:
    """Let the decoder compute the second slot's index where the operand is not used."""
    if any(_OPERAND.search(line) for line in leaf.lines):
        return leaf
    lines = [_SECOND.sub("x", line) for line in leaf.lines]
    return Leaf(leaf.name, lines, leaf.temporaries, lines != leaf.lines)


def _span(inputs: list[Place], first: str) -> str:
    start = next(p for p in inputs if p.name == first).start
    return f"r[{start.text()}:{inputs[-1].stop.text()}]"


def _single(place: Place) -> bool:
    return place.length.known and place.length.number == 1 and place.name != "values"


def _difference(end: Distance, top: Distance) -> Distance | None:
    texts = list(end.texts)
    for text in top.texts:
        if text not in texts:
            return None
        texts.remove(text)
    return Distance(end.number - top.number, tuple(texts))


def _loads(statements: list[ast.stmt]) -> dict[str, int]:
    """How often each name's value is read (`inputs_from` only names a slot)."""
    counts: dict[str, int] = {}
    for statement in statements:
        for node in ast.walk(statement):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                counts[node.id] = counts.get(node.id, 0) + 1
            if isinstance(node, ast.Call) and is_name_call(node, "inputs_from"):
                assert isinstance(node.args[0], ast.Name)
                name = node.args[0].id
                counts[name] = counts.get(name, 0) - 1
    return counts


def assigned_in(statements: list[ast.stmt]) -> set[str]:
    return {
        node.id
        for statement in statements
        for node in ast.walk(statement)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }


def _expression(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


def is_call(statement: ast.stmt, word: str) -> bool:
    return isinstance(statement, ast.Expr) and is_name_call(statement.value, word)


def is_name_call(value: ast.expr, word: str) -> bool:
    return (
        isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == word
    )


def argument_of(statement: ast.stmt) -> ast.expr:
    assert isinstance(statement, ast.Expr)
    assert isinstance(statement.value, ast.Call)
    return statement.value.args[0]


def always_returns(statements: list[ast.stmt]) -> bool:
    return bool(statements) and (
        isinstance(statements[-1], (ast.Return, ast.Raise))
        or any(
            is_call(statements[-1], word)
            for word in ("enter", "leave", "leave_in_order", "suspend")
        )
    )
