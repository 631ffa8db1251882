"""Every program of the corpus does the same on the machine as under plain CPython."""

from __future__ import annotations

import sys

import pytest

from corpus_programs import Program, differences, programs, run_machine, run_native


def test_no_program_shadows_the_standard_library() -> None:
    stems = {program.path.stem for program in programs()}
    assert not stems & sys.stdlib_module_names


@pytest.mark.parametrize("program", programs(), ids=lambda program: program.name)
def test_same_as_python(program: Program) -> None:
    if program.requires > sys.version_info[:2]:
        pytest.skip("requires " + ".".join(map(str, program.requires)))
    native = run_native(program)
    assert native.status == program.status, native.stderr
    found = differences(native, run_machine(program))
    if found:
        pytest.fail("\n".join([program.name, *found]), pytrace=False)
