"""Attributes found through super()."""

from __future__ import annotations

from peephole.machine.hiding import hide_all
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def load_super_attr(global_super: Any, class_: Any, instance: Any, name: str, oparg: int) -> Any:
    """super().name or super(class, instance).name, whatever `super` is bound to.

    Where it is not the builtin, it is called as written: without arguments unless oparg & 2.
    """
    if global_super is not super and not oparg & 2:
        return getattr(global_super(), name)
    return getattr(global_super(class_, instance), name)


hide_all(globals())
