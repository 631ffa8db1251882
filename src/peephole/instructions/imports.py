"""Instructions of import statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peephole.instructions.registry import family

if TYPE_CHECKING:
    from peephole.machine.importing import import_from, import_name, import_star

instruction = family("imports")


@instruction("level, fromlist -- res")
def IMPORT_NAME(level: Any, fromlist: Any, frame: Any, operand: str) -> Any:
    """Import a module by calling the builtins' __import__."""
    return import_name(frame, operand, fromlist, level)


@instruction("from -- from, res")
def IMPORT_FROM(from_: Any, operand: str) -> Any:
    """Push a name of an imported module: an attribute, or else a submodule."""
    return import_from(from_, operand)


@instruction("from --", versions="3.11")
def IMPORT_STAR(from_: Any, frame: Any) -> None:
    """Copy the public names of a module into the namespace."""
    import_star(from_, frame)
