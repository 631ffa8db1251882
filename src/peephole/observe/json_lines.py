"""A trace as JSON: one object a line."""

from __future__ import annotations

import json

from peephole.machine.hiding import hidden
from peephole.observe.trace import NO_JUMP, TAKEN, meaning

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from peephole.machine.frame import Frame, Step
    from peephole.observe.output import Write


class JsonPrinter:
    """Writes an object for each instruction and event.

    Every object has "event", "depth", "module", "function", "filename" and "line".
    Instructions have "offset", "opname", "oparg", "argrepr", "stack" (after the instruction,
    bottom to top), and, where they can jump, "jump" (whether they did) and "target"; exceptions
    have the "offset" and "opname" of the instruction that raised, or of the handler.
    """

    def __init__(self, write: Write) -> None:
        self._write = write
        self._encode = json.JSONEncoder().encode

    @hidden
    def instruction(
        self, frame: Frame, step: Step, stack: list[str], jump: str, target: int | None
    ) -> None:
        record = _record("instruction", frame, step)
        record["oparg"] = step.oparg
        record["argrepr"] = meaning(step)
        record["stack"] = stack
        if jump != NO_JUMP:
            record["jump"] = jump == TAKEN
            record["target"] = target
        self._write(self._encode(record) + "\n")

    @hidden
    def event(self, kind: str, frame: Frame, details: dict[str, Any]) -> None:
        record = _record(kind, frame, details.pop("step", None))
        record.update(details)
        self._write(self._encode(record) + "\n")

    @hidden
    def end(self, limit: int) -> None:
        self._write(self._encode({"event": "limit", "instructions": limit}) + "\n")


@hidden
def _record(event: str, frame: Frame, step: Step | None) -> dict[str, Any]:
    code = frame.code
    module = frame.globals.get("__name__")
    record: dict[str, Any] = {
        "event": event,
        "depth": frame.depth,
        "module": module if type(module) is str else None,
        "function": code.co_qualname,
        "filename": code.co_filename,
        "line": code.co_firstlineno if step is None else step.line,
    }
    if step is not None:
        record["offset"] = step.offset
        record["opname"] = step.opname
    return record
