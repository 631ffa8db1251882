"""`sys.modules` and `__main__` as a fresh interpreter has them when it starts a program."""

from __future__ import annotations

import sys
from types import ModuleType

# What `__main__` has before its program runs (`add_main_module`, Python/pylifecycle.c).
_PRISTINE = (
    "__name__",
    "__doc__",
    "__package__",
    "__loader__",
    "__spec__",
    "__annotations__",
    "__builtins__",
)

# A second copy would not do: the interpreter's shutdown goes by the one in `sys.modules`, and
# the codecs found so far belong to these.
_KEPT = {"threading", "encodings"}


def new_main() -> ModuleType:
    """Put a new `__main__` into the old one's place, with what it has at the start; return it."""
    old = sys.modules["__main__"]
    new = ModuleType("__main__")
    values = {
        "__annotations__": {},
        "__builtins__": sys.modules["builtins"],
        "__loader__": sys.modules["_frozen_importlib"].BuiltinImporter,
    }
    for name in _PRISTINE:
        if name in values and name in old.__dict__:  # __annotations__ is not there since 3.14
            new.__dict__[name] = values[name]
    sys.modules["__main__"] = new
    return new


def loaded_for_peephole() -> list[str]:
    """Name the modules that are there only because peephole was started.

    These are peephole itself and the modules of the standard library that were imported from
    the moment the console script, or `runpy` for `-m`, began.
    """
    names = list(sys.modules)
    begun = _first_after_startup(names)
    return [name for name in names[begun:] if _is_replaceable(name)]


def _first_after_startup(names: list[str]) -> int:
    """Return the position in `names` of the first module that the interpreter did not need."""
    imported = {"runpy", "peephole"}
    for value in sys.modules["__main__"].__dict__.values():
        if isinstance(value, ModuleType):
            imported.add(value.__name__)
    start = "site" if "site" in sys.modules else "__main__"
    following = range(names.index(start) + 1, len(names))
    return next((i for i in following if names[i] in imported), len(names))


def _is_replaceable(name: str) -> bool:
    package = name.partition(".")[0]
    return package == "peephole" or (package in sys.stdlib_module_names and package not in _KEPT)


def forget(names: list[str]) -> list[ModuleType]:
    """Take the modules out of `sys.modules`, so that the program imports its own; return them.

    Whoever has them keeps them: their functions work on, also while the interpreter ends and
    empties what is in `sys.modules`.
    """
    return [sys.modules.pop(name) for name in names]
