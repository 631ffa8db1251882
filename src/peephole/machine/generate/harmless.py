"""What is known of an expression or a statement before it runs."""

from __future__ import annotations

import ast

from peephole.machine.generate.syntax import is_name_call


def is_bool(value: ast.expr) -> bool:
    """Whether an expression is True or False for certain."""
    if isinstance(value, ast.IfExp):
        return ast.unparse(value.body) == "True" and ast.unparse(value.orelse) == "False"
    if isinstance(value, ast.UnaryOp):
        return isinstance(value.op, ast.Not)
    if isinstance(value, ast.Compare):
        return isinstance(value.ops[0], (ast.Is, ast.IsNot, ast.In, ast.NotIn))
    return False


def is_harmless(node: ast.AST) -> bool:
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


def is_test(node: ast.expr) -> bool:
    """Whether an expression is a bool, so that to test it runs no code."""
    return isinstance(node, ast.Compare)


def _is_harmless_part(part: ast.AST) -> bool:
    if isinstance(part, ast.Tuple):
        return isinstance(part.ctx, ast.Load)
    if isinstance(part, ast.IfExp):
        return is_test(part.test)
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
