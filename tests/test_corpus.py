"""Every program of the corpus does the same on the machine as under plain CPython.

What is known to differ, and why, is in tests/data/differences.toml (docs/differences.md tells the
causes at length); such a program must still run to its end.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pytest

from corpus_programs import Program, differences, programs, run_machine, run_native

DIFFERENCES = Path(__file__).parent / "data" / "differences.toml"


def known_differences() -> dict[str, str]:
    """The cause by program, for the version that runs the tests."""
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    with DIFFERENCES.open("rb") as file:
        groups = tomllib.load(file).get("difference", [])
    return {
        name: group["cause"]
        for group in groups
        if version in group.get("versions", [version])
        for name in group["programs"]
    }


KNOWN = known_differences()


def test_no_program_shadows_the_standard_library() -> None:
    stems = {program.path.stem for program in programs()}
    assert not stems & sys.stdlib_module_names


def test_differences_name_programs() -> None:
    assert set(KNOWN) <= {program.name for program in programs()}


# All by the loop (0), and what is done twice by translated code (2).
@pytest.mark.parametrize("translate_after", ["0", "2"])
@pytest.mark.parametrize("program", programs(), ids=lambda program: program.name)
def test_same_as_python(
    program: Program, translate_after: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if translate_after != "0" and "--all" in program.run:
        translate_after = "20"  # the standard library is large
    monkeypatch.setenv("PEEPHOLE_TRANSLATE_AFTER", translate_after)
    if program.requires > sys.version_info[:2]:
        pytest.skip("requires " + ".".join(map(str, program.requires)))
    native = run_native(program)
    assert native.status == program.status, native.stderr
    machine = run_machine(program)
    found = differences(native, machine)
    if found and program.name in KNOWN:
        assert machine.status is not None, "killed at the timeout"
        pytest.xfail(KNOWN[program.name])
    if found:
        pytest.fail("\n".join([program.name, *found]), pytrace=False)
