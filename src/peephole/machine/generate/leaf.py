"""One definition made into one leaf of the dispatch tree: its body, inlined on the slots."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from peephole.instructions.registry import Definition, fragments
from peephole.machine.generate.dying import Dying, Target, chains, dying_inputs
from peephole.machine.generate.operators import Operators
from peephole.machine.generate.rewriting import Names
from peephole.machine.generate.slots import Place, is_peek, places
from peephole.machine.generate.syntax import (
    HARMLESS,
    Folder,
    always_returns,
    argument_of,
    assigned_in,
    body_of,
    folded,
    is_call,
    is_name_call,
)

#: how many targets an assignment can have for which the host builds no tuple
FEW = 3


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
        "r[s] = t_value",
        "t_value = None",
        "if t_left.husk is not None:",
        "    retire(t_left)",
        *(["    t_left.r.reverse()"] if in_order else []),
        "else:",
        *(["    t_left.r.reverse()"] if in_order else []),
        "    t_left.r = t_left.function = t_left.globals = t_left.back = None",
        "    t_left.executable.pool.append(t_left)",
        "t_left = None",
    ]


@dataclass
class Leaf:
    """A leaf: its name, its lines of source, the temporaries it uses."""

    name: str
    lines: list[str]
    temporaries: set[str] = field(default_factory=set)
    #: whether `x`, which the body has no use for, holds the index of the second slot
    second_slot: bool = False


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
        oparg = "step.oparg" if "operand" in names else "x"
        select = definition.select[0] if definition.select else None
        arguments = (select, selected, oparg)
        self.inputs = places(definition.effect.inputs, *arguments)
        self.outputs = places(definition.effect.outputs, *arguments)
        self.jump_outputs = places(definition.landing.outputs, *arguments)
        self.dies = definition.dies(operators.version)
        self.lines: list[str] = []
        self.temporaries: set[str] = set()
        self.is_done = False
        self.names = Names(operators, selected, oparg, self.inputs)

    def _temporary(self, name: str) -> str:
        """The loop's own name for a name that a body binds."""
        renamed = self.names.renamed.setdefault(name, f"t_{name}")
        if name not in HARMLESS:
            self.temporaries.add(renamed)
        return renamed

    def make(self) -> Leaf:
        name = self.definition.name
        if self.selected is not None:
            name += f" {self.selected}"
        statements = folded(Folder(self.selected), self.function.body)
        counts = _loads(statements)
        assigned = assigned_in(statements)
        replaced = {ast.unparse(argument_of(s)) for s in statements if is_call(s, "replace")}
        for place in self.inputs:
            names = (place.name, place.name + "_")
            used = next((n for n in names if n in counts), None)
            if used is None:
                continue
            if place.is_array:
                self.names.arrays[used] = place
            elif used in replaced or (counts[used] <= 1 and used not in assigned):
                self.names.replaced[used] = place.load()
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
            elif is_call(statement, "replace"):
                self._replace(statement, level)
            elif is_call(statement, "done"):
                self.is_done = True
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

    def _replace(self, statement: ast.stmt, level: int) -> None:
        """The input, which nothing but its slot holds from here on, has another value."""
        assert isinstance(statement, ast.Expr)
        assert isinstance(statement.value, ast.Call)
        name, value = statement.value.args
        place = next(p for p in self.inputs if p.name == ast.unparse(name))
        self._emit(level, f"{place.load()} = {self._text(value)}")

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
            self.names.replaced.pop(parameter, None)
            name = self._temporary(parameter)
            if text != name:
                self._emit(level, f"{name} = {text}")
        statements = folded(Folder(self.selected), function.body)
        for assigned in assigned_in(statements):
            self._temporary(assigned)
        self._block(statements, level, tail, jumped=False)
        return True

    # -- the ends of a leaf ----------------------------------------------------------------

    def _return(self, value: ast.expr | None, level: int, tail: bool, jumped: bool) -> None:
        produced = [p for p in self._targets(jumped) if not is_peek(p, self.inputs)]
        none = value is None or (isinstance(value, ast.Constant) and value.value is None)
        dying = self._dying(jumped)
        if produced and not (none and jumped and len(produced) != 1) and value is not None:
            if not (none and jumped):
                self._store(produced, value, level, dying)
        elif value is not None and not none:
            self._emit(level, self._text(value))
        self._exit(level, jumped, dying)
        if not tail:
            self._emit(level, "continue")

    def _store(self, produced: list[Place], value: ast.expr, level: int, dying: Dying) -> None:
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
        if len(pairs) == 1 and self._in_place(pairs[0][1], level, dying):
            return
        elements = pairs[0][0].elements() if pairs[0][0].is_array else None
        if len(pairs) == 1 and elements is not None and isinstance(pairs[0][1], ast.List):
            sources = ", ".join(self._text(element) for element in pairs[0][1].elts)
            self._emit(level, f"{', '.join(elements)} = {sources}")
            return
        places = [
            p.load() if p.is_array and not _single(p) else f"r[{p.start.text()}]" for p, _ in pairs
        ]
        texts = [self._text(v) for _, v in pairs]
        slots = dying.slots_first()
        held = self.temporaries - set(dying.late)
        fits = slots is not None and len(slots) + len(texts) <= FEW and not held
        if not dying.first or (len(pairs) > 1 and not (fits and _are_plain(texts))):
            self._emit(level, f"{', '.join(places)} = {', '.join(texts)}")
        elif slots is not None and fits:
            first = "None, " * len(slots)
            self._emit(
                level,
                f"{', '.join([*slots, *reversed(places)])} = {first}{', '.join(reversed(texts))}",
            )
            dying.first.clear()
        else:
            result = texts[0]
            if not result.startswith("t_") or not result.isidentifier():
                result = self._temporary("result")
                self._emit(level, f"{result} = {texts[0]}")
            dying.gone = held - {result}
            self._kill([*sorted(dying.gone), *dying.first], level)
            dying.first.clear()
            self._emit(level, f"{places[0]} = {result}")

    def _in_place(self, value: ast.expr, level: int, dying: Dying) -> bool:
        """An augmented operator: the result goes where the left operand was."""
        if not (is_name_call(value, "operate") and self.selected is not None):
            return False
        symbol = self.operators.binary[self.selected]
        if not symbol.endswith("="):
            return False
        left, right = (self._text(a) for a in value.args)  # type: ignore[attr-defined]
        if not dying.first:
            self._emit(level, f"{left} {symbol} {right}")
            return True
        self._temporary("result")
        for line in (f"t_result = {left}", f"t_result {symbol} {right}"):
            self._emit(level, line)
        self._kill(dying.first, level)
        dying.first.clear()
        self._emit(level, f"{left} = t_result")
        return True

    def _exit(self, level: int, jumped: bool, dying: Dying | None = None) -> None:
        dying = dying or self._dying(jumped)
        names = self.temporaries - set(dying.late) - dying.gone
        self._kill([*sorted(names), *dying.first, *dying.then], level)
        if self.observed:
            self._emit(level, "target = node[4]")
            self._emit(level, "sp = frame.sp = target.sp")
            self._emit(level, "instruction(frame, step, target, r[sp - 1])")
        if self.is_done:
            self._emit(level, "step = node[4]")
            self._emit(level, "if thread.late is not None:")
            self._emit(level + 1, "node = put_off(thread, node)")
            self.is_done = False

    def _enter(self, callee: ast.expr, level: int, tail: bool) -> None:
        self._emit(level, f"t_callee = {self._text(callee)}")
        self.temporaries.add("t_callee")
        names = self.temporaries - {"t_callee"}
        everything = dying_inputs(self.inputs, self.dies, [], ())
        self._kill([*everything.then, *sorted(names)], level)
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
            self._emit(level + 1, "frame.step = node[4]")
            self._emit(level + 1, "frame.sp = frame.step.sp")
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

    def _targets(self, jumped: bool) -> list[Place]:
        return self.jump_outputs if jumped else self.outputs

    def _dying(self, jumped: bool) -> Dying:
        return dying_inputs(self.inputs, self.dies, self._targets(jumped), self.temporaries)

    def _kill(self, targets: Sequence[Target], level: int) -> None:
        """Put None into variables and slots, in this order."""
        for chain in chains(targets):
            self._emit(level, chain)

    def _forget(self, level: int, keep: str = "") -> None:
        names = sorted(self.temporaries - {keep})
        if names:
            self._emit(level, " = ".join([*names, "None"]))

    def _text(self, node: ast.AST) -> str:
        return self.names.text(node)

    def _emit(self, level: int, line: str) -> None:
        for part in line.splitlines():
            self.lines.append("    " * level + part)


_SECOND = re.compile(r"\bs \+ 1\b")
_OPERAND = re.compile(r"\bx\b")


def _with_second_slot(leaf: Leaf) -> Leaf:
    """Let the decoder compute the second slot's index where the operand is not used."""
    if any(_OPERAND.search(line) for line in leaf.lines):
        return leaf
    lines = [_SECOND.sub("x", line) for line in leaf.lines]
    return Leaf(leaf.name, lines, leaf.temporaries, lines != leaf.lines)


def _are_plain(texts: list[str]) -> bool:
    """Whether expressions can be evaluated in any order."""
    return not any("(" in text for text in texts)


def _single(place: Place) -> bool:
    return place.length.known and place.length.number == 1 and place.name != "values"


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
