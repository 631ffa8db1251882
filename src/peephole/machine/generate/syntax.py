"""The syntax of definitions' bodies, looked at by the generators."""

from __future__ import annotations

import ast
import inspect
import textwrap
from functools import cache
from typing import Any

from peephole.machine.translate.branches import Branches

#: Names of a body that hold nothing of the guest's and so need not be cleared.
HARMLESS = frozenset({"count", "executable", "returned", "index"})

#: words after which a body does not go on to the next instruction
ENDS = frozenset({"jump", "leave", "leave_in_order", "reraise", "raise_active"})


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


class Folder(Branches):
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


def unparsed(rewriter: ast.NodeTransformer, node: ast.AST) -> str:
    """The source text of an expression or a statement as a rewriter leaves a copy of it."""
    copy = ast.parse(ast.unparse(node)).body[0]
    if isinstance(node, ast.expr):
        assert isinstance(copy, ast.Expr)
        return ast.unparse(rewriter.visit(copy.value))
    return ast.unparse(rewriter.visit(copy))


def folded(folder: Folder, statements: list[ast.stmt]) -> list[ast.stmt]:
    """Copies of statements as a folder leaves them, to the first that returns."""
    result: list[ast.stmt] = []
    for statement in statements:
        found = folder.visit(ast.parse(ast.unparse(statement)).body[0])
        result.extend(found if isinstance(found, list) else [found])
        if result and isinstance(result[-1], ast.Return):
            break
    return result


def mentions(statements: list[ast.stmt], word: str) -> bool:
    """Whether statements use a name or an attribute of that name."""
    return any(
        word == (node.id if isinstance(node, ast.Name) else node.attr)
        for statement in statements
        for node in ast.walk(statement)
        if isinstance(node, (ast.Name, ast.Attribute))
    )


def assigned_in(statements: list[ast.stmt]) -> set[str]:
    return {
        node.id
        for statement in statements
        for node in ast.walk(statement)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }


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
