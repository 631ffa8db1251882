"""The texts of a template: a definition's body with tokens for what the translator puts in.

A text is a tuple of source and of tokens: ("i", 0) an input, ("a", 2, ", ") the values of an array
and what separates them from what follows, ("e", 2, 0) one of them, ("x",) the operand, ("n",) an
attribute's name, ("l", 0) a local variable of two, ("l",) of one, ("b",) what lies below the
inputs, ("o",) the oparg, ("s",) the step, ("t", name) a temporary, ("u",) the variable that the
left operand is in.  While a body is rewritten a token is a name, `__i0__`.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from typing import Any

from peephole.machine.generate.operators import Operators
from peephole.machine.generate.slots import Place
from peephole.machine.generate.syntax import HARMLESS, is_name_call, unparsed

Operation = tuple[Any, ...]


class Unsupported(Exception):
    """A definition that stays in the loop."""


@dataclass
class Names:
    """What the names of a definition's body stand for in its template."""

    operators: Operators
    selected: int | None
    inputs: list[Place]
    #: the names that the body binds
    assigned: set[str]
    #: those of them that the template needs
    temporaries: set[str] = field(default_factory=set)
    #: names that are put in where they are used: inputs, or made of inputs
    known: dict[str, ast.expr] = field(default_factory=dict)

    def text(self, node: ast.AST, before: list[Operation] | None = None) -> str:
        """Source with tokens; what has to be done first is appended to `before`."""
        return unparsed(Tokens(self, before if before is not None else []), node)

    def place(self, name: str) -> tuple[int, Place] | None:
        """The input of that name and which it is."""
        for k, place in enumerate(self.inputs):
            if name in (place.name, place.name + "_"):
                return k, place
        return None


class Tokens(ast.NodeTransformer):
    """Put tokens in the place of the inputs' names and code in that of the vocabulary."""

    def __init__(self, names: Names, before: list[Operation]) -> None:
        self.names = names
        self.before = before

    def visit_Name(self, node: ast.Name) -> ast.expr:
        names = self.names
        if node.id in names.known:
            value = names.known[node.id]
            if isinstance(value, ast.List):  # it becomes an object of its own
                text = ast.unparse(self.visit(value))
                self.before.append(("line", f"t_{node.id} = {text}", True))
                names.temporaries.add(f"t_{node.id}")
                del names.known[node.id]
                return ast.Name(f"t_{node.id}", node.ctx)
            return self.visit(ast.parse(ast.unparse(value), mode="eval").body)  # type: ignore[no-any-return]
        found = names.place(node.id)
        if found is not None:
            k, place = found
            if place.is_array:
                return ast.List([ast.Name(f"__a{k}__", ast.Load())], ast.Load())
            return ast.Name(f"__i{k}__", node.ctx)
        if node.id in _WORDS:
            return ast.Name(_WORDS[node.id], node.ctx)
        if node.id in ("r", "below"):
            raise Unsupported
        if node.id in names.assigned:
            if node.id not in HARMLESS:
                names.temporaries.add(f"t_{node.id}")
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
            found = self.names.place(node.value.id)
            if found is not None and found[1].is_array and isinstance(node.slice, ast.Constant):
                return ast.Name(f"__e{found[0]}_{node.slice.value!r}__", ast.Load())
        self.generic_visit(node)
        return node

    def visit_Starred(self, node: ast.Starred) -> ast.expr:
        if isinstance(node.value, ast.Name):
            found = self.names.place(node.value.id)
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
        names = self.names
        if isinstance(node.func, ast.Name):
            if node.func.id == "inputs_from":
                raise Unsupported
            if node.func.id == "below":
                return ast.Name("__b__", ast.Load())
            if node.func.id in ("operate", "compare"):
                left, right = (ast.unparse(self.visit(a)) for a in node.args)
                text = names.operators.expression(node.func.id, names.selected, left, right)
                return ast.parse(text, mode="eval").body
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
        known = self.names.known.get(argument.value.id)
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


def parted(operations: tuple[Operation, ...]) -> tuple[Operation, ...]:
    result: list[Operation] = []
    for operation in operations:
        word = operation[0]
        if word == "line":
            store = re.match(r"(__l\d?__) = ", operation[1])
            local = parts_of(store[1])[0] if store else None
            result.append((word, parts_of(operation[1]), operation[2], local))
        elif word == "if":
            branches = (parted(operation[3]), parted(operation[4]))
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
