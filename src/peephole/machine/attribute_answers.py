"""getattr, setattr and delattr of guest code: attributes that the machine answers for."""

from __future__ import annotations

from peephole.machine.answers import ATTRIBUTES, DELETED, STORED
from peephole.machine.hiding import hide_all
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from peephole.machine.frame import Frame, Step
    from peephole.machine.thread import ThreadState


def _getattr(
    thread: ThreadState, frame: Frame, step: Step, arguments: list[Any], keywords: dict[str, Any]
) -> Any:
    if len(arguments) < 2 or type(arguments[1]) is not str or arguments[1] not in ATTRIBUTES:
        return getattr(*arguments, **keywords)
    if len(arguments) > 3 or keywords:
        return getattr(*arguments, **keywords)
    try:
        return ATTRIBUTES[arguments[1]](arguments[0], frame)
    except AttributeError:
        if len(arguments) == 2:
            raise
        return arguments[2]


def _setattr(
    thread: ThreadState, frame: Frame, step: Step, arguments: list[Any], keywords: dict[str, Any]
) -> Any:
    if len(arguments) != 3 or keywords or type(arguments[1]) is not str:
        return setattr(*arguments, **keywords)
    if arguments[1] in STORED:
        return STORED[arguments[1]](arguments[0], arguments[2])
    return setattr(*arguments)


def _delattr(
    thread: ThreadState, frame: Frame, step: Step, arguments: list[Any], keywords: dict[str, Any]
) -> Any:
    if len(arguments) != 2 or keywords or type(arguments[1]) is not str:
        return delattr(*arguments, **keywords)
    if arguments[1] in DELETED:
        return DELETED[arguments[1]](arguments[0])
    return delattr(*arguments)


#: the builtins, with what the machine answers
ANSWERED: dict[Any, Any] = {getattr: _getattr, setattr: _setattr, delattr: _delattr}

hide_all(globals())
