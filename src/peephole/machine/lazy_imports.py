"""Lazy imports (PEP 810, 3.15): stand-ins in the namespace, until a name is first used."""

from __future__ import annotations

import sys
from types import FunctionType

from peephole.machine import answers
from peephole.machine.clothes import import_from_code
from peephole.machine.hiding import hide_all
from peephole.machine.host_loops import settle
from peephole.machine.importing import import_name
from peephole.machine.names import LazyImport
from peephole.machine.settings import settings
from peephole.machine.stack import call_on_stack
from peephole.machine.thread import current_thread, forget_decoding
from peephole.machine.values import NULL
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from peephole.machine.frame import Frame

#: bits of IMPORT_NAME's oparg
_LAZY, _EAGER = 1, 2


def import_lazily(frame: Frame, name: str, fromlist: Any, level: int, oparg: int) -> Any:
    """`import_name` where it has to be at once, else a stand-in for what will be imported.

    As `_PyEval_LazyImportName`: an import is lazy that is marked so, or at the level of a module
    where all imports are, or the module's `__lazy_modules__` name it.
    """
    lazy = bool(oparg & _LAZY)
    if not lazy and not oparg & _EAGER and frame.locals is frame.globals:
        lazy = sys.get_lazy_imports() == "all"  # type: ignore[attr-defined]
        if not lazy and "__lazy_modules__" in frame.globals:
            lazy = _absolute(frame, name, level) in frame.globals["__lazy_modules__"]
    if not lazy:
        return import_name(frame, name, fromlist, level)
    function = frame.builtins.get("__lazy_import__", NULL)
    if function is NULL:
        raise ImportError("__lazy_import__ not found", name=name)
    thread = current_thread()
    settle(thread)
    arguments = (name, frame.globals, frame.locals, fromlist, level)
    found = call_on_stack(thread, frame, frame.step, function, arguments)
    if type(found) is LazyImport and not settings.lazy_imports:
        settings.lazy_imports = True
        forget_decoding()
    return found


def _absolute(frame: Frame, name: str, level: int) -> str:
    if not level:
        return name
    package = frame.globals.get("__package__") or ""
    base = package.rsplit(".", level - 1)[0]
    return f"{base}.{name}" if name else base


def import_from_lazy(module: Any, name: str, frame: Frame) -> Any:
    """The stand-in for a name of what will be imported."""
    settle(current_thread())
    code = import_from_code(frame.executable, frame.step.offset, name)
    return FunctionType(code, frame.globals)(module)


def imported(frame: Frame, namespace: Any, name: str, value: Any) -> Any:
    """Import what a name stands for; the namespace has it from now on."""
    thread = current_thread()
    settle(thread)
    module = call_on_stack(thread, frame, frame.step, value.resolve, [])
    if namespace.get(name) is value:
        namespace[name] = module
    return module


answers.imported = imported
answers.import_from_lazy = import_from_lazy

hide_all(globals())
