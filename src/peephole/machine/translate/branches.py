"""Branches that are decided before code is written."""

from __future__ import annotations

import ast

from peephole.machine.hiding import hide_all
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]


class Branches(ast.NodeTransformer):
    """Leave of an `if` whose test is a constant what is executed."""

    def visit_If(self, node: ast.If) -> ast.stmt | list[ast.stmt]:
        self.generic_visit(node)
        if isinstance(node.test, ast.Constant):
            return node.body if node.test.value else node.orelse
        return node


hide_all(globals())
