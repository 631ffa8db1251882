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

# A second copy would not do: the interpreter's shutdown goes by the one in `sys.modules`, the
# codecs found so far belong to these, and so does the list of warning filters.
_KEPT = {"threading", "encodings", "warnings"}


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


def forget_library() -> None:
    """Take out of `sys.modules` what a fresh interpreter would not have loaded yet.

    These are the modules of the standard library that were imported after `site`, which is the
    last that an interpreter loads by itself (modules are in the order in which they were ready);
    so the program imports its own.  Whoever has imported them before keeps them.
    """
    names = list(sys.modules)
    if "site" not in sys.modules:  # python -S: nothing marks the end of the start
        return
    for name in names[names.index("site") + 1 :]:
        package = name.partition(".")[0]
        if package in sys.stdlib_module_names and package not in _KEPT:
            del sys.modules[name]


def forget_peephole() -> None:
    """Take peephole out of `sys.modules`: before the interpreter ends and empties what is there.

    Functions keep their module's globals, so the machine works on until its last frame.
    """
    for name in list(sys.modules):
        if name.partition(".")[0] == "peephole":
            del sys.modules[name]
