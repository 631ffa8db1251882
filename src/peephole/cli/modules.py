"""Modules and names in them as targets: found as the import system finds them, nothing imported.

Names that a module has from another one are followed in its source.
"""

from __future__ import annotations

import ast
import os
import sys
from importlib.machinery import BuiltinImporter, ModuleSpec, PathFinder

from peephole.cli.shown import Shown, from_bytes, is_pyc, selected
from peephole.errors import PeepholeError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from peephole.cli.compilers import Compiler

_MOST_STEPS = 20  # from module to module, on the way to where a name is defined
_EXTENSIONS = (".so", ".pyd", ".dll")


def from_module(name: str, qualname: str, target: str, made: Compiler) -> Shown:
    """The code of a module, or of what it calls `qualname` if that is not empty.

    `target` is what the user wrote. Raises SyntaxError, PeepholeError.
    """
    shown, source = _module(name, target, made)
    if not qualname:
        return shown
    try:
        return selected(shown, qualname, name)
    except PeepholeError as problem:
        found = _followed(name, qualname, source, set(), made)
        if found is None:
            raise problem from None
        return found


def _module(name: str, target: str, made: Compiler) -> tuple[Shown, bytes]:
    """The code of a module and its source, which is empty where there is only bytecode."""
    spec = _find(name, made.path)
    if spec is None:
        if BuiltinImporter.find_spec(name) is not None:
            raise PeepholeError(f"module {name!r} is built in: it has no bytecode")
        if os.path.isdir(target):
            raise PeepholeError(f"{target!r} is a directory and no package")
        what = "module" if "." in target or ":" in target else "file and no module"
        raise PeepholeError(f"no {what} named {name!r}{made.place}")
    filename = spec.origin
    if filename is None or spec.loader is None:
        raise PeepholeError(f"{name!r} is a namespace package: it has no code of its own")
    content = _content(spec, filename)
    shown = from_bytes(content, filename, made)
    return shown, b"" if is_pyc(content, filename) else content


def _content(spec: ModuleSpec, filename: str) -> bytes:
    get_data = getattr(spec.loader, "get_data", None)
    if get_data is None or filename.endswith(_EXTENSIONS):
        raise PeepholeError(f"module {spec.name!r} is no Python code: {filename}")
    try:
        content = get_data(filename)
    except OSError as error:
        raise PeepholeError(f"can't read {filename!r}: {error.strerror or error}") from None
    assert isinstance(content, bytes)
    return content


def _find(name: str, path: list[str]) -> ModuleSpec | None:
    """The spec of a module, found along `path` without importing the packages it is in."""
    places = [os.getcwd(), *path]
    spec = None
    parts = name.split(".")
    for count in range(1, len(parts) + 1):
        spec = PathFinder.find_spec(".".join(parts[:count]), places)
        if spec is None or count == len(parts):
            break
        if spec.submodule_search_locations is None:
            spec = None
            break
        places = list(spec.submodule_search_locations)
    if spec is None:
        # Names like os.path are no files of their own, and known once their package is imported.
        loaded = getattr(sys.modules.get(name), "__name__", name)
        return None if loaded == name else _find(loaded, path)
    return spec


def _followed(
    name: str, qualname: str, source: bytes, seen: set[tuple[str, str]], made: Compiler
) -> Shown | None:
    """The code that a module has from another one by `from ... import`, as its source says."""
    first, _, rest = qualname.partition(".")
    for module, imported in _imports(name, first, source, made.path):
        wanted = f"{imported}.{rest}" if rest else imported
        if (module, wanted) in seen or len(seen) == _MOST_STEPS:
            continue
        seen.add((module, wanted))
        try:
            shown, further = _module(module, module, made)
        except (PeepholeError, SyntaxError):
            continue
        try:
            return selected(shown, wanted, module)
        except PeepholeError:
            found = _followed(module, wanted, further, seen, made)
            if found is not None:
                return found
    return None


def _imports(name: str, wanted: str, source: bytes, path: list[str]) -> list[tuple[str, str]]:
    """Where a module may have a name from: (module, name in it), certain ones first."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return []
    spec = _find(name, path)
    package = name if spec and spec.submodule_search_locations else name.rpartition(".")[0]
    certain, starred = [], []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if alias.name == "*":
                    starred.append((_absolute(node, package), wanted))
                elif (alias.asname or alias.name) == wanted:
                    certain.append((_absolute(node, package), alias.name))
    return certain + starred


def _absolute(node: ast.ImportFrom, package: str) -> str:
    parents = package.split(".") if package else []
    above = parents[: len(parents) - (node.level - 1)] if node.level else []
    return ".".join([*above, *([node.module] if node.module else [])])
