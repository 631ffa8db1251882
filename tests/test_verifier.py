"""The verifier accepts what compilers make and names the rule that a broken code object breaks."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from broken_code import ACCEPTED, BROKEN, made
from oracles import VERSIONS, answers
from peephole.analysis.verifier import RULES, verify, verify_one
from peephole.code import load_marshal


@pytest.mark.parametrize(("version", "program", "fields"), ACCEPTED)
def test_sound_code_is_accepted(version: str, program: str, fields: dict[str, Any]) -> None:
    assert verify(made(version, program, **fields)) == []


@pytest.mark.parametrize(("rules", "version", "program", "fields"), BROKEN)
def test_broken_code_is_rejected_with_the_reason(
    rules: str, version: str, program: str | bytes, fields: dict[str, Any]
) -> None:
    problems = verify_one(made(version, program, **fields))
    assert {problem.rule for problem in problems} == set(rules.split()), list(map(str, problems))
    assert all(str(each).startswith("f") for each in problems)


def test_every_rule_has_a_broken_example() -> None:
    assert {rule for case in BROKEN for rule in case[0].split()} == set(RULES)
    assert len(BROKEN) >= 60


def test_problems_name_code_object_offset_and_rule() -> None:
    inner = made("3.12", "RESUME; drop; RETURN_CONST 0", qualname="f.<locals>.inner")
    (problem,) = verify(made("3.12", "RETURN_CONST 0", consts=(None, inner)))
    assert problem.code is inner
    assert str(problem) == "f.<locals>.inner, byte 2: stack: POP_TOP takes 1 items off a stack of 0"


@pytest.mark.parametrize("version", VERSIONS)
def test_what_compilers_make_is_accepted(version: str) -> None:
    count = 0
    for answer in answers(version, "code"):
        code = load_marshal(base64.b64decode(answer["marshal"]), version)
        assert verify(code) == [], answer["path"]
        count += sum(1 for _ in code.walk())
    assert count > 500
