"""Instructions that compute nothing: prefixes, markers, the places where tracing hooks in."""

from typing import Any

from peephole.instructions.registry import family
from peephole.instructions.vocabulary import leave, probe

instruction = family("bookkeeping")


@instruction("--")
def NOP() -> None:
    """Do nothing: a place holder that the optimizer left, often to keep a line's place."""


@instruction("--")
def CACHE() -> None:
    """An inline cache entry behind an instruction: read by it, never executed."""
    raise SystemError("Executing a cache.")


@instruction("--", versions="3.12-")
def RESERVED() -> None:
    """The number of no instruction; executing it is a fatal error."""
    raise SystemError("Executing RESERVED instruction.")


@instruction("--", versions="3.13-")
def ENTER_EXECUTOR() -> None:
    """Enter code that the JIT made; only the interpreter itself puts it into bytecode."""
    raise SystemError("ENTER_EXECUTOR is not for code that was read or compiled.")


@instruction("--", versions="3.15-")
def TRACE_RECORD() -> None:
    """Record the next instruction for the JIT; only the interpreter itself executes it."""
    raise SystemError("TRACE_RECORD is not for code that was read or compiled.")


@instruction("retval --", versions="3.12-")
def INTERPRETER_EXIT(retval: Any) -> None:
    """Leave the evaluation loop; only the frame that C code enters the loop through has it."""
    leave(retval)


@instruction("--")
def EXTENDED_ARG() -> None:
    """Prefix an oparg of more than 8 bits; at most three go before an instruction."""


@instruction("--", signals="3.11-")
def RESUME() -> None:
    """Mark where a frame starts or goes on: 0 at the start, 1 after yield, 2 after yield from,
    3 after await. Tracing, signals and thread switches are looked at here."""


@instruction("--", versions="3.14-")
def NOT_TAKEN() -> None:
    """Mark the path of a conditional jump that is not taken, for branch monitoring."""


@instruction("--")
def PROBE() -> None:
    """Tell the probe in the operand that an instruction is next, and go on at the node that it
    returns."""
    probe()
