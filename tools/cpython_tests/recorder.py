"""Run one module of CPython's test suite as `python -m test -v` does, and record every case.

    python recorder.py EVENTS DONE MODULE [OPTION OF REGRTEST ...]

Runs natively or as a guest, in any version, and so imports nothing of ours. EVENTS is appended to,
an event a line, the moment it happens, so that a crash loses nothing:

    ["start", case]
    ["pass" | "fail" | "error" | "skip" | "expected failure" | "unexpected success",
     case, seconds, message]
    ["end"]

DONE names a file of cases, one a line, that are not run: those that an earlier process has
finished or died of.
"""

import json
import os
import sys
import time
import traceback
import unittest
from typing import Any

from test.libregrtest import main, testresult  # type: ignore[import-not-found]

EVENTS, DONE, *OPTIONS = sys.argv[1:]
sys.path[0] = os.getcwd()  # as with -m

# Tests replace these for a while.
_open, _write, _close, _clock, _dumps = os.open, os.write, os.close, time.perf_counter, json.dumps

# What a case was, if several things have been said of it: the first of these.
SEVERITY = ("error", "fail", "unexpected success", "pass", "expected failure", "skip")


def record(*event: object) -> None:
    # Opened for every event: tests count and close file descriptors.
    descriptor = _open(EVENTS, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)
    try:
        _write(descriptor, _dumps(event).encode() + b"\n")
    finally:
        _close(descriptor)


def name_of(test: Any) -> str:
    try:
        return str(test.id())
    except Exception:
        return str(test)


def message_of(error: Any) -> str:
    """The line of an error that names its type."""
    try:
        lines = "".join(traceback.format_exception_only(error[0], error[1])).splitlines()
    except Exception as failure:
        return f"{error[0].__name__} that cannot be shown: {failure!r}"
    named = [line for line in lines if line and not line.startswith((" ", "\t"))]
    return (named or lines or [""])[0][:300]


class RecordingResult(testresult.RegressionTestResult):  # type: ignore[misc]
    current: str | None = None
    said: tuple[str, ...] = ()
    message = ""
    since = 0.0

    def startTest(self, test: Any) -> None:
        self.current = name_of(test)
        self.said = ()
        self.message = ""
        record("start", self.current)
        self.since = _clock()
        super().startTest(test)

    def stopTest(self, test: Any) -> None:
        seconds = round(_clock() - self.since, 4)
        super().stopTest(test)
        if self.current is None:  # 3.12.1 does not start what is skipped, and stops it
            return
        status = next((status for status in SEVERITY if status in self.said), "pass")
        record(status, self.current, seconds, self.message)
        self.current = None

    def _say(self, status: str, test: Any, message: str = "") -> None:
        if self.current is None:  # a fixture of a class or of the module
            record(status, name_of(test), 0.0, message)
        else:
            self.said += (status,)
            self.message = self.message or message

    def addSuccess(self, test: Any) -> None:
        self._say("pass", test)
        super().addSuccess(test)

    def addError(self, test: Any, err: Any) -> None:
        self._say("error", test, message_of(err))
        super().addError(test, err)

    def addFailure(self, test: Any, err: Any) -> None:
        self._say("fail", test, message_of(err))
        super().addFailure(test, err)

    def addSubTest(self, test: Any, subtest: Any, err: Any) -> None:
        if err is not None:
            failed = issubclass(err[0], test.failureException)
            self._say("fail" if failed else "error", test, message_of(err))
        super().addSubTest(test, subtest, err)

    def addSkip(self, test: Any, reason: object) -> None:
        self._say("skip", test, str(reason)[:300])
        super().addSkip(test, reason)

    def addExpectedFailure(self, test: Any, err: Any) -> None:
        self._say("expected failure", test)
        super().addExpectedFailure(test, err)

    def addUnexpectedSuccess(self, test: Any) -> None:
        self._say("unexpected success", test)
        super().addUnexpectedSuccess(test)


def leave_out(done: set[str]) -> None:
    """Let the cases of this set count for nothing."""
    run = unittest.TestCase.run

    def run_the_others(self: unittest.TestCase, result: Any = None) -> Any:
        if isinstance(result, RecordingResult) and name_of(self) in done:
            return result
        return run(self, result)

    unittest.TestCase.run = run_the_others  # type: ignore[method-assign]


with open(DONE, encoding="utf-8") as file:
    finished = set(file.read().splitlines())
if finished:
    leave_out(finished)
testresult.RegressionTestResult = RecordingResult
sys.argv = ["test", *OPTIONS]
try:
    main.main()
finally:
    record("end")
