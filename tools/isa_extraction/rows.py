"""From the facts of one interpreter to the contents of its table module."""

import re
from typing import Any

from isa_extraction import effects
from isa_extraction.headers import Metadata
from isa_extraction.operand_kinds import Facts, instrumented, jump_line, kind, takes_oparg
from peephole.isa import operands as k
from peephole.isa.effects import Effect, evaluate

Table = dict[str, Any]

INDICES = {k.NB_OP, k.INTRINSIC1, k.INTRINSIC2, k.SPECIAL_METHOD, k.COMMON_CONSTANT}
CHOICES = {k.CONVERT: 4, k.FORMAT: 8, k.INVERT: 2}
METADATA_ABSENT = Metadata({}, {}, {}, {}, ())


class Inconsistent(Exception):
    """The interpreter contradicts what the tables assume of every version."""


def effect_of(facts: Facts, name: str) -> Any:
    """int or expression, (not taken, taken), or None where stack_effect always refuses."""
    answers = facts["effects"][name]
    if answers["sampled"][0][0] is None and answers["bare"][0] is not None:
        either, fallthrough, taken = answers["bare"]
        if either != max(fallthrough, taken):
            raise Inconsistent(f"{name}: jump=None is not the larger effect")
        return fallthrough if fallthrough == taken else (fallthrough, taken)
    return effects.fit_jump(facts["opargs"], answers["sampled"])


def oparg_checked(facts: Facts) -> bool:
    """Whether stack_effect refuses an oparg where there is none, and none where there is one.

    True up to 3.12; then opargs are optional everywhere (and 0 when absent).
    """
    strict = set()
    for name, answers in facts["effects"].items():
        bare, with_oparg = answers["bare"][0], answers["sampled"][0][0]
        if bare is None and with_oparg is None:
            continue
        strict.add(bare is None or with_oparg is None)
        if (bare is None) != takes_oparg(facts, name) and True in strict:
            raise Inconsistent(f"{name}: stack_effect and hasarg disagree")
        if bare is not None and with_oparg is not None and bare != with_oparg:
            raise Inconsistent(f"{name}: without oparg is not oparg 0")
    if len(strict) != 1:
        raise Inconsistent("stack_effect checks some opargs and others not")
    return strict.pop()


def jump_unit(facts: Facts) -> int:
    """Bytes per 1 of a jump's oparg: 1 up to 3.9, then 2."""
    return abs(jump_line(facts["meanings"]["JUMP_FORWARD"])[1])


def operand_of(facts: Facts, name: str) -> str:
    if not takes_oparg(facts, name):
        return k.NONE
    base = instrumented(facts, name)
    if base is None:
        return kind(facts, name, effect_of(facts, name))
    return operand_of(facts, base) if takes_oparg(facts, base) else k.UNUSED


def opcode_rows(facts: Facts) -> dict[str, tuple[Any, ...]]:
    """(number, operand kind, inline cache entries, effect) of the real instructions."""
    return {
        name: (
            number,
            operand_of(facts, name),
            facts["caches"].get(name, 0),
            effect_of(facts, name),
        )
        for name, number in sorted(facts["opmap"].items(), key=lambda item: item[1])
        if number < 256
    }


def pseudo_rows(
    facts: Facts, targets: dict[str, tuple[str, ...]], rows: dict[str, tuple[Any, ...]]
) -> dict[str, tuple[Any, ...]]:
    """(number, operand kind, effect, instructions it becomes) of the pseudo-instructions."""
    pseudo = {}
    for name, number in sorted(facts["opmap"].items(), key=lambda item: item[1]):
        if number < 256:
            continue
        labelled = number in facts["has"]["hasexc"] or number in facts["has"]["hasjrel"]
        kinds = {rows[target][1] for target in targets.get(name, ())}
        if not takes_oparg(facts, name):
            operand = k.NONE
        elif labelled:
            operand = k.LABEL
        elif len(kinds) == 1:
            operand = kinds.pop()
        else:
            raise Inconsistent(f"{name}: no operand kind")
        pseudo[name] = (number, operand, effect_of(facts, name), targets.get(name, ()))
    return pseudo


def operand_text(name: str, operand: str, facts: Facts) -> tuple[str, ...]:
    """How dis writes the operand where its kind alone does not say.

    By oparg for operands that are one of a few choices, by bit for FUNCTION_FLAGS, by flag bits
    with {} in place of the name for names, {} in place of the target for jumps, {} in place of
    the operator without and with conversion to bool for COMPARE_5, one empty text for constants
    that are not shown.
    """
    shown = {
        oparg: meaning[1]
        for oparg, meaning in zip(facts["meaning_opargs"], facts["meanings"][name], strict=True)
        if meaning
    }
    if operand in INDICES:
        return tuple(shown[oparg] for oparg in sorted(shown))
    if operand in CHOICES:
        return tuple(shown[oparg] for oparg in range(CHOICES[operand]))
    if operand == k.FUNCTION_FLAGS:
        return tuple(shown[1 << bit] for bit in range(5) if shown[1 << bit])
    if k.NAMES.get(operand):
        return tuple(shown[oparg].replace("name0", "{}") for oparg in range(1 << k.NAMES[operand]))
    if operand in k.JUMPS or operand in k.DISTANCES:
        return (re.sub(r"\d+", "{}", shown[0]),)
    if operand == k.CONST and "const0" not in shown[0]:
        return (shown[0],)
    if operand == k.COMPARE_5:
        return (shown[0].replace("<", "{}"), shown[16].replace("<", "{}"))
    return ()


def operand_texts(facts: Facts, rows: dict[str, tuple[Any, ...]]) -> dict[str, tuple[str, ...]]:
    texts = {
        name: operand_text(name, row[1], facts)
        for name, row in rows.items()
        if name in facts["meanings"]
    }
    return {name: text for name, text in texts.items() if text}


def check_metadata(metadata: Metadata, rows: dict[str, tuple[Any, ...]]) -> None:
    """Pushed minus popped must be the effect that the interpreter answered."""
    for name, row in rows.items():
        if name not in metadata.popped or row[3] is None:
            continue
        effect = row[3][0] if isinstance(row[3], tuple) else row[3]
        for oparg in (*range(256), 256, 1000, 4660, 65535):
            popped = evaluate(metadata.popped[name], oparg)
            pushed = evaluate(metadata.pushed[name], oparg)
            if pushed - popped != evaluate(effect, oparg):
                raise Inconsistent(f"{name} {oparg}: the header and stack_effect disagree")


def metadata_rows(metadata: Metadata, names: list[str]) -> dict[str, tuple[Any, ...]]:
    """(popped, pushed, flags) by instruction; numbers as ints, flags as one string."""

    def number(text: str) -> Effect:
        return int(text) if text.isdigit() else text

    return {
        name: (
            number(metadata.popped[name]),
            number(metadata.pushed[name]),
            " ".join(metadata.flags.get(name, ())),
        )
        for name in names
        if name in metadata.popped
    }


def table(facts: Facts, metadata: Metadata | None) -> Table:
    """The constants of the table module, in the order in which it has them."""
    facts = {**facts, "jump_unit": jump_unit(facts)}
    rows = opcode_rows(facts)
    known = metadata or METADATA_ABSENT
    targets = known.pseudo_targets or {
        name: tuple(real) for name, real in facts["pseudo_targets"].items()
    }
    pseudo = pseudo_rows(facts, targets, rows)
    check_metadata(known, rows)
    specialized = sorted(facts["specialized"].items(), key=lambda item: item[1])
    return {
        "RELEASE": facts["release"],
        "MAGIC": facts["magic"],
        "HAVE_ARGUMENT": facts["have_argument"],
        "EXTENDED_ARG": facts["extended_arg"],
        "JUMP_UNIT": facts["jump_unit"],
        "OPARG_CHECKED": oparg_checked(facts),
        "OPCODES": rows,
        "PSEUDO": pseudo,
        "PSEUDO_SEQUENCES": known.sequences,
        "SPECIALIZED": dict(specialized),
        "FAMILIES": {base: tuple(forms) for base, forms in facts["families"].items()},
        "CACHE_FORMAT": facts["cache_format"],
        "METADATA": metadata_rows(known, [*rows, *pseudo, *facts["specialized"]]),
        "OPERAND_TEXTS": operand_texts(facts, rows),
        "CMP_OP": tuple(facts["cmp_op"]),
        "NB_OPS": tuple((name, symbol) for name, symbol in facts["nb_ops"]),
        "INTRINSICS1": tuple(facts["intrinsics1"]),
        "INTRINSICS2": tuple(facts["intrinsics2"]),
        "SPECIAL_METHODS": tuple(facts["special_methods"]),
        "COMMON_CONSTANTS": tuple(facts["common_constants"]),
        "CO_FLAGS": {int(bit): name for bit, name in facts["co_flags"].items()},
    }


def pointing(table: Table) -> set[str]:
    """The instructions, specialized ones included, whose operand is a place in the bytecode."""
    names = {name for name, row in table["OPCODES"].items() if row[1] in k.PLACES}
    return names.union(*(table["FAMILIES"].get(name, ()) for name in names))
