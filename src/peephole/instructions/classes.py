"""Instructions that make classes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peephole.instructions.registry import family

if TYPE_CHECKING:
    from peephole.machine.names import load_build_class

instruction = family("classes")


@instruction("-- bc")
def LOAD_BUILD_CLASS(frame: Any) -> Any:
    """Push builtins.__build_class__, which is called with the body's function, the name, bases."""
    return load_build_class(frame)
