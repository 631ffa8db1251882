"""What `peephole dis` and its like are asked to show: from a target's words to code objects.

Nothing is executed and nothing imported: modules are found as the import system finds them, and
names that a module has from another one are followed in its source.
"""

from __future__ import annotations

import ast
import os
import sys
from importlib.machinery import BuiltinImporter, ModuleSpec, PathFinder
from typing import NamedTuple

from peephole.code import CodeObject, FormatError, from_host, load
from peephole.errors import PeepholeError
from peephole.isa import version_of_magic
from peephole.launch.source import compile_source, read_file, read_stdin

_MOST_STEPS = 20  # from module to module, on the way to where a name is defined


class Shown(NamedTuple):
    """Code objects to show, each with those nested in it, and the lines of their source file."""

    codes: list[CodeObject]
    source: list[str]


def from_command(source: str) -> Shown:
    """What `-c CODE` stands for. Raises SyntaxError, PeepholeError."""
    return _compiled(source, "<string>")


def from_target(target: str) -> Shown:
    """What TARGET stands for: a .py or .pyc file, `-`, a module, and any of them with `:qualname`.

    Raises SyntaxError for source that is none, PeepholeError for all else that is wrong.
    """
    if target == "-":
        return _from_bytes(read_stdin(), "<stdin>")
    if os.path.isfile(target):
        return _from_bytes(read_file(target), target)
    place, colon, qualname = target.rpartition(":")
    if colon and os.path.isfile(place):
        return selected(_from_bytes(read_file(place), place), qualname, place)
    if not colon:
        place, qualname = target, ""
    if _is_module_name(place):
        return _from_module(place, qualname, target)
    if os.path.isdir(target):
        raise PeepholeError(f"{target!r} is a directory: give a file, a module or module:qualname")
    read_file(place)  # says what is wrong with it
    raise PeepholeError(f"{place!r} is no file that can be read")


def _is_module_name(text: str) -> bool:
    """Whether `text` can only be a module: a file of that name would not be meant."""
    names = text.split(".")
    return all(name.isidentifier() for name in names) and names[-1] not in ("py", "pyc")


def _from_bytes(content: bytes, filename: str) -> Shown:
    if is_pyc(content, filename):
        try:
            code = load(content)
        except FormatError as error:
            raise PeepholeError(f"{filename!r}: {error}") from None
        return Shown([code], _source_lines(code.filename))
    return _compiled(content, filename)


def is_pyc(content: bytes, filename: str) -> bool:
    """Whether a file holds compiled code: by its name, or by a magic number of any version."""
    if filename.endswith(".pyc"):
        return True
    return (
        content[2:4] == b"\r\n"
        and version_of_magic(int.from_bytes(content[:2], "little")) is not None
    )


def _compiled(source: bytes | str, filename: str) -> Shown:
    code = from_host(compile_source(source, filename))
    return Shown([code], _lines(source if isinstance(source, bytes) else source.encode()))


def _source_lines(filename: str) -> list[str]:
    """The lines of the source file that code names, if it is at hand."""
    try:
        with open(filename, "rb") as file:
            return _lines(file.read())
    except (OSError, ValueError):
        return []


def _lines(source: bytes) -> list[str]:
    # Lines end as they do for the compiler: not at form feeds and the like.
    try:
        text = _decoded(source)
    except (SyntaxError, UnicodeDecodeError, LookupError):
        return []
    return text.split("\n")


def _decoded(source: bytes) -> str:
    """The text of Python source in the encoding that it declares (PEP 263), newlines as "\\n"."""
    from importlib.util import decode_source

    return decode_source(source)


# --- modules --------------------------------------------------------------------------------


def _from_module(name: str, qualname: str, target: str) -> Shown:
    shown, source = _module(name, target)
    if not qualname:
        return shown
    try:
        return selected(shown, qualname, name)
    except PeepholeError as problem:
        found = _followed(name, qualname, source, set())
        if found is None:
            raise problem from None
        return found


def _module(name: str, target: str) -> tuple[Shown, bytes]:
    """The code of a module and its source, which is empty where there is only bytecode."""
    spec = _find(name)
    if spec is None:
        if BuiltinImporter.find_spec(name) is not None:
            raise PeepholeError(f"module {name!r} is built in: it has no bytecode")
        if os.path.isdir(target):
            raise PeepholeError(f"{target!r} is a directory and no package")
        what = "module" if "." in target or ":" in target else "file and no module"
        raise PeepholeError(f"no {what} named {name!r}")
    filename = spec.origin
    if filename is None or spec.loader is None:
        raise PeepholeError(f"{name!r} is a namespace package: it has no code of its own")
    content = _content(spec, filename)
    shown = _from_bytes(content, filename)
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


_EXTENSIONS = (".so", ".pyd", ".dll")


def _find(name: str) -> ModuleSpec | None:
    """The spec of a module, found along `sys.path` without importing the packages it is in."""
    path = [os.getcwd(), *sys.path]
    spec = None
    parts = name.split(".")
    for count in range(1, len(parts) + 1):
        spec = PathFinder.find_spec(".".join(parts[:count]), path)
        if spec is None or count == len(parts):
            break
        if spec.submodule_search_locations is None:
            spec = None
            break
        path = list(spec.submodule_search_locations)
    if spec is None:
        # Names like os.path are no files of their own, and known once their package is imported.
        loaded = getattr(sys.modules.get(name), "__name__", name)
        return None if loaded == name else _find(loaded)
    return spec


# --- qualified names ------------------------------------------------------------------------


def selected(shown: Shown, qualname: str, place: str) -> Shown:
    """The code objects of that qualified name (several, where a name is defined again)."""
    wanted = _plain(qualname)
    found = [
        code
        for whole in shown.codes
        for code, path in _with_paths(whole, "")
        if path and _plain(path) == wanted
    ]
    if not found:
        raise PeepholeError(f"there is no function or class {qualname!r} in {place!r}")
    return Shown(found, shown.source)


def _with_paths(code: CodeObject, prefix: str) -> list[tuple[CodeObject, str]]:
    """All code objects with their qualified names, which bytecode before 3.11 does not hold."""
    path = prefix
    found = [(code, path)]
    for constant in code.consts:
        if isinstance(constant, CodeObject):
            name = f"{path}.{constant.name}" if path else constant.name
            found += _with_paths(constant, name)
    return found


def _plain(qualname: str) -> str:
    return qualname.replace(".<locals>", "")


def _followed(name: str, qualname: str, source: bytes, seen: set[tuple[str, str]]) -> Shown | None:
    """The code that a module has from another one by `from ... import`, as its source says."""
    first, _, rest = qualname.partition(".")
    for module, imported in _imports(name, first, source):
        wanted = f"{imported}.{rest}" if rest else imported
        if (module, wanted) in seen or len(seen) == _MOST_STEPS:
            continue
        seen.add((module, wanted))
        try:
            shown, further = _module(module, module)
        except (PeepholeError, SyntaxError):
            continue
        try:
            return selected(shown, wanted, module)
        except PeepholeError:
            found = _followed(module, wanted, further, seen)
            if found is not None:
                return found
    return None


def _imports(name: str, wanted: str, source: bytes) -> list[tuple[str, str]]:
    """Where a module may have a name from: (module, name in it), certain ones first."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return []
    spec = _find(name)
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
