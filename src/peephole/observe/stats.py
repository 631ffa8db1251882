"""Counting what a program executes."""

from __future__ import annotations

from collections import defaultdict

from peephole import isa
from peephole.instructions import definitions
from peephole.machine.events import Observer
from peephole.machine.hiding import hidden

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from peephole.machine.frame import Frame, Step


class Stats(Observer):
    """Counts instructions by opname, calls and exceptions.

    `instructions` counts by opname what was begun, the instructions that raised included;
    `calls` the activations of guest functions, modules and class bodies; `resumptions` how
    often generators and coroutines went on; `native_calls` the calls answered by native code;
    `exceptions` what was raised by guest instructions, by class name, each exception once.
    """

    def __init__(self, version: str | None = None) -> None:
        self.version = version or isa.host_version()
        self._families = {name: it.family for name, it in definitions(self.version).items()}
        self.instructions = defaultdict(int, dict.fromkeys(isa.table(self.version).opmap, 0))
        self.calls = 0
        self.resumptions = 0
        self.exceptions: dict[str, int] = {}
        self._entering = defaultdict(int, self.instructions)  # no result yet: a frame is entered

    @hidden
    def instruction(self, frame: Frame, step: Step, target: Step | None, top: Any) -> None:
        self.instructions[step.opname] += 1
        if target is None:
            self._entering[step.opname] += 1

    @hidden
    def start(self, frame: Frame) -> None:
        self.calls += 1

    @hidden
    def resume(self, frame: Frame) -> None:
        self.resumptions += 1

    @hidden
    def raised(self, frame: Frame, exception: BaseException, step: Step) -> None:
        self.instructions[step.opname] += 1
        name = type.__dict__["__name__"].__get__(type(exception))
        self.exceptions[name] = self.exceptions.get(name, 0) + 1

    @hidden
    def reraised(self, frame: Frame, exception: BaseException, step: Step) -> None:
        self.instructions[step.opname] += 1

    @property
    def native_calls(self) -> int:
        """How many call instructions were completed without a guest frame."""
        return sum(
            count - self._entering[name]
            for name, count in self.instructions.items()
            if self._families.get(name) == "calls" and name.startswith("CALL")
        )

    def by_family(self) -> dict[str, int]:
        """Instructions executed, by family, the most frequent first."""
        counts: dict[str, int] = {}
        for name, count in self.instructions.items():
            if count:
                family = self._families.get(name, "other")
                counts[family] = counts.get(family, 0) + count
        return _most_first(counts)

    def by_opname(self) -> dict[str, int]:
        """Instructions executed, by opname, the most frequent first; those that were executed."""
        return _most_first({name: count for name, count in self.instructions.items() if count})

    @property
    def total(self) -> int:
        """How many instructions were executed."""
        return sum(self.instructions.values())

    def as_dict(self) -> dict[str, Any]:
        """Everything counted, for JSON."""
        return {
            "python": self.version,
            "instructions": self.total,
            "opcodes": self.by_opname(),
            "families": self.by_family(),
            "calls": self.calls,
            "resumptions": self.resumptions,
            "native_calls": self.native_calls,
            "exceptions": _most_first(self.exceptions),
        }

    def as_text(self) -> str:
        """Everything counted, as a table."""
        totals = {
            "instructions": self.total,
            "calls": self.calls,
            "native calls": self.native_calls,
            "resumptions": self.resumptions,
            "exceptions": sum(self.exceptions.values()),
        }
        sections = [
            ("executed on the machine", totals, None),
            ("instructions by family", self.by_family(), self.total),
            ("instructions by opcode", self.by_opname(), self.total),
            ("exceptions by class", _most_first(self.exceptions), None),
        ]
        return "\n".join(_section(*section) for section in sections if section[1])


def _most_first(counts: dict[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _section(title: str, counts: dict[str, int], total: int | None) -> str:
    width = max(len(f"{count:,}") for count in counts.values())
    lines = [f"{title}:"]
    for name, count in counts.items():
        share = f" {count / total:6.1%}" if total else ""
        lines.append(f"  {count:>{width},}{share}  {name}")
    return "\n".join(lines) + "\n"
