"""What disassembly needs of a code object, whether it is ours or the running interpreter's."""

from __future__ import annotations

import types
from typing import NamedTuple

from peephole.code import CodeObject
from peephole.code.formats import format_of
from peephole.code.lines import code_locations
from peephole.code.locations import interpreted_entries
from peephole.code.objects import merged_names
from peephole.errors import PeepholeError
from peephole.isa import host_version

from .instruction import made_of_an_iterable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from peephole.code.locations import Location

_CODE_ATTRIBUTES = ("__code__", "gi_code", "ag_code", "cr_code")


@made_of_an_iterable
class Source(NamedTuple):
    """A code object to be decoded.

    - `consts`, `names`, `locals`, `cells`: the tables that operands point into
    - `locations`, `counts`: each location, to be taken once, is that of so many code units
    - `linetable`: the location table that these are from; empty if they are from another kind
    - `empty_caches`: whether it is certain that all inline caches are zero
    """

    version: str
    code: bytes
    consts: tuple[object, ...]
    names: tuple[str, ...]
    locals: tuple[str, ...]
    cells: tuple[str, ...]
    locations: Iterable[Location]
    counts: Sequence[int]
    empty_caches: bool
    linetable: bytes


_HOST = host_version()
_source: Callable[[tuple[object, ...]], Source] = Source  # type: ignore[assignment]
NO_TABLES = _source(("", b"", (), (), (), (), (), b"", True, b""))


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
    code = thing if type(thing) is types.CodeType else code_of(thing)
    return _own(code) if isinstance(code, CodeObject) else _hosts(code)


def _own(code: CodeObject) -> Source:
    format = format_of(code.version)
    variables = code.localsplusnames if format.has_localsplus else code.varnames
    cells = () if format.has_localsplus else code.cellvars + code.freevars
    tables = (code.consts, code.names, variables, cells)
    places = code_locations(code)
    linetable = code.linetable if format.lines == "locations" else b""
    return _source((code.version, code.code, *tables, *places, False, linetable))


def _hosts(code: types.CodeType) -> Source:
    names = code.co_varnames
    if code.co_cellvars or code.co_freevars:
        names = merged_names(names, code.co_cellvars, code.co_freevars)
    tables = (code.co_consts, code.co_names, names, ())
    linetable = code.co_linetable
    places = interpreted_entries(linetable, code.co_firstlineno)
    # Caches are zero in the copy that co_code is: deopt_code() in Objects/codeobject.c.
    return _source((_HOST, code.co_code, *tables, *places, True, linetable))
