"""The instruction tables against the interpreters they were extracted from."""

import dis
import functools
import opcode
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from peephole import isa
from peephole.errors import PeepholeError
from peephole.isa import operands
from peephole.isa.tables import POINTING

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "src/peephole/isa/tables"
sys.path.insert(0, str(ROOT / "tools"))

from isa_extraction import command, effects, headers, interpreters, magic  # noqa: E402

FOUND = interpreters.find()
# The interpreters of this machine, and the tests' own whatever it is.
FOUND.setdefault(isa.host_version(), Path(sys.executable))
present = pytest.mark.parametrize(
    "version",
    [
        pytest.param(v, marks=() if v in FOUND else pytest.mark.skip(f"no Python {v} here"))
        for v in isa.VERSIONS
    ],
)


@functools.cache
def facts(version: str) -> dict[str, Any]:
    return interpreters.probe(FOUND[version])


# --- extraction -----------------------------------------------------------------------------


def test_every_version_has_a_table_and_every_table_a_version() -> None:
    modules = {path.name for path in TABLES.glob("v*.py")}
    assert modules == {f"{command.module_name(version)}.py" for version in isa.VERSIONS}
    assert list(isa.VERSIONS) == interpreters.SUPPORTED


@present
def test_extracted_again_it_is_the_same(version: str) -> None:
    real, table = facts(version), isa.table(version)
    # Flags in headers move between bug-fix releases, what the interpreter answers does not.
    same_release = real["release"] == table.release
    header = command.header_path(version, real, {}) if same_release else None
    extraction = command.Extraction(TABLES)
    extraction.add({**real, "release": table.release}, header)
    extraction.finish()
    assert extraction.differences() == []


def test_check_shows_what_differs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tables = tmp_path / "tables"
    shutil.copytree(TABLES, tables, ignore=shutil.ignore_patterns("__pycache__"))
    python = ["--python", str(FOUND[isa.host_version()]), "--check"]
    assert command.main(tables, python) == 0
    path = tables / f"{command.module_name(isa.host_version())}.py"
    path.write_text(path.read_text().replace('"POP_TOP": (', '"POP_TOPS": ('))
    capsys.readouterr()
    assert command.main(tables, python) == 1
    shown = capsys.readouterr().out
    assert '-    "POP_TOPS": (' in shown
    assert '+    "POP_TOP": (' in shown


@pytest.mark.parametrize("python", ["/no/such/python", "/bin/false"])
def test_an_interpreter_that_cannot_be_asked_is_one_line(
    python: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(tmp_path, ["--python", python]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


# --- stack effects --------------------------------------------------------------------------


def answer(table: isa.Isa, op: int, oparg: int | None, jump: bool | None) -> int | None:
    try:
        return table.stack_effect(op, oparg, jump)
    except ValueError:
        return None


@present
def test_stack_effects_are_those_of_the_interpreter(version: str) -> None:
    real, table = facts(version), isa.table(version)
    for name, op in real["opmap"].items():
        answers = real["effects"][name]
        for jump, sampled, bare in zip(
            (None, False, True), answers["sampled"], answers["bare"], strict=True
        ):
            ours = [answer(table, op, oparg, jump) for oparg in real["opargs"]]
            assert ours == sampled, (name, jump)
            assert answer(table, op, None, jump) == bare, (name, jump)


@present
def test_stack_effect_refuses_what_the_interpreter_refuses(version: str) -> None:
    table = isa.table(version)
    ours = [
        op
        for op in range(600)
        if answer(table, op, None, None) is not None or answer(table, op, 0, None) is not None
    ]
    assert ours == facts(version)["accepted"]
    with pytest.raises(ValueError, match="invalid opcode"):
        table.stack_effect(999)
    with pytest.raises(ValueError, match="jump must be"):
        table.stack_effect(table.opmap["NOP"], jump=2)  # type: ignore[arg-type]


def test_stack_effect_of_any_version() -> None:
    assert isa.stack_effect("BUILD_LIST", 3, python="3.8") == -2
    assert isa.stack_effect("FOR_ITER", 1, jump=True, python="3.9") == -1
    assert isa.stack_effect(dis.opmap["POP_TOP"]) == -1
    for opname, python in (("BINARY_ADD", "3.13"), ("NO_SUCH", None)):
        with pytest.raises(ValueError, match=f"has no instruction {opname}"):
            isa.stack_effect(opname, python=python)
    with pytest.raises(isa.UnknownVersion):
        isa.stack_effect("NOP", python="2.7")


def test_stack_effect_of_the_host_at_random_opargs() -> None:
    table, chance = isa.table(isa.host_version()), random.Random(15)
    for op in table.opmap.values():
        for oparg in (chance.randrange(1 << chance.randrange(1, 24)) for _ in range(40)):
            given = oparg if op in table.hasarg else None
            try:
                real = dis.stack_effect(op, given)
            except ValueError:
                real = None
            assert answer(table, op, given, None) == real, (op, oparg)


@pytest.mark.parametrize("version", ["3.13", "3.14", "3.15"])
def test_popped_and_pushed_make_the_effect(version: str) -> None:
    table = isa.table(version)
    assert set(table.popped) == set(table.pushed) == set(table.flags)
    assert set(table.opmap) - set(table.popped) <= {"INSTRUMENTED_LINE"}
    for name, op in table.opmap.items():
        for oparg in (0, 1, 2, 3, 7, 255, 256, 70000) if name in table.popped else ():
            net = isa.evaluate(table.pushed[name], oparg) - isa.evaluate(table.popped[name], oparg)
            assert net == table.stack_effect(op, oparg, jump=False), (name, oparg)


def test_only_known_forms_are_fitted() -> None:
    assert effects.fit({n: 1 - 2 * n for n in range(300)}) == "1 - 2 * oparg"
    assert effects.fit({n: n - 1 for n in range(300)}) == "oparg - 1"
    assert effects.fit({n: -(n & 1) - (n >> 1 & 1) for n in range(300)}) == (
        "-(oparg & 1) - (oparg >> 1 & 1)"
    )
    assert effects.fit({n: -2 if n == 3 else -1 for n in range(300)}) == "-1 - (oparg == 3)"
    with pytest.raises(effects.UnknownForm):
        effects.fit({n: n * n for n in range(300)})


# --- operands -------------------------------------------------------------------------------

# The has... lists of dis, and the kinds that their instructions may have.
LISTED = {
    "hasconst": {operands.CONST},
    "hasname": {*operands.NAMES},
    "hasjrel": {*operands.JUMPS, *operands.DISTANCES},
    "hasjabs": {operands.JUMP_ABSOLUTE},
    "haslocal": {operands.LOCAL, operands.LOCAL_PAIR, operands.DEREF},
    "hasfree": {operands.DEREF, operands.FREE},
    "hascompare": {*operands.COMPARES},
}


@present
def test_operand_kinds_agree_with_the_lists_of_dis(version: str) -> None:
    real, table = facts(version), isa.table(version)
    for key, kinds in LISTED.items():
        # hasfree of 3.12 has the number of an instruction that is no more.
        listed = {*real["has"][key]} & {*table.opmap.values()}
        assert {table.operand[table.opname[op]] for op in listed} <= kinds, key
    listed = {op for op in {*real["has"]["hasjrel"], *real["has"]["hasjabs"]} if op < 256}
    kinds = {*operands.JUMPS, *operands.DISTANCES}
    # dis leaves out most instrumented instructions.
    plain = {name: op for name, op in table.opmap.items() if not name.startswith("INSTRUMENTED_")}
    assert listed & {*plain.values()} == {
        op for name, op in plain.items() if table.operand[name] in kinds
    }
    if "hasarg" in real["has"]:
        assert table.hasarg == set(real["has"]["hasarg"])
    else:
        known = {*table.opmap.values()}
        assert table.hasarg == {op for op in known if op >= table.have_argument}
    assert set(table.operand.values()) <= set(operands.DESCRIPTIONS)


@present
def test_jump_targets_are_those_of_dis(version: str) -> None:
    real, table = facts(version), isa.table(version)
    for name, answers in real["meanings"].items():
        for oparg, meaning in zip(real["meaning_opargs"], answers, strict=True):
            target = table.jump_target(table.opmap[name], oparg, real["meaning_offset"])
            if target is not None:
                assert meaning is not None
                assert target == int(meaning[0][1]), (name, oparg)


@pytest.mark.parametrize("version", isa.VERSIONS)
def test_what_points_to_an_offset_does_so_in_every_version_or_has_no_operand(version: str) -> None:
    table = isa.table(version)
    for name, number in table.opmap.items():
        points = table.jump_target(number, 0, 0) is not None
        assert points == (name in POINTING and number in table.hasarg), name
    for name, form_of in table.deopt.items():
        assert (name in POINTING) == (form_of in POINTING)


@pytest.mark.parametrize(
    ("version", "name", "kind"),
    [
        ("3.10", "LOAD_GLOBAL", operands.NAME),
        ("3.11", "LOAD_GLOBAL", operands.NAME_NULL),
        ("3.11", "LOAD_ATTR", operands.NAME),
        ("3.12", "LOAD_ATTR", operands.ATTR),
        ("3.12", "LOAD_SUPER_ATTR", operands.SUPER_ATTR),
        ("3.15", "IMPORT_NAME", operands.IMPORT),
        ("3.11", "COMPARE_OP", operands.COMPARE),
        ("3.12", "COMPARE_OP", operands.COMPARE_4),
        ("3.13", "COMPARE_OP", operands.COMPARE_5),
        ("3.10", "LOAD_DEREF", operands.FREE),
        ("3.15", "LOAD_DEREF", operands.DEREF),
        ("3.13", "STORE_FAST_LOAD_FAST", operands.LOCAL_PAIR),
        ("3.11", "KW_NAMES", operands.CONST),
        ("3.8", "SETUP_FINALLY", operands.HANDLER),
        ("3.8", "CALL_FINALLY", operands.JUMP_FORWARD),
        ("3.14", "END_ASYNC_FOR", operands.JUMP_ORIGIN),
        ("3.13", "INSTRUMENTED_JUMP_BACKWARD", operands.JUMP_BACKWARD),
        ("3.12", "INSTRUMENTED_RETURN_VALUE", operands.UNUSED),
        ("3.14", "JUMP_IF_TRUE", operands.LABEL),
    ],
)
def test_operand_kinds_that_changed(version: str, name: str, kind: str) -> None:
    assert isa.table(version).operand[name] == kind


def test_jump_units() -> None:
    assert [isa.table(version).jump_unit for version in isa.VERSIONS] == [1, 1, 2, 2, 2, 2, 2, 2]


# --- the host's own modules -----------------------------------------------------------------


def test_the_host_says_the_same() -> None:
    table = isa.table(isa.host_version())
    assert {**table.opmap, **table.pseudo} == dict(opcode.opmap)
    forms = {op: name for name, op in table.specialized.items()}
    for op, name in enumerate(opcode.opname[:256]):
        assert name in (table.opname[op], forms.get(op))
    assert table.extended_arg == opcode.EXTENDED_ARG
    assert table.have_argument == opcode.HAVE_ARGUMENT
    assert table.cmp_op == tuple(opcode.cmp_op)
    assert table.co_flags == dict(dis.COMPILER_FLAG_NAMES)
    families = {key: tuple(forms) for key, forms in vars(opcode)["_specializations"].items()}
    assert table.families == families
    assert {*table.deopt} == {*table.specialized}
    for name, entries in table.cache_format.items():
        assert table.caches.get(name, 0) == sum(entries.values()), name


# --- the rest of the interface --------------------------------------------------------------


@pytest.mark.parametrize("version", ["3.7", "2.7", "3.16", "", "three"])
def test_an_unknown_version_is_a_clear_error(version: str) -> None:
    with pytest.raises(PeepholeError, match=r"known are 3\.8 to 3\.15"):
        isa.table(version)


def test_tables_are_loaded_once_and_only_when_asked_for() -> None:
    script = (
        "import sys; from peephole import isa\n"
        "assert isa.table('3.9') is isa.table('3.9')\n"
        "print(*sorted(m for m in sys.modules if 'isa.tables.' in m))\n"
        "print(*sorted({'dataclasses', 'typing', 're', 'enum', 'collections'} & {*sys.modules}))"
    )
    command_line = [sys.executable, "-S", "-c", script]
    environment = {"PYTHONPATH": str(ROOT / "src")}
    shown = subprocess.run(
        command_line, env=environment, capture_output=True, text=True, check=True
    )
    assert shown.stdout.splitlines() == ["peephole.isa.tables.v3_9", ""]


def test_magic_numbers() -> None:
    for version in isa.VERSIONS:
        table = isa.table(version)
        first, last = table.magic_range
        assert first <= table.magic <= last
        assert {isa.version_of_magic(number) for number in range(first, last + 1)} == {version}
    assert isa.version_of_magic(3379) == "3.6"
    assert isa.version_of_magic(3699) == "3.15"
    assert isa.release_of_magic(3620) == "3.14a6"
    assert [isa.version_of_magic(number) for number in (0, 168, 3419, 3700, 65535)] == [None] * 5


def test_magic_history_is_read_from_comments() -> None:
    lines = [
        "#     Python 2.6a1: 62161 (too old)",
        "#     Python 3.6b1  3375 (add SETUP_ANNOTATIONS)",
        "#                          #27985)",
        "    Python 3.14rc2 3626 (Fix missing exception handlers)",
        "    Python 3.16 will start with 3700",
    ]
    assert magic.history(lines) == {3375: "3.6b1", 3626: "3.14rc2"}


def test_the_difference_of_two_versions() -> None:
    change = isa.difference("3.12", "3.13")
    assert "CALL_KW" in change.added
    assert "KW_NAMES" in isa.difference("3.12", "3.13").removed
    assert len(change.renumbered) == 122
    assert change.operands["COMPARE_OP"] == (operands.COMPARE_4, operands.COMPARE_5)
    assert change.effects["END_FOR"] == ((-2, -2), (-1, -1))
    assert change.caches["CONTAINS_OP"] == (0, 1)
    later = isa.difference("3.13", "3.14")
    assert later.items["RETURN_VALUE"] == ((1, 0), (1, 1))
    assert "UNPACK_EX" not in later.items
    nothing = isa.difference("3.14", "3.14")
    assert (nothing.added, nothing.removed, nothing.renumbered, nothing.items) == ((), (), {}, {})


# --- reading the header ---------------------------------------------------------------------


def test_c_expressions_are_translated_or_refused() -> None:
    assert headers.to_python("1 + (oparg & 0xFF) + (oparg >> 8)") == (
        "1 + (oparg & 255) + (oparg >> 8)"
    )
    assert headers.to_python("2 + ((oparg == 3) ? 1 : 0)") == "2 + (1 if oparg == 3 else 0)"
    assert headers.to_python("1 + (oparg&1)") == "1 + (oparg & 1)"
    with pytest.raises(ValueError, match="cannot translate"):
        headers.to_python("__import__('os')")


def test_a_header_without_the_functions_is_an_error() -> None:
    with pytest.raises(ValueError, match="_PyOpcode_num_popped"):
        headers.parse("#define NOTHING 1\n")
