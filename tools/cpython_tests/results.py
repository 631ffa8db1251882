"""What the cases of a module came to, natively and on the machine."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

PASSING = frozenset({"pass", "expected failure"})
ADDRESS = re.compile(r"0x[0-9a-f]{4,}")


class Result(NamedTuple):
    """How a case ended: a status of the recorder's, "crash", "timeout" or "missing"."""

    status: str
    message: str = ""
    seconds: float = 0.0

    @property
    def passes(self) -> bool:
        return self.status in PASSING


class Difference(NamedTuple):
    """A case that passes natively and does not on the machine."""

    case: str
    status: str
    message: str


@dataclass(slots=True)
class Run:
    """One run of a module: its cases by name, in the order in which they ended."""

    cases: dict[str, Result] = field(default_factory=dict)
    seconds: float = 0.0
    note: str = ""  # why cases are missing

    def add(self, case: str, result: Result) -> None:
        """Note a case's result; cases of one name are numbered."""
        name = unique = short(case)
        number = 1
        while unique in self.cases:
            number += 1
            unique = f"{name} #{number}"
        self.cases[unique] = result

    def to_json(self) -> dict[str, Any]:
        return {"cases": self.cases, "seconds": self.seconds, "note": self.note}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Run:
        cases = {case: Result(*result) for case, result in data["cases"].items()}
        return cls(cases, data["seconds"], data["note"])


def short(case: str) -> str:
    """A case's name without what every name begins with and without addresses."""
    return ADDRESS.sub("0x...", case).replace("(test.", "(").removeprefix("test.")


@dataclass(slots=True)
class Comparison:
    """A module, natively and on the machine."""

    module: str
    category: str
    native: Run
    machine: Run

    @property
    def expected(self) -> list[str]:
        """The cases that pass natively."""
        return [case for case, result in self.native.cases.items() if result.passes]

    @property
    def differences(self) -> list[Difference]:
        missing = Result("missing", self.machine.note)
        found = ((case, self.machine.cases.get(case, missing)) for case in self.expected)
        return [
            Difference(case, result.status, result.message)
            for case, result in found
            if not result.passes
        ]


@dataclass(slots=True)
class Saved:
    """The result of a module as it is kept in a file."""

    category: str
    native: int
    machine: int
    differing: dict[str, list[str]]

    @classmethod
    def of(cls, comparison: Comparison) -> Saved:
        differences = comparison.differences
        native = len(comparison.expected)
        return cls(
            comparison.category,
            native,
            native - len(differences),
            {case: [status, message] for case, status, message in sorted(differences)},
        )


def save(path: Path, python: str, comparisons: list[Comparison]) -> None:
    """Write results as JSON, a module a line, its differing cases a line each.

    What the file has of other modules stays, if it is of the same version.
    """
    kept = load(path) if path.exists() and version_of(path) == python else {}
    kept |= {comparison.module: Saved.of(comparison) for comparison in comparisons}
    modules = []
    for module, saved in sorted(kept.items()):
        differing = ",\n   ".join(
            f"{json.dumps(case)}: {json.dumps(said)}" for case, said in saved.differing.items()
        )
        inside = f"{{\n   {differing}}}" if differing else "{}"
        modules.append(
            f'  {json.dumps(module)}: {{"category": {json.dumps(saved.category)}, '
            f'"native": {saved.native}, "machine": {saved.machine}, "differing": {inside}}}'
        )
    text = ",\n".join(modules)
    path.write_text(f'{{\n "python": {json.dumps(python)},\n "modules": {{\n{text}\n }}\n}}\n')


def version_of(path: Path) -> str | None:
    """The version of CPython that a file's results are of."""
    version: str | None = json.loads(path.read_text()).get("python")
    return version


def load(path: Path) -> dict[str, Saved]:
    """The results of a file that `save` wrote, by module; a ValueError if it is none."""
    try:
        modules = json.loads(path.read_text())["modules"]
        return {name: Saved(**saved) for name, saved in modules.items()}
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{path} is not a result of this tool") from error
