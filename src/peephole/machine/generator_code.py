"""The code of generators' trampolines, written instruction by instruction.

A generator's trampoline is what the host takes for the guest's generator, also while it waits.  So
it waits where the guest does: it has a yield for every yield of the guest, at the same line, and
where the guest delegates it delegates itself, so that `gi_yieldfrom`, `throw` and `close` find the
subiterator.  It has no variables of its own: the guest's frame is on its stack.

    frame = ENTER(body, probe, arguments)
    site, value = DRIVE(frame, None)
    while site >= 0:
        try:
            sent = yield value          # or: yield from value; one for each site
        except BaseException as exception:
            site, value = THROW(frame, exception)
        else:
            site, value = DRIVE(frame, sent)
    if site == RAISED:
        raise value                     # as RERAISE does, without a traceback entry
    return value                        # RETURNED

Its own instructions lie behind the space of the guest's: offsets of the guest's instructions mean
the guest's lines and columns in it.
"""

from __future__ import annotations

from opcode import opmap

from peephole.code.locations import encode_locations
from peephole.machine.assembling import (
    JUMP_IF_FALSE,
    Assembler,
    exception_entry,
    instruction,
    instructions_of,
    jump_over,
)
from peephole.machine.clothes import last_line
from peephole.machine.executable import count_parameters
from peephole.machine.hiding import hide_all
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType
    from typing import Any

    from peephole.code.locations import Location

_COROUTINE = 0x80


def _calls(function: Any, argument: Any) -> None:
    function(argument)


def _less(left: Any, right: Any) -> bool:
    return left < right  # type: ignore[no-any-return]


def _yields(value: Any) -> Any:
    try:
        yield value
        yield from value
    except BaseException:
        pass


def _waits() -> Any:
    yield


def _opcode_and_oparg_waited_at() -> tuple[int, int]:
    generator = _waits()
    next(generator)
    frame = generator.gi_frame
    units = frame.f_code.co_code
    return units[frame.f_lasti], units[frame.f_lasti + 1]


_waited_at, _waited_with = _opcode_and_oparg_waited_at()
#: whether a generator that waits is at the RESUME behind its yield, and the bit of that one's oparg
#: which says that no try block is around
WAITS_BEHIND = _waited_at == opmap["RESUME"]
NOT_IN_TRY = _waited_with & ~3 if WAITS_BEHIND else 0
#: whether NULL goes below what is called, not above
NULL_FIRST = instructions_of(_calls.__code__)[0][0] == "PUSH_NULL"
_LESS = dict(instructions_of(_less.__code__))["COMPARE_OP"]
#: the opargs of a YIELD_VALUE in a try block and of one in a loop of SEND
_YIELD, _DELEGATING_YIELD = (
    oparg for opname, oparg in instructions_of(_yields.__code__) if opname == "YIELD_VALUE"
)
_AFTER_YIELD, _AFTER_YIELD_FROM, _AFTER_AWAIT = 1, 2, 3
#: whether SEND takes an index, too, and the oparg of the GET_ITER that makes it
HAS_INDEX = "GET_YIELD_FROM_ITER" not in opmap
_WITH_INDEX = dict(instructions_of(_yields.__code__)).get("GET_ITER", 0)


#: ways to wait: yield a value, delegate to an iterator, delegate to what SEND takes an index for
_YIELDS, _DELEGATES, _DELEGATES_BY_INDEX = range(3)
#: by opname, the ways in which a generator's frame can wait at an instruction: its sites, numbered
#: in the order of the instructions
SITES: dict[str, tuple[int, ...]] = {
    "YIELD_VALUE": (_YIELDS,),
    "SEND": (_DELEGATES, _DELEGATES_BY_INDEX) if HAS_INDEX else (_DELEGATES,),
}
#: in the place of a site: the frame has returned the value, or raised it
RETURNED, RAISED = -2, -1


def _sites_of(units: bytes) -> list[tuple[int, int]]:
    """Where a generator's frame can wait: the offsets of the instructions, and how it waits."""
    ways = {opmap[opname]: found for opname, found in SITES.items()}
    return [
        (offset, way)
        for offset in range(0, len(units), 2)
        if units[offset] in ways
        for way in ways[units[offset]]
    ]


def generator_code(
    dressed: CodeType, guest: CodeType, units: bytes, drive: Any, throw: Any
) -> CodeType:
    """The trampoline of a generator function.

    `dressed` is a function in the guest's clothes that returns the guest's frame, `units` the
    guest's bytecode; `drive` and `throw` go on with the frame.
    """
    prologue, entry = _parts(dressed.co_code, units)
    sites = _sites_of(units)
    last = last_line(guest)
    first_constant = len(dressed.co_consts)
    consts = [*dressed.co_consts, None, drive, throw, *range(RAISED, len(sites))]
    none, drives, throws = range(first_constant, first_constant + 3)
    zero = first_constant + 3 - RAISED
    code = Assembler(jump_over(prologue, len(units)))
    code.units += entry  # frame
    for slot in range(count_parameters(guest)):
        code.emit("DELETE_FAST", slot)
    code.emit("LOAD_CONST", none)
    _prepare_call(code, drives)
    code.label("drive")  # frame, callable, frame, sent
    _call(code)
    code.label("driven")  # frame, (site, value)
    code.emit("UNPACK_SEQUENCE", 2)
    _choose(code, RETURNED, len(sites), zero)
    start = code.offset
    locations: list[tuple[int, Location]]
    locations = [((start - len(units)) // 2, (guest.co_firstlineno,) * 2 + (None, None))]
    positions = list(guest.co_positions())
    for site, (offset, way) in enumerate(sites):
        begin = code.offset
        code.label(f"site {site}")  # frame, value, site
        code.emit("POP_TOP")
        _prepare_call(code, drives)
        if way == _YIELDS:
            code.emit("YIELD_VALUE", _YIELD)
            code.emit("RESUME", _AFTER_YIELD)
        else:
            if way == _DELEGATES_BY_INDEX:
                code.emit("GET_ITER", _WITH_INDEX)
            elif HAS_INDEX:
                code.emit("PUSH_NULL")
            _delegate(code, site, none, is_coroutine=bool(guest.co_flags & _COROUTINE))
        code.jump("JUMP_BACKWARD_NO_INTERRUPT", "drive")
        locations.append(((code.offset - begin) // 2, positions[offset // 2]))
    end = code.offset
    code.label("thrown")  # frame, exception
    _prepare_call(code, throws)
    _call(code)
    code.jump("JUMP_BACKWARD_NO_INTERRUPT", "driven")
    for site, opname in ((RETURNED, "RETURN_VALUE"), (RAISED, "RERAISE")):
        code.label(f"site {site}")  # frame, value, site
        code.emit("POP_TOP")
        code.emit("SWAP", 2)
        code.emit("POP_TOP")
        code.emit(opname)
    locations.append(((code.offset - end) // 2, (last,) * 2 + (None, None)))
    handled = sites and exception_entry(start, end, code.places["thrown"], depth=1)
    return dressed.replace(
        co_code=code.finish(),
        co_consts=tuple(consts),
        co_linetable=guest.co_linetable + encode_locations(locations, last),
        co_exceptiontable=handled or b"",
        co_stacksize=max(dressed.co_stacksize, _STACK_SIZE),
        co_flags=guest.co_flags,
    )


#: what is on the stack at most once the frame is there: frame, drive, frame, delegate, None and,
#: where SEND takes one, an index
_STACK_SIZE = 5 + HAS_INDEX


def _parts(units: bytes, guest: bytes) -> tuple[bytes, bytes]:
    """What a generator begins with, and what of a function's code makes the value it returns."""
    resume = instruction("RESUME")
    at = next(i for i in range(0, len(units), 2) if units[i] == resume[0])
    before, behind = _around_creation(made_first(guest))
    creation = instruction("RETURN_GENERATOR") + instruction("POP_TOP") + resume
    return units[:at] + before + creation + behind, units[at + len(resume) : -2]


def made_first(guest: bytes) -> str:
    """The opname of what bytecode does before the generator is made: since 3.15 a generator
    expression makes its first iterator there."""
    opcodes = guest[::2]
    before = opcodes[: opcodes.index(opmap["RETURN_GENERATOR"])]
    return next((name for name in ("GET_ITER", "GET_AITER") if opmap[name] in before), "")


def _around_creation(opname: str) -> tuple[bytes, bytes]:
    """What makes the iterator of the first argument before the generator is made, and leaves the
    argument, as it is by then, and the iterator as a tuple in its place where it begins."""
    if not opname:
        return b"", b""
    before = instruction("RESUME", _BEFORE_CREATION) + instruction("LOAD_FAST", 0)
    with_index = HAS_INDEX and opname == "GET_ITER"
    behind = instruction("LOAD_FAST", 0) + instruction("COPY", 2 + with_index)
    behind += instruction("BUILD_TUPLE", 2) + instruction("STORE_FAST", 0)
    behind += instruction("POP_ITER" if with_index else "POP_TOP")
    return before + instruction(opname), behind


#: the oparg of a RESUME before RETURN_GENERATOR
_BEFORE_CREATION = 4


def _prepare_call(code: Assembler, function: int) -> None:
    """frame, argument -- frame, what a method call with the frame as self needs, argument"""
    code.emit("LOAD_CONST", function)
    code.emit("SWAP", 2)
    code.emit("COPY", 3)
    code.emit("SWAP", 2)


def _call(code: Assembler) -> None:
    for opname in ("PRECALL", "CALL"):
        if opname in opmap:
            code.emit(opname, 1)


def _choose(code: Assembler, low: int, high: int, zero: int) -> None:
    """Go on at the site whose number, from `low` up to `high`, is on the stack; the numbers are
    constants around the one at `zero`."""
    if high - low == 1:
        code.jump("JUMP_FORWARD", f"site {low}")
        return
    middle = 0 if low < 0 < high else (low + high) // 2
    code.emit("COPY", 1)
    code.emit("LOAD_CONST", zero + middle)
    code.emit("COMPARE_OP", _LESS)
    code.jump(JUMP_IF_FALSE, f"from {middle}")
    _choose(code, low, middle, zero)
    code.label(f"from {middle}")
    _choose(code, middle, high, zero)


def _delegate(code: Assembler, site: int, none: int, is_coroutine: bool) -> None:
    """subiterator, index where SEND takes one -- what it returns"""
    code.emit("LOAD_CONST", none)
    code.label(f"send {site}")
    code.short_jump("SEND", f"sent {site}")
    code.emit("YIELD_VALUE", _DELEGATING_YIELD)
    code.emit("RESUME", _AFTER_AWAIT if is_coroutine else _AFTER_YIELD_FROM)
    code.jump("JUMP_BACKWARD_NO_INTERRUPT", f"send {site}")
    code.label(f"sent {site}")
    if "END_SEND" in opmap:
        code.emit("END_SEND")


hide_all(globals())
