"""Import statements."""

from __future__ import annotations

from peephole.machine import answers, host
from peephole.machine.audit import quietly
from peephole.machine.hiding import hide_all
from peephole.machine.names import LazyImport
from peephole.machine.values import NULL
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType
    from typing import Any

    from peephole.machine.frame import Frame


def import_name(frame: Frame, name: str, fromlist: Any, level: int) -> Any:
    """Call the builtins' __import__ with what an import statement says."""
    builtins = frame.builtins
    function = builtins.get("__import__", NULL)
    if function is NULL:
        raise ImportError("__import__ not found", name=name)
    module = function(name, frame.globals, frame.locals, fromlist, level)
    if name in answers.IMPORTED:
        answers.answer_for(name)
    return module


def import_from(module: Any, name: str, frame: Frame) -> Any:
    """A name of an imported module; the host's own error where there is none."""
    if LazyImport is not None and type(module) is LazyImport:
        return answers.import_from_lazy(module, name, frame)
    try:
        return getattr(module, name)
    except AttributeError:
        pass
    return _native_import_from(module, name)


def _native_import_from(module: Any, name: str) -> Any:
    """Run the host's IMPORT_FROM on the module: it knows submodules and all the errors."""

    def give(*arguments: Any) -> Any:
        return module

    namespace: dict[str, Any] = {"__builtins__": {"__import__": give}}
    quietly(_run_import_from, name, namespace)
    return namespace["result"]


def _run_import_from(name: str, namespace: dict[str, Any]) -> None:
    code = compile(f"from x import {name} as result", "<import>", "exec")
    host.run_hidden(exec, code, namespace)


def import_star(module: ModuleType, frame: Frame) -> None:
    """Copy the public names of a module into the frame's namespace (`import_all_from`)."""

    def give(*arguments: Any) -> Any:
        return module

    scope = {"__builtins__": {"__import__": give}}
    if frame.locals is None:
        raise SystemError("no locals found during 'import *'")
    quietly(host.run_hidden, exec, _STAR, scope, frame.locals)


_STAR = compile("from x import *", "<import>", "exec")

hide_all(globals())
