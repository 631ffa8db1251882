"""What translated code does to let an observer hear of an instruction.

A call of `Observer.instruction` costs more than what most observers do in it.  So a method that is
a few plain statements is not called: its statements are written where the call would be, with the
instruction's own names, numbers and values in the place of its parameters.  They have to be those
that the method was compiled from, which is seen from the bytecode of both.
"""

from __future__ import annotations

import ast
import linecache
import re
from functools import cache
from types import CodeType, FunctionType

from peephole.machine.events import Observer
from peephole.machine.hiding import hidden_code, hide_all
from peephole.machine.translate.batches import ToldInBatches
from peephole.machine.translate.branches import Branches
from peephole.machine.translate.counting import Guards, effects_of, remembers, tell_late, text_of
from peephole.machine.translate.observed import Told, ToldInSlots
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from peephole.machine.frame import Node, Step
    from peephole.machine.translate import counting

#: the methods that are given a frame: one may keep what another looks at
_HEARING = [name for name, value in vars(Observer).items() if type(value) is FunctionType]
_FRAME = 1  # the parameter that is the frame
#: what of a step never changes
_FIXED = ("opname", "offset", "oparg")

_PLAIN = (
    ast.Expr, ast.Assign, ast.AugAssign, ast.If, ast.Pass, ast.Name, ast.Constant, ast.Attribute,
    ast.Subscript, ast.Slice, ast.Tuple, ast.Call, ast.BinOp, ast.UnaryOp, ast.BoolOp, ast.Compare,
    ast.IfExp, ast.operator, ast.unaryop, ast.boolop, ast.cmpop, ast.expr_context,
)  # fmt: skip


class Hearing:
    """How the observers of a class hear of instructions."""

    def __init__(self, observer: Any) -> None:
        kind = type(observer)
        method = kind.instruction
        definition = _definition(method)
        plain = getattr(observer.instruction, "__func__", None) is method
        #: the class whose method is written in, None where the method is called
        self.kind = kind if plain and definition is not None and _is_plain(definition) else None
        #: whether the frame's value stack may be looked at
        self.looks = self.kind is None or any(_has_frame(observer, name) for name in _HEARING)
        self._bodies: dict[bool, str] = {}
        if self.kind is not None and definition is not None:
            self._bodies = {last: _body(definition, last) for last in (False, True)}
        #: what it counts and remembers, where that is all and it does not look at frames
        self.effects = {} if self.looks or not self._bodies else effects_of(observer, self._bodies)
        #: whether it remembers a value
        self.remembers = remembers(self.effects)
        #: where the values are not of the types that are counted on
        self.odd: dict[int, Step] = {}
        #: what writes an instruction of which the observer hears
        self.instruction = ToldInSlots if self.looks else ToldInBatches if self.effects else Told
        self.tell_late = tell_late

    def is_like(self, other: Hearing) -> bool:
        """Whether what is translated for the one does for the other."""
        return self.kind is other.kind and bool(self.effects) == bool(other.effects)

    def guards(self, entry: Node) -> Guards:
        """What the tests of the segment of an entry know of it."""
        return Guards(entry, self.odd)

    def text_of_all(self, told: list[counting.Told], last: dict[str, str]) -> str:
        """The statements for instructions that are told at once; see `counting.text_of`."""
        return text_of(self.effects, told, last)

    def text(self, step: Step, name: str, target: str | None, top: str) -> str:
        """The statements for a step: its own name and the target's, the text of the top value."""
        if self.kind is None:
            return f"instruction(frame, {name}, {target}, {top})"
        values = {field: repr(getattr(step, field)) for field in _FIXED}
        values |= {"self": "observer", "frame": "frame", "step": name, "top": top}
        values["target"] = str(target)
        return _MARK.sub(lambda match: values[match[1]], self._bodies[target is None])


_MARK = re.compile(r"\bput_(self|frame|step|target|top|opname|offset|oparg)_here\b")
_NAMES = ("self", "frame", "step", "target", "top")


def _definition(method: Any) -> ast.FunctionDef | None:
    """The syntax of a method, None where it cannot be had for certain."""
    if type(method) is not FunctionType or method.__defaults__ or method.__kwdefaults__:
        return None
    code = method.__code__
    for node in ast.walk(_module(code.co_filename)):
        if isinstance(node, ast.FunctionDef) and node.name == code.co_name:
            first = node.decorator_list[0].lineno if node.decorator_list else node.lineno
            if first == code.co_firstlineno and _is_of(code, node):
                return node
    return None


@cache
def _module(filename: str) -> ast.Module:
    """The syntax of a file, an empty module where it cannot be read."""
    try:
        return ast.parse("".join(linecache.getlines(filename)))
    except (SyntaxError, ValueError):
        return ast.Module([], [])


def _is_of(code: CodeType, node: ast.FunctionDef) -> bool:
    """Whether a definition is what the code was compiled from."""
    alone = ast.FunctionDef(**{field: getattr(node, field) for field in node._fields})
    alone.decorator_list = []
    alone.returns = None
    module = ast.fix_missing_locations(ast.Module([ast.copy_location(alone, node)], []))
    compiled = compile(module, "<observer>", "exec", dont_inherit=True)
    found = next(
        c for c in compiled.co_consts if isinstance(c, CodeType) and c.co_name == node.name
    )
    return all(_facts(hidden_code(found), hidden_code(code)))


def _facts(found: CodeType, code: CodeType) -> list[bool]:
    fields = ("co_code", "co_names", "co_consts", "co_varnames", "co_freevars")
    return [getattr(found, field) == getattr(code, field) for field in fields]


def _is_plain(definition: ast.FunctionDef) -> bool:
    """Whether statements mean the same where they are written in: no name but the parameters, none
    of them bound again."""
    arguments = definition.args
    names = [a.arg for a in arguments.args]
    if len(names) != len(_NAMES) or arguments.vararg or arguments.kwarg or arguments.kwonlyargs:
        return False
    parts = [part for s in _statements(definition) for part in ast.walk(s)]
    return all(isinstance(part, _PLAIN) for part in parts) and all(
        part.id in names and isinstance(part.ctx, ast.Load)
        for part in parts
        if isinstance(part, ast.Name)
    )


def _statements(definition: ast.FunctionDef) -> list[ast.stmt]:
    """The body without its docstring."""
    return definition.body[1:] if ast.get_docstring(definition) is not None else definition.body


def _has_frame(observer: Any, name: str) -> bool:
    """Whether a method may do something with the frame that it is given."""
    method = getattr(type(observer), name)
    if getattr(getattr(observer, name), "__func__", None) is not method:
        return True
    if method is getattr(Observer, name):
        return False
    definition = _definition(method)
    if definition is None or len(definition.args.args) <= _FRAME:
        return True
    frame = definition.args.args[_FRAME].arg
    return any(isinstance(n, ast.Name) and n.id == frame for n in ast.walk(definition))


def _body(definition: ast.FunctionDef, last: bool) -> str:
    """The source of a method's statements; `last` tells whether the target is None."""
    names = [a.arg for a in definition.args.args]
    putting = _Putting(dict(zip(names, _NAMES, strict=True)), last)
    lines: list[str] = []
    for statement in _statements(definition):
        copied = ast.parse(ast.unparse(statement)).body[0]
        put = putting.visit(copied)
        lines += [ast.unparse(s) for s in (put if isinstance(put, list) else [put])]
    return "\n".join(lines) or "pass"


def _mark(name: str, context: ast.expr_context) -> ast.Name:
    return ast.Name(f"put_{name}_here", context)


class _Putting(Branches):
    """Put marks in the place of parameters, and what is known of the target."""

    def __init__(self, names: dict[str, str], last: bool) -> None:
        self.names = names
        self.last = last

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return _mark(self.names[node.id], node.ctx)

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        if self._is(node.value, "step") and node.attr in _FIXED:
            return _mark(node.attr, node.ctx)
        self.generic_visit(node)
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        test = ast.unparse(node).partition(" ")[2]
        if self._is(node.left, "target") and test in ("is None", "is not None"):
            return ast.Constant(self.last is (test == "is None"))
        self.generic_visit(node)
        return node

    def _is(self, node: ast.expr, name: str) -> bool:
        return isinstance(node, ast.Name) and self.names.get(node.id) == name


hide_all(globals())
