"""What versions of CPython have of their own in how they trace, as data."""

from __future__ import annotations

import sys

from peephole import isa

_VERSION = isa.host_version()

#: which instructions a frame that sets f_trace_opcodes is told of: all that follow; those that
#: follow the next sys.settrace; those of its code from the next call, return or exception on
AT_ONCE, AT_SETTRACE, BY_CODE = range(3)
OPCODE_RULE = {"3.11": AT_ONCE, "3.12": AT_SETTRACE}.get(_VERSION, BY_CODE)

#: whether a jump is told of when the frame is at its target already
TOLD_AT_TARGET = _VERSION == "3.12"

#: whether a yield is told of when the frame is at the instruction behind it already
TOLD_BEHIND_YIELD = _VERSION == "3.13"

#: whether a frame that is told to go on elsewhere as it yields does so at once, without yielding
JUMPS_FROM_YIELD = _VERSION not in ("3.11", "3.12", "3.13")

#: whether close() of a generator that waits outside of any try block runs and tells nothing
CLOSES_QUIETLY = _VERSION == "3.13"

#: whether what a trace function raises as a frame returns leaves the frame at once
RETURNS_AT_ONCE = _VERSION == "3.11"

#: whether what a trace function calls by sys.call_tracing is traced
CALL_TRACING_TRACES = _VERSION != "3.11"

#: whether what dies as a trace function is replaced may set none itself
INSTALLS_ALONE = _VERSION == "3.11"

#: whether a profile function is told that a method object's C function is called (gh-122029)
TELLS_OF_BOUND_CALLS = not (3, 12) <= sys.version_info < (3, 12, 5)
#: ... also where arguments are unpacked
TELLS_OF_UNPACKED_BOUND_CALLS = _VERSION == "3.13"

#: whether "no event" is the same number as the call event
CALL_IS_DEFAULT = _VERSION == "3.11"

#: whether a jump binds unbound variables to None; else they stay unbound
UNBOUND_BECOME_NONE = _VERSION != "3.11"

#: whether there are events of their own for the two ways that a branch can go
TWO_BRANCHES = hasattr(sys, "monitoring") and hasattr(sys.monitoring.events, "BRANCH_LEFT")

#: whether the call of a method is told as that of its function
EXPANDS_METHODS = _VERSION not in ("3.11", "3.12", "3.13")

#: whether the call of a Python function with unpacked arguments is told of
TELLS_OF_UNPACKING = _VERSION != "3.12"

#: where an exception is said to be raised and a frame left, as the loop has counted on: in the
#: frame whose instruction fails, and in one that waited (for a call, or at a yield): one code
#: unit before the instruction, at it, or at its last code unit
BEFORE, AT, LAST = range(3)
RAISED_AT, WAITED_AT = (AT, LAST) if _VERSION == "3.12" else (LAST, BEFORE)

#: whether the events of exceptions can be heard of single code objects, and disabled
EXCEPTIONS_ARE_LOCAL = _VERSION not in ("3.12", "3.13", "3.14")
