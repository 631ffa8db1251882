"""Whether an input has made the readers go where no input before it did.

Every line and, since 3.14, every way out of a branch is reported once and then no more, so that
this costs nothing after the first inputs.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import CodeType
from typing import Any


class Novelty:
    """Counts the lines and branches of the files below a directory that were reached."""

    def __init__(self, directory: Path) -> None:
        self.reached = 0
        self._directory = str(directory)
        monitoring: Any = getattr(sys, "monitoring", None)
        self.available = monitoring is not None
        if monitoring is None:  # before 3.12
            return
        tool = monitoring.COVERAGE_ID
        monitoring.use_tool_id(tool, "fuzzing")
        events = monitoring.events
        names = ("LINE", "BRANCH_LEFT", "BRANCH_RIGHT")
        every = 0
        for event in [getattr(events, name) for name in names if hasattr(events, name)]:
            monitoring.register_callback(tool, event, self._heard(monitoring.DISABLE))
            every |= event
        monitoring.set_events(tool, every)

    def _heard(self, disable: object) -> Callable[..., object]:
        def heard(code: CodeType, *place: int) -> object:
            if code.co_filename.startswith(self._directory):
                self.reached += 1
            return disable

        return heard
