"""Instructions of import statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peephole.instructions.registry import family

if TYPE_CHECKING:
    from peephole.machine.importing import import_from, import_name, import_star
    from peephole.machine.lazy_imports import import_lazily

instruction = family("imports")


@instruction("level, fromlist -- res", versions="3.11-3.14")
def IMPORT_NAME(level: Any, fromlist: Any, frame: Any, operand: str) -> Any:
    """Import a module by calling the builtins' __import__."""
    return import_name(frame, operand, fromlist, level)


@instruction("level, fromlist -- res", versions="3.15-")
def IMPORT_NAME(level: Any, fromlist: Any, frame: Any, operand: str, oparg: int) -> Any:
    """Import a module by calling the builtins' __import__, or, for a lazy import, __lazy_import__
    (bit 0 of oparg: marked lazy, bit 1: never lazy)."""
    return import_lazily(frame, operand, fromlist, level, oparg)


@instruction("from -- from, res")
def IMPORT_FROM(from_: Any, frame: Any, operand: str) -> Any:
    """Push a name of an imported module: an attribute, or else a submodule."""
    return import_from(from_, operand, frame)


@instruction("from --", versions="3.11")
def IMPORT_STAR(from_: Any, frame: Any) -> None:
    """Copy the public names of a module into the namespace."""
    import_star(from_, frame)
