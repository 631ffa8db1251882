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


def is_atomic(lines: list[str]) -> bool:
    """Whether a leaf's lines call nothing and do not loop, so that the host looks at no signals in
    them; but for what they raise, and what dies."""
    return all(_is_atomic_statement(s) for s in ast.parse("\n".join(lines)).body)


def _is_atomic_statement(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.If):
        fails = ast.unparse(statement.test).endswith(" is NULL") or statement.orelse
        branches = [*([] if fails else statement.body), *statement.orelse]
        compares = isinstance(statement.test, ast.Compare)
        return compares and _moves(statement.test) and all(map(_is_atomic_statement, branches))
    if isinstance(statement, ast.Assign):
        unpacks = any(isinstance(target, ast.Tuple) for target in statement.targets)
        if unpacks and not isinstance(statement.value, ast.Tuple):
            return False
        return all(_moves(part) for part in (*statement.targets, statement.value))
    return isinstance(statement, ast.Pass)


def _moves(node: ast.expr) -> bool:
    """Whether an expression only takes from and puts into slots and variables of the loop."""
    if isinstance(node, ast.Subscript):
        return isinstance(node.value, ast.Name) and node.value.id in ("r", "x", "node")
    if isinstance(node, ast.Compare):
        identity = isinstance(node.ops[0], (ast.Is, ast.IsNot))
        return identity and _moves(node.left) and _moves(node.comparators[0])
    if isinstance(node, ast.Tuple):
        return all(_moves(element) for element in node.elts)
    if isinstance(node, ast.Attribute):
        return isinstance(node.value, ast.Name) and node.value.id in ("frame", "thread", "step")
    return isinstance(node, (ast.Name, ast.Constant))


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
