"""How much decoded code is kept: when memory grows, what was decoded first is forgotten; what was
begun again and again, and may be translated, only after what has been begun once."""

from __future__ import annotations

from _weakref import ref

from peephole.machine.hiding import hide_all
from peephole.machine.settings import settings
from peephole.machine.translate.entries import RUN, WARM, Warming
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

try:
    from resource import getrusage
except ImportError:  # a host without it forgets nothing
    getrusage = None  # type: ignore[assignment]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from peephole.machine.executable import Executable

#: executables that are decoded, the oldest first, with their numbers of steps, and the sum of these
decoded: dict[ref[Executable], int] = {}
#: entries whose executable has died since the last one was decoded
_dead: list[ref[Executable]] = []
_bury = _dead.append
_step_count = 0

#: what a decoded instruction takes, in bytes (its node, its step, a number or two)
_STEP_SIZE = 200
#: bytes of decoded instructions that are always kept, and the part of the process's other memory
#: that they may grow to
_KEPT = 4 << 20
_SHARE = 0.125
#: how many steps are made between two looks at the memory
_INTERVAL = 5_000
_until_look = _INTERVAL


def make_room_for(executable: Executable, count: int) -> None:
    """Keep the memory that decoded code takes in bounds: forget what was decoded first."""
    global _step_count, _until_look
    while _dead:
        try:
            dead = _dead.pop()
        except IndexError:  # another thread has taken the last one
            break
        _step_count -= decoded.pop(dead, 0)
    entry = ref(executable, _bury)
    # it may itself have been decoded in the other way before
    decoded[entry] = decoded.get(entry, 0) + count
    _step_count += count
    _until_look -= count
    if _until_look > 0 or getrusage is None:
        return
    _until_look = _INTERVAL
    _step_count = sum(list(decoded.values()))  # other threads decode, too
    resident = getrusage(0).ru_maxrss * 1024  # RUSAGE_SELF
    allowed = _KEPT + _SHARE * max(0, resident - _step_count * _STEP_SIZE)
    for is_expendable in (_was_begun_once, _is_known):
        for entry in list(decoded):
            if _step_count * _STEP_SIZE <= allowed:
                return
            oldest = entry()
            if oldest is not executable and (oldest is None or is_expendable(oldest)):
                _step_count -= decoded.pop(entry, 0)
                if oldest is not None:
                    oldest.forget()


def _was_begun_once(executable: Executable) -> bool:
    """Whether code has been begun no more than once, as far as its entry tells."""
    node = executable.entry
    if node is not None and type(node[2]) is Warming:
        node = node[3]
    if node is None or node[0] == RUN:
        return node is None
    return node[0] != WARM or bool(node[2].count >= settings.translate_after - 1)


def _is_known(executable: Executable) -> bool:
    return True


hide_all(globals())
