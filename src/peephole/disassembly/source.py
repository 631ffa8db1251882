"""What disassembly needs of a code object, whether it is ours or the running interpreter's."""

from __future__ import annotations

import types

from peephole.code import CodeObject
from peephole.code.formats import format_of
from peephole.code.lines import code_positions
from peephole.code.objects import merged_names
from peephole.errors import PeepholeError
from peephole.isa import host_version

from .operands import Tables

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from peephole.code.locations import Location

_CODE_ATTRIBUTES = ("__code__", "gi_code", "ag_code", "cr_code")


class Source:
    """A code object to be decoded.

    `positions` are per code unit, `line_starts` is the rule of Format.line_starts. With
    `empty_caches` it is certain that all inline caches are zero.
    """

    __slots__ = ("code", "empty_caches", "line_starts", "positions", "tables", "version")

    def __init__(
        self,
        version: str,
        code: bytes,
        tables: Tables,
        positions: Iterable[Location],
        line_starts: str,
        empty_caches: bool,
    ) -> None:
        self.version = version
        self.code = code
        self.tables = tables
        self.positions = positions
        self.line_starts = line_starts
        self.empty_caches = empty_caches


def code_of(thing: object) -> CodeObject | types.CodeType:
    """The code object of a function, method, generator, coroutine, or of a code object itself.

    PeepholeError if `thing` has none.
    """
    if isinstance(thing, (CodeObject, types.CodeType)):
        return thing
    thing = getattr(thing, "__func__", thing)
    for name in _CODE_ATTRIBUTES:
        code = getattr(thing, name, None)
        if isinstance(code, (CodeObject, types.CodeType)):
            return code
    raise PeepholeError(f"a {type(thing).__name__} has no code to disassemble")


def source_of(thing: object) -> Source:
    """The Source of whatever `code_of` takes."""
    code = code_of(thing)
    return _own(code) if isinstance(code, CodeObject) else _hosts(code)


def _own(code: CodeObject) -> Source:
    format = format_of(code.version)
    if format.has_localsplus:
        tables = Tables(code.consts, code.names, code.localsplusnames, ())
    else:
        cells = code.cellvars + code.freevars
        tables = Tables(code.consts, code.names, code.varnames, cells)
    return Source(code.version, code.code, tables, code_positions(code), format.line_starts, False)


def _hosts(code: types.CodeType) -> Source:
    version = host_version()
    names = code.co_varnames
    if code.co_cellvars or code.co_freevars:
        names = merged_names(names, code.co_cellvars, code.co_freevars)
    tables = Tables(code.co_consts, code.co_names, names, ())
    # The interpreter decodes its own table faster than anything written in Python, and zeroes the
    # caches in the copy that co_code is (deopt_code() in Objects/codeobject.c).
    positions = code.co_positions()
    return Source(version, code.co_code, tables, positions, format_of(version).line_starts, True)
