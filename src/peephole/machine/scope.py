"""What runs on the machine: which modules, chosen by name and by file, as coverage tools do."""

from __future__ import annotations

import os

from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

_LIBRARY = os.path.dirname(os.__file__)
_LIBRARIES = (_LIBRARY, os.path.realpath(_LIBRARY))
_PEEPHOLE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_INSTALLED = ("site-packages", "dist-packages")
#: modules whose functions the guest's frames are traced by
_TRACERS = frozenset({"bdb", "pdb", "profile", "trace"})


class Scope:
    """Answers which modules run on the machine.

    By default these are `__main__` and the modules whose files are under one of the directories
    `roots` (not counting the standard library and installed packages in them), and the standard
    library's modules that trace programs; with `everything`, all modules with Python source.
    `include` adds the modules whose names match one of its patterns, `exclude` comes after it and
    removes.  In a pattern `*` stands for any
    characters; `package.*` is the package itself, too.  Never in scope is peephole itself.
    """

    __slots__ = ("_known", "everything", "exclude", "include", "roots")

    def __init__(
        self,
        roots: tuple[str, ...] = (),
        *,
        include: tuple[str, ...] = (),
        exclude: tuple[str, ...] = (),
        everything: bool = False,
    ) -> None:
        self.roots = tuple(_directory(os.path.realpath(root)) for root in roots)
        self.include = include
        self.exclude = exclude
        self.everything = everything
        self._known: dict[tuple[str, str], bool] = {}

    def in_scope(self, module_name: str, filename: str) -> bool:
        """Tell whether code of the module `module_name`, compiled from `filename`, is in scope."""
        key = module_name, filename
        answer = self._known.get(key)
        if answer is None:
            answer = self._known[key] = self._decide(module_name, filename)
        return answer

    def _decide(self, name: str, filename: str) -> bool:
        if filename.startswith(_directory(_PEEPHOLE)):
            return False
        if any(matches(pattern, name) for pattern in self.exclude):
            return False
        if self.everything or name == "__main__" or name in _TRACERS:
            return True
        if any(matches(pattern, name) for pattern in self.include):
            return True
        return any(_is_beneath(filename, root) for root in self.roots)


def matches(pattern: str, name: str) -> bool:
    """Match a dotted module name: `*` is any characters, `package.*` also `package`."""
    if pattern.endswith(".*") and matches(pattern[:-2], name):
        return True
    first, *others = pattern.split("*")
    if not others:
        return name == pattern
    if not name.startswith(first):
        return False
    position = len(first)
    for piece in others[:-1]:
        position = name.find(piece, position)
        if position < 0:
            return False
        position += len(piece)
    return name.endswith(others[-1]) and len(name) - len(others[-1]) >= position


def _directory(name: str) -> str:
    return name if name.endswith(os.sep) else name + os.sep


def _is_beneath(filename: str, root: str) -> bool:
    if not filename.startswith(root):
        return False
    beyond = filename[len(root) :].split(os.sep)
    if any(part in beyond for part in _INSTALLED):
        return False
    for library in map(_directory, _LIBRARIES):
        if filename.startswith(library) and not root.startswith(library):
            return False
    return True
