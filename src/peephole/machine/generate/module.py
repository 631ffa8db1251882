"""The source of one version's module in `peephole.machine.loops`: the decoder's table and the
evaluation loops, unobserved and observed."""

from __future__ import annotations

import ast
import inspect
import sys
from itertools import product
from types import ModuleType

from peephole import isa
from peephole.instructions import Definition, definitions
from peephole.instructions.effects import sum_of
from peephole.instructions.registry import JUMPS_BEFORE_SIGNALS, holds
from peephole.isa import Isa, operands
from peephole.machine.generate.dying import failing
from peephole.machine.generate.harmless import is_atomic
from peephole.machine.generate.leaf import Leaf, leave_lines, make_leaf
from peephole.machine.generate.operators import Operators
from peephole.machine.generate.syntax import ENDS, body_of, mentions
from peephole.machine.generate.template import make_template
from peephole.machine.generate.tree import dispatch_tree, emit

HEADER = '''"""The evaluation loop of CPython {version}, made by tools/generate_loops.py.

The instructions' meanings come from peephole.instructions, one leaf below for each.  The shape:
an instruction is a list [number of its leaf, first slot, operand, next instruction, step]; the
loop unpacks it and finds the leaf by comparing the number (a Huffman tree over how often each
leaf runs), with the body inlined there, because a call would cost more than the body does.
Locals and value stack are one list `r`; the decoder knows every slot's index, so nothing is
pushed or popped: a body reads and writes slots and clears what it consumed, so that objects die
when they do under CPython.  A call of a guest function changes `frame`, `r` and `node` and goes
on in the same loop.  The module of the same name in
`observed_loops` is the same with calls of the observer in it.
"""

# ruff: noqa
# mypy: ignore-errors

'''

LOOP = """
@windowed
def evaluate(thread, frame, thrown=None):
    outer = thread.host
    thread.quiet = True  # no audit hook of the guest hears of the machine's own doings
    thread.host = own_frame()
    thread.quiet = False
    base = frame
    r = frame.r
    node = frame.node
    thread.frame = frame
    NULL = null
{prologue}    if thrown is not None:
        thrown = thrown.pop()  # nothing else holds it
        frame = {unwind}(thread, frame, base, frame.step, thrown)
        if frame is None:
            thread.host = outer
            raise_again(thrown)  # its context stays
        thrown = None
        r = frame.r
        node = frame.node
    while True:
        try:
            op = None  # 3.11 looks for the handler of a signal before where it has jumped back to
            while True:
                op, s, x, node, step = node
{told}{tree}
        except BaseException as exception:
            {temporaries} = None
            frame = {unwind}(thread, frame, base, step, exception)
            if frame is None:
                thread.host = outer
                raise
            r = frame.r
            node = frame.node
"""

#: go on in a function that the translator has written: it returns the node to go on at, or None
#: as the frame returns; on the way it may have entered another frame
RUN = """\
node = x(frame, r, thread)
if node is None:
    t_value, thread.result = thread.result, None
{leave}
elif thread.frame is not frame:
    frame = thread.frame
    r = frame.r
""".format(leave="\n".join(f"    {line}" for line in leave_lines(in_order=False)))

#: count down to the translation
WARM = """\
x.count -= 1
if x.count:
    node = s
else:
    node = x.translate()
"""

#: the same where an observer hears of what runs: the frame knows the step
RUN_OBSERVED = "step = None\n" + RUN

OBSERVED_PROLOGUE = """\
    instruction = thread.instruction
    start = thread.start
    returned = thread.returned
    suspended = thread.suspended
"""

#: observers look at the line that a frame is at
OBSERVED_STEP = """\
                frame.step = step
"""


TABLE_HEADER = '''"""The decoder's table of CPython {version}, made by tools/generate_loops.py."""

# ruff: noqa
# mypy: ignore-errors

'''


TEMPLATE_HEADER = '''"""Templates of the translator, {version}, made by tools/generate_loops.py.

By leaf: (names of the inputs, their lengths, for each output the input that stays there or -1,
the same where the jump is taken, temporaries, operations, in which order the inputs die, inverted
where an array does so from its end); see generate/template.py.
"""

# ruff: noqa
# mypy: ignore-errors

'''


def module_sources(version: str, weights: dict[str, float]) -> dict[str, str]:
    """The sources of a version's decoding table and loops, by the package that they belong in;
    `weights` by leaf name."""
    table = isa.table(version)
    known = definitions(version)
    leaves = _leaves(known, table, observed=False)
    observed = _leaves(known, table, observed=True)
    for added, run in ((leaves, RUN), (observed, RUN_OBSERVED)):
        added.append(Leaf("RUN", run.splitlines(), {"t_left", "t_value"}))
        added.append(Leaf("WARM", WARM.splitlines()))
    numbers, tree = dispatch_tree([weights.get(leaf.name, 0.001) for leaf in leaves])
    by_name = {leaf.name: number for leaf, number in zip(leaves, numbers, strict=True)}
    second = sorted(by_name[leaf.name] for leaf in leaves if leaf.second_slot)
    atomic = sorted(by_name[leaf.name] for leaf in leaves if is_atomic(leaf.lines))
    loop = _loop("unwind", leaves, numbers, tree)
    observed_loop = _loop(
        "unwind_observed", observed, numbers, tree, OBSERVED_PROLOGUE, OBSERVED_STEP
    )
    header = HEADER.format(version=version)
    return {
        "decoding": TABLE_HEADER.format(version=version)
        + _decoder_table(known, table, by_name)
        + "\n# leaves whose operand is the index of their second slot\n"
        + f"SECOND_SLOT = {set(second)}\n"
        + "\n# in which slots, counted from the top of the stack, inputs die where an instruction\n"
        + "# raises, if not from the top down\n"
        + _failing(known, version)
        + "\n# instructions: that look at signals as they end, and by what their definitions say\n"
        + _named_sets(known, version)
        + "\n# leaves that are done where the host looks at signals\n"
        + f"ATOMIC = frozenset({atomic})\n"
        + "\n# leaves of the translator's entries\n"
        + f"RUN = {by_name['RUN']}\nWARM = {by_name['WARM']}\n",
        "templates": TEMPLATE_HEADER.format(version=version) + _templates(known, table, by_name),
        "loops": header + _imports(known, loop) + loop,
        "observed_loops": header + _imports(known, observed_loop) + observed_loop,
    }


def _operators(table: Isa) -> Operators:
    kind = table.operand["COMPARE_OP"]
    return Operators(
        table.version,
        tuple(symbol for _, symbol in table.nb_ops),
        tuple(table.cmp_op),
        operands.COMPARES[kind],
    )


def _leaves(known: dict[str, Definition], table: Isa, observed: bool) -> list[Leaf]:
    operators = _operators(table)
    result = []
    for definition in known.values():
        if definition.select is None:
            result.append(make_leaf(definition, None, operators, observed))
            continue
        expression, values = definition.select
        result += [make_leaf(definition, value, operators, observed) for value in values]
        if not _covers(expression, values, definition):
            result.append(make_leaf(definition, None, operators, observed))
    return result


def _templates(known: dict[str, Definition], table: Isa, by_name: dict[str, int]) -> str:
    operators = _operators(table)
    lines, calls = ["TEMPLATES = {"], ["CALLS = {"]
    for definition in known.values():
        values: list[int | None] = list(definition.select[1]) if definition.select else []
        for selected in [*values, None]:
            name = definition.name if selected is None else f"{definition.name} {selected}"
            number = by_name.get(name)
            if number is None:
                continue
            if mentions(body_of(definition.body).body, "invoke"):
                calls.append(f"    # {name}")
                for null, guest in product((True, False, None), (True, False)):
                    template = make_template(definition, selected, operators, null, guest)
                    calls.append(f"    {(number, null, guest)}: {template},")
                continue
            template = make_template(definition, selected, operators)
            if template is not None:
                lines.append(f"    {number}: {template},  # {name}")
    return "\n".join(
        [
            *lines,
            "}",
            "",
            "# calls: by leaf, whether there is no self, whether of a guest function",
            *calls,
            "}",
            "",
        ]
    )


def _covers(expression: str, values: tuple[int, ...], definition: Definition) -> bool:
    """Whether the selection has a leaf for every value that the expression can have."""
    if definition.name in ("BINARY_OP", "COMPARE_OP", "IS_OP", "CONTAINS_OP", "RAISE_VARARGS"):
        return True
    return expression == "oparg & 1" and set(values) == {0, 1}


def _loop(
    unwind: str,
    leaves: list[Leaf],
    numbers: list[int],
    tree: object,
    prologue: str = "",
    told: str = "",
) -> str:
    by_number = {
        number: [f"# {leaf.name}", *leaf.lines]
        for leaf, number in zip(leaves, numbers, strict=True)
    }
    temporaries = sorted(set().union(*(leaf.temporaries for leaf in leaves)))
    return LOOP.format(
        unwind=unwind,
        prologue=prologue,
        told=told,
        tree="\n".join(emit(tree, by_number, 4)),  # type: ignore[arg-type]
        temporaries=" = ".join(temporaries),
    )


def _imports(known: dict[str, Definition], loop: str) -> str:
    used = {node.id for node in ast.walk(ast.parse(loop)) if isinstance(node, ast.Name)}
    wanted: dict[str, set[str]] = {
        "peephole.own_builtins": {"__builtins__"},
        "peephole.machine.hiding": {"own_frame", "windowed"},
        "peephole.machine.host": {"raise_again"},
        "peephole.machine.pending": used & {"put_off"},
        "peephole.machine.unwinding": used & {"retire", "unwind", "unwind_observed"},
    }
    modules = {sys.modules[d.body.__module__] for d in known.values()}
    for module in modules:
        for source, name in _declared(module):
            if name in used:
                wanted.setdefault(source, set()).add(name)
    lines = ["from peephole.machine.values import NULL as null"]
    for source, names in sorted(wanted.items()):
        if not names:
            continue
        lines.append(f"from {source} import {', '.join(sorted(names))}")
    return "\n".join(lines) + "\n"


def _declared(module: ModuleType) -> list[tuple[str, str]]:
    """What a module of definitions imports for the type checker: what its bodies need."""
    tree = ast.parse(inspect.getsource(module))
    return [
        (node.module or "", alias.name)
        for block in tree.body
        if isinstance(block, ast.If)
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    ]


def _decoder_table(known: dict[str, Definition], table: Isa, by_name: dict[str, int]) -> str:
    lines = [
        "# opname: (operand kind, role (idle: does nothing, jump: does nothing but jump),",
        "# caches in code units, values popped, net effect, net effect when the jump is taken,",
        "# whether the next instruction can follow, instructions skipped behind the target,",
        "# how the leaf is selected, {selected value: leaf}, leaf otherwise)",
        "INSTRUCTIONS = {",
    ]
    for name, definition in known.items():
        kind = table.operand.get(name, operands.COUNT)
        fields = [
            repr(kind),
            repr(_role(definition)),
            str(table.caches.get(name, 0)),
            _count(sum_of(definition.effect.inputs)),
            _count(difference_of(definition, jump=False)),
            _count(difference_of(definition, jump=True)),
            str(_falls_through(body_of(definition.body).body)),
            str(definition.skips),
            *_selection(definition, by_name),
        ]
        lines.append(f"    {name!r}: ({', '.join(fields)}),")
    lines.append("}")
    return "\n".join(lines) + "\n"


def _failing(known: dict[str, Definition], version: str) -> str:
    orders = {name: failing(definition, version) for name, definition in known.items()}
    lines = [f"    {name!r}: {order},\n" for name, order in orders.items() if order]
    return "".join(["FAILING = {\n", *lines, "}\n"])


def _named_sets(known: dict[str, Definition], version: str) -> str:
    sets = {"TAKES_SIGNALS": [n for n, d in known.items() if d.takes_signals(version)]}
    for constant, *words in (
        ("RETURNS", "leave", "leave_in_order"),
        ("SUSPENDS", "suspend"),
        ("DONE", "done"),
    ):
        sets[constant] = [
            name
            for name, definition in known.items()
            if any(mentions(body_of(definition.body).body, word) for word in words)
        ]
    constants = f"JUMPS_BEFORE_SIGNALS = {holds(JUMPS_BEFORE_SIGNALS, version)}\n"
    return constants + "".join(
        f"{constant} = frozenset({names})\n" for constant, names in sets.items()
    )


def _role(definition: Definition) -> str:
    """ "idle" where the body is empty, "jump" where it only jumps, else nothing."""
    if definition.effect.text != "--" and definition.effect.inputs != definition.effect.outputs:
        same = [repr(i) for i in definition.effect.inputs] == [
            repr(o) for o in definition.effect.outputs
        ]
        if not same:
            return ""
    body = [s for s in body_of(definition.body).body if not isinstance(s, ast.Pass)]
    if not body:
        return "idle"
    return "jump" if [ast.unparse(s) for s in body] == ["jump()"] else ""


def _falls_through(statements: list[ast.stmt]) -> bool:
    """Whether a body can end without a jump, a return or an exception."""
    for statement in statements:
        if any(isinstance(node, ast.Return) for node in ast.walk(statement)):
            return True
        if isinstance(statement, ast.Raise):
            return False
        if isinstance(statement, ast.If) and statement.orelse:
            branches = (statement.body, statement.orelse)
            if not any(_falls_through(branch) for branch in branches):
                return False
        if (
            isinstance(statement, ast.Expr)
            and isinstance(statement.value, ast.Call)
            and isinstance(statement.value.func, ast.Name)
            and statement.value.func.id in ENDS
        ):
            return False
    return True


def difference_of(definition: Definition, jump: bool) -> str:
    """An expression of oparg for the net effect of a definition."""
    effect = definition.effect
    if jump and definition.jump_effect is not None:
        effect = definition.jump_effect
    return f"{sum_of(effect.outputs)} - ({sum_of(effect.inputs)})"


def _count(expression: str) -> str:
    """A number where oparg does not matter, else a function of it."""
    if "oparg" not in expression:
        return str(eval(expression))
    values = {eval(expression, {"oparg": oparg}) for oparg in (*range(2, 40), 255, 256, 70000)}
    if len(values) == 1 and "oparg - " in expression and "&" not in expression:
        return str(values.pop())
    return f"lambda oparg: {expression}"


def _selection(definition: Definition, by_name: dict[str, int]) -> list[str]:
    otherwise = str(by_name.get(definition.name, -1))
    if definition.select is None:
        return ["None", "None", otherwise]
    expression, values = definition.select
    leaves = {value: by_name[f"{definition.name} {value}"] for value in values}
    return [f"lambda oparg: {expression}", repr(leaves), otherwise]
