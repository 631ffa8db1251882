"""A definition's body rewritten on the slots of `r`, for a leaf of the loop."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from peephole.machine.generate.operators import Operators
from peephole.machine.generate.slots import Place
from peephole.machine.generate.syntax import unparsed


@dataclass
class Names:
    """What the names of a definition's body stand for in its leaf."""

    operators: Operators
    selected: int | None
    #: source text of the oparg
    oparg: str
    inputs: list[Place]
    #: inputs that are one slot, or text that stands for them
    replaced: dict[str, str] = field(default_factory=dict)
    #: inputs that are several slots
    arrays: dict[str, Place] = field(default_factory=dict)
    #: the loop's own names for those that the body binds
    renamed: dict[str, str] = field(default_factory=dict)

    def text(self, node: ast.AST) -> str:
        """The source text of an expression or a statement on the slots."""
        return unparsed(Rewriter(self), node)


class Rewriter(ast.NodeTransformer):
    """Put slots in the place of the inputs' names and code in that of the vocabulary."""

    def __init__(self, names: Names) -> None:
        self.names = names

    def visit_Name(self, node: ast.Name) -> ast.expr:
        names = self.names
        if node.id in names.renamed:
            return ast.Name(names.renamed[node.id], node.ctx)
        if node.id in names.arrays:
            return _expression(names.arrays[node.id].load())
        if node.id in names.replaced:
            return _expression(names.replaced[node.id])
        if node.id == "operand":
            return ast.Name("x", node.ctx)
        if node.id == "oparg":
            return _expression(names.oparg)
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        if (
            isinstance(node.value, ast.Name)
            and node.value.id in self.names.arrays
            and isinstance(node.slice, ast.Constant)
        ):
            elements = self.names.arrays[node.value.id].elements()
            if elements is not None and isinstance(node.slice.value, int):
                return _expression(elements[node.slice.value])
        self.generic_visit(node)
        return node

    def visit_Starred(self, node: ast.Starred) -> ast.expr | list[ast.expr]:
        if isinstance(node.value, ast.Name) and node.value.id in self.names.arrays:
            elements = self.names.arrays[node.value.id].elements()
            if elements is not None:
                return [_expression(e) for e in elements]
        self.generic_visit(node)
        return node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        names = self.names
        if isinstance(node.func, ast.Name):
            if node.func.id == "inputs_from":
                first = node.args[0]
                assert isinstance(first, ast.Name)
                return _expression(_span(names.inputs, first.id))
            if node.func.id == "below":
                return _expression("r[s - 1]")
            if node.func.id in ("operate", "compare"):
                left, right = (ast.unparse(self.visit(a)) for a in node.args)
                return _expression(
                    names.operators.expression(node.func.id, names.selected, left, right)
                )
        self.generic_visit(node)
        return node


def _span(inputs: list[Place], first: str) -> str:
    start = next(p for p in inputs if p.name == first).start
    return f"r[{start.text()}:{inputs[-1].stop.text()}]"


def _expression(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body
