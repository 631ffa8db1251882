"""The definitions' stack effects against the extracted tables and the host's own stack_effect."""

from __future__ import annotations

import dis
from collections.abc import Iterator

import pytest

from peephole import isa
from peephole.instructions import Definition, definitions
from peephole.isa import evaluate, operands

VERSIONS = ("3.11", "3.12", "3.13", "3.14", "3.15")
OPARGS = (*range(256), 256, 257, 300, 511, 512, 1000, 65535)

# The opargs that an instruction can have, where it cannot have all.
VALID_OPARGS = {
    # two or three values; a compiler and the evaluation loop know no other number
    "BUILD_SLICE": (2, 3),
    # 1 is the top; there is no item above it
    "COPY": OPARGS[1:],
    # the items exchanged are two
    "SWAP": OPARGS[2:],
    # the collection lies below the item, which is popped first
    "LIST_APPEND": OPARGS[1:],
    "LIST_EXTEND": OPARGS[1:],
    "SET_ADD": OPARGS[1:],
    "SET_UPDATE": OPARGS[1:],
    "MAP_ADD": OPARGS[1:],
    "DICT_MERGE": OPARGS[1:],
    "DICT_UPDATE": OPARGS[1:],
}

# (version, opname): cause, where the compiler's stack_effect is not what happens at run time.
COMPILER_EFFECT_DIFFERS = {
    ("3.11", "PRECALL"): "stack_effect takes the arguments off here, the loop in CALL",
    ("3.11", "CALL"): "stack_effect has taken the arguments off in PRECALL",
    ("3.11", "RETURN_GENERATOR"): "the value it pushes is not counted before 3.13",
    ("3.12", "RETURN_GENERATOR"): "the value it pushes is not counted before 3.13",
}

# Definitions of no opcode.
EXTRA = {
    "LOAD_ATTR_ANSWERED": "LOAD_ATTR of the names for which the machine answers",
    "STORE_ATTR_ANSWERED": "STORE_ATTR of the names for which the machine answers",
    "LOAD_METHOD_ANSWERED": "LOAD_METHOD of the names for which the machine answers",
    "LOAD_GLOBAL_CHECKED": "LOAD_GLOBAL where there are lazy imports",
    "RETURN_VALUE_IN_ORDER": "RETURN_VALUE where variables die first to last",
    "RETURN_CONST_IN_ORDER": "RETURN_CONST where variables die first to last",
    "PROBE": "what the machine puts before instructions while they are traced",
    "DELETE_ATTR_ANSWERED": "DELETE_ATTR of the names for which the machine answers",
    "CALL_KW_NAMES": "CALL behind KW_NAMES: the machine executes the two as one",
    "CALL_SPECIAL": "CALL behind LOAD_SPECIAL, where it takes no signals (3.15)",
    "EXIT_INIT_CHECK": "put into code by the interpreter itself, before 3.13 without a name",
}


def opargs(name: str) -> tuple[int, ...]:
    return VALID_OPARGS.get(name, OPARGS)


def real_definitions(version: str) -> Iterator[tuple[str, Definition]]:
    for name, definition in definitions(version).items():
        if name in isa.table(version).opmap:
            yield name, definition


def net(definition: Definition, oparg: int, jump: bool) -> int:
    return len(definition.pushed(oparg, jump)) - len(definition.popped(oparg, jump))


@pytest.mark.parametrize("version", VERSIONS)
def test_every_opcode_has_a_definition(version: str) -> None:
    opmap = isa.table(version).opmap
    defined = definitions(version)
    assert [n for n in opmap if n not in defined and not n.startswith("INSTRUMENTED_")] == []
    assert [n for n in defined if n not in opmap and n not in EXTRA] == []


@pytest.mark.parametrize("version", VERSIONS)
def test_net_effects_are_those_of_stack_effect(version: str) -> None:
    table = isa.table(version)
    different = []
    for name, definition in real_definitions(version):
        if (version, name) in COMPILER_EFFECT_DIFFERS:
            continue
        opcode = table.opmap[name]
        has_operand = opcode in table.hasarg or not table.oparg_checked
        for jump in (False, True):
            for oparg in opargs(name) if has_operand else (0,):
                real = table.stack_effect(opcode, oparg if has_operand else None, jump)
                if net(definition, oparg, jump) != real:
                    different.append((name, oparg, jump, real))
    assert different == []


@pytest.mark.parametrize("version", VERSIONS)
def test_popped_and_pushed_are_those_of_the_headers(version: str) -> None:
    table = isa.table(version)
    different = []
    for name, definition in real_definitions(version):
        if name not in table.popped:  # there are no such headers before 3.13
            assert version in ("3.11", "3.12"), name
            continue
        for oparg in opargs(name):
            ours = len(definition.popped(oparg)), len(definition.pushed(oparg))
            if ours != (evaluate(table.popped[name], oparg), evaluate(table.pushed[name], oparg)):
                different.append((name, oparg, ours))
    assert different == []


@pytest.mark.skipif(isa.host_version() not in VERSIONS, reason="no definitions of the host")
def test_net_effects_are_those_of_the_hosts_dis() -> None:
    version = isa.host_version()
    different = []
    for name, definition in real_definitions(version):
        if (version, name) in COMPILER_EFFECT_DIFFERS:
            continue
        opcode = dis.opmap[name]
        for jump in (False, True):
            for oparg in opargs(name) if opcode in isa.table(version).hasarg else (None,):
                real = dis.stack_effect(opcode, oparg, jump=jump)
                if net(definition, oparg or 0, jump) != real:
                    different.append((name, oparg, jump, real))
    assert different == []


def test_exceptions_are_needed_and_pairs_of_them_agree() -> None:
    for version, name in COMPILER_EFFECT_DIFFERS:
        table = isa.table(version)
        opcode = table.opmap[name]
        oparg = 3 if opcode in table.hasarg else None
        definition = definitions(version)[name]
        assert net(definition, oparg or 0, False) != table.stack_effect(opcode, oparg, False)
    table, defined = isa.table("3.11"), definitions("3.11")
    for oparg in OPARGS:
        pair = ("PRECALL", "CALL")
        real = sum(table.stack_effect(table.opmap[name], oparg) for name in pair)
        assert sum(net(defined[name], oparg, False) for name in pair) == real


@pytest.mark.parametrize("version", VERSIONS)
def test_a_jump_effect_or_landing_is_of_a_jump(version: str) -> None:
    table = isa.table(version)
    for name, definition in real_definitions(version):
        jumps = table.operand[name] in operands.JUMPS
        assert jumps or (definition.jump_effect is None and not definition.skips), name


@pytest.mark.parametrize("version", VERSIONS)
def test_signals_are_taken_where_the_headers_say(version: str) -> None:
    table = isa.table(version)
    for name, definition in real_definitions(version):
        if table.flags:  # there are no such headers before 3.13
            takes = "EVAL_BREAK" in table.flags[name]
            assert definition.takes_signals(version) == takes, name


@pytest.mark.parametrize("version", VERSIONS)
def test_every_definition_says_what_it_does(version: str) -> None:
    for name, definition in definitions(version).items():
        assert definition.doc.endswith("."), name
        assert definition.family, name
        assert version in definition.versions


@pytest.mark.parametrize("version", VERSIONS)
def test_an_order_to_die_in_names_the_inputs(version: str) -> None:
    for name, definition in definitions(version).items():
        inputs = sorted(item.name for item in definition.effect.inputs)
        for order in (definition.dies(version), definition.fails(version)):
            if order not in ("up", "down"):
                assert sorted(n.strip() for n in order.split(",")) == inputs, name


def test_operands_die_in_the_order_of_their_version() -> None:
    orders = {v: definitions(v)["BINARY_SLICE"].dies(v) for v in VERSIONS[1:]}
    assert orders["3.12"] == orders["3.14"] == "start, stop, container"
    assert orders["3.15"] == "down"
    failing = {v: definitions(v)["BINARY_OP"].fails(v) for v in VERSIONS}
    assert failing == {"3.11": "up", "3.12": "up", "3.13": "up", "3.14": "down", "3.15": "down"}
