"""How long a process and its children have really been at work, however busy the computer is."""

from __future__ import annotations

import os
import time
from pathlib import Path

PROC = Path("/proc")
BETWEEN = 0.4  # seconds between two looks: one costs milliseconds
#: states of a thread (proc(5)) that wants to run, or waits for a disk
RUNNABLE = frozenset({b"R", b"D"})


class Meter:
    """The seconds of a session of processes: of CPU time, and those in which all of it slept.

    What waits for a processor that others have is not charged, and what hangs is. Where there is
    no /proc, seconds pass as on the wall.
    """

    def __init__(self, session: int) -> None:
        self.session = session
        self.seconds = 0.0
        self._cpu = 0.0
        self._looked = time.monotonic()

    def read(self, ended: bool = False) -> float:
        """The seconds since the meter was made, in steps; all of them when the session has ended.

        The last step is then what passed on the wall.
        """
        now = time.monotonic()
        passed = now - self._looked
        if passed < BETWEEN and not ended:
            return self.seconds
        self._looked = now
        if ended or not (PROC / "self" / "stat").exists():
            self.seconds += passed
            return self.seconds
        cpu, runnable = self._look()
        # Less than before: a child died that nobody waited for.
        used = max(cpu - self._cpu, 0.0)
        self._cpu = cpu
        self.seconds += used if runnable else max(used, passed)
        return self.seconds

    def _look(self) -> tuple[float, bool]:
        """The CPU time of the session's processes and of their dead; whether one wants to run."""
        ticks = 0
        runnable = False
        for process in PROC.iterdir():
            if not process.name.isdigit():
                continue
            try:
                fields = _fields(process / "stat")
                if int(fields[3]) != self.session:
                    continue
                ticks += sum(map(int, fields[11:15]))
                threads = [_fields(thread / "stat")[0] for thread in (process / "task").iterdir()]
            except OSError:  # it has just ended
                continue
            runnable = runnable or not RUNNABLE.isdisjoint(threads)
        return ticks / os.sysconf("SC_CLK_TCK"), runnable


def _fields(stat: Path) -> list[bytes]:
    """The fields of a stat file from the third on (proc(5)): the state, the parent, ..."""
    return stat.read_bytes().rpartition(b")")[2].split()
