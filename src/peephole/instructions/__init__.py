"""What every instruction means: one definition per instruction and meaning, a file per family."""

from importlib import import_module

from peephole.instructions.registry import Definition, definition, definitions

__all__ = ["FAMILIES", "Definition", "definition", "definitions", "load"]

#: The families, each a module of this package, in the order of a first reading.
FAMILIES = (
    "stack",
    "loads",
    "stores",
    "attributes",
    "operators",
    "jumps",
    "iteration",
    "containers",
    "unpacking",
    "formatting",
    "calls",
    "functions",
    "classes",
    "exceptions",
    "context_managers",
    "generators",
    "coroutines",
    "imports",
    "matching",
    "intrinsics",
    "bookkeeping",
)


def load() -> None:
    """Import every family, so that the registry is complete."""
    for family in FAMILIES:
        import_module(f"peephole.instructions.{family}")
