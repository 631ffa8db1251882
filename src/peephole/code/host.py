"""Code objects of the running interpreter, to and from."""

from __future__ import annotations

import marshal
import sys
import types

from peephole.errors import PeepholeError
from peephole.isa import host_version

from .formats import format_of
from .objects import CodeObject, merged_locals
from .reader import read_marshal

_OPTIMIZED = 0x1

_ATTRIBUTES = (
    "argcount",
    "posonlyargcount",
    "kwonlyargcount",
    "nlocals",
    "stacksize",
    "flags",
    "code",
    "names",
    "varnames",
    "freevars",
    "cellvars",
    "filename",
    "name",
    "qualname",
    "firstlineno",
    "linetable",
    "exceptiontable",
)


def from_host(code: types.CodeType) -> CodeObject:
    """The CodeObject of a code object of the running interpreter, nested ones included.

    PeepholeError if the interpreter is not CPython or not of a known version.
    """
    version = host_version()
    format_of(version)
    if sys.implementation.name != "cpython":
        raise PeepholeError(f"{sys.implementation.name}'s code objects are not CPython's")
    fields: dict[str, object] = {name: getattr(code, "co_" + name) for name in _ATTRIBUTES}
    fields["consts"] = tuple(
        [
            from_host(const) if isinstance(const, types.CodeType) else const
            for const in code.co_consts
        ]
    )
    fields["localsplusnames"], fields["localspluskinds"] = _locals(code, fields)
    return CodeObject(version, **fields)


def _locals(code: types.CodeType, fields: dict[str, object]) -> tuple[tuple[str, ...], bytes]:
    names, kinds = merged_locals(fields)
    if format_of(host_version()).marshal_version < 5 and (
        code.co_flags & _OPTIMIZED or not code.co_varnames
    ):
        return names, kinds
    # Which variables are hidden (3.12+) or arguments (3.14+) is told by no attribute.
    data = marshal.dumps(code.replace(co_consts=()))
    value, _ = read_marshal(data, host_version())
    assert isinstance(value, CodeObject)
    return value.localsplusnames, value.localspluskinds


def to_host(code: CodeObject) -> types.CodeType:
    """The running interpreter's own code object; see CodeObject.to_host."""
    version = host_version()
    if code.version != version:
        raise PeepholeError(f"code of Python {code.version} cannot run on Python {version}")
    made = marshal.loads(code.dump_marshal())
    assert isinstance(made, types.CodeType)
    return made
