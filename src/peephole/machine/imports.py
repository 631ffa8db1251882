"""The import hook: modules in scope are executed by the machine.

Loaders execute a module's code by calling `exec`.  A module global of that name, put into the
modules that loaders live in, comes before the builtin; so everything else about an import
(finders, caches, locks, what tracebacks show of it) stays the interpreter's own.
"""

from __future__ import annotations

import builtins
import sys
from types import CodeType

from peephole.machine.hiding import hidden
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Protocol

    class Scope(Protocol):
        def in_scope(self, module_name: str, filename: str) -> bool: ...

    class Machine(Protocol):
        @property
        def scope(self) -> Scope: ...
        def exec_once(self, code: CodeType, globals: dict[str, Any]) -> object: ...


# Modules whose calls of `exec` run other modules' code, by the name each has at run time.
_LOADERS = frozenset(
    {
        "_frozen_importlib",
        "_frozen_importlib_external",
        "importlib._bootstrap",
        "importlib._bootstrap_external",
        "runpy",
        "zipimport",
        "_pytest.assertion.rewrite",
    }
)


def install(machine: Machine) -> None:
    """Let loaders give the code of modules in `machine.scope` to `machine.exec`."""
    execute = _exec_on(machine)
    for name in _LOADERS.intersection(sys.modules):
        sys.modules[name].__dict__["exec"] = execute


def uninstall() -> None:
    """Undo `install`."""
    for name in _LOADERS.intersection(sys.modules):
        sys.modules[name].__dict__.pop("exec", None)


def _exec_on(machine: Machine) -> Callable[..., object]:
    native = builtins.exec
    in_scope = machine.scope.in_scope
    run = machine.exec_once

    @hidden
    def exec(
        source: Any,
        globals: dict[str, Any] | None = None,
        locals: Any = None,
        /,
        *,
        closure: Any = None,
    ) -> None:
        if locals is None and closure is None and globals is not None and type(source) is CodeType:
            name = globals.get("__name__")
            if name in _LOADERS:  # a loader imported just now, for imports to come
                globals["exec"] = exec
            if in_scope(name or "", source.co_filename):
                run(source, globals)
            else:
                native(source, globals)
        else:
            native(source, globals, locals, closure=closure)

    return exec
