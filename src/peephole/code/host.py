"""Code objects of the running interpreter, to and from."""

from __future__ import annotations

import marshal
import sys
import types

from peephole.errors import PeepholeError
from peephole.isa import host_version

from .formats import CELL, FREE, LOCAL, format_of
from .objects import CodeObject
from .reader import read_marshal

# The kinds of variables that the constructor of code objects knows: it takes the three lists.
_CONSTRUCTED = LOCAL | CELL | FREE

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
    format_of(host_version())
    if sys.implementation.name != "cpython":
        raise PeepholeError(f"{sys.implementation.name}'s code objects are not CPython's")
    return _converted(code, _stored(code))


def _converted(code: types.CodeType, stored: CodeObject | None) -> CodeObject:
    fields: dict[str, object] = {name: getattr(code, "co_" + name) for name in _ATTRIBUTES}
    inner = stored.consts if stored is not None else (None,) * len(code.co_consts)
    consts = []
    for const, written in zip(code.co_consts, inner, strict=True):
        if isinstance(const, types.CodeType):
            const = _converted(const, written if isinstance(written, CodeObject) else None)
        consts.append(const)
    fields["consts"] = tuple(consts)
    if stored is not None:
        fields["localsplusnames"] = stored.localsplusnames
        fields["localspluskinds"] = stored.localspluskinds
    return CodeObject(host_version(), **fields)


def _stored(code: types.CodeType) -> CodeObject | None:
    """What is written of a code object: no attribute tells which variables are hidden (3.12+) or
    arguments (3.14+). None if it has constants that cannot be written."""
    try:
        value, _ = read_marshal(marshal.dumps(code), host_version())
    except ValueError:
        return None
    assert isinstance(value, CodeObject)
    return value


def to_host(code: CodeObject) -> types.CodeType:
    """The running interpreter's own code object; see CodeObject.to_host."""
    version = host_version()
    if code.version != version:
        raise PeepholeError(f"code of Python {code.version} cannot run on Python {version}")
    if all(not kind & ~_CONSTRUCTED for each in code.walk() for kind in each.localspluskinds):
        return _constructed(code)
    made = marshal.loads(code.dump_marshal())
    assert isinstance(made, types.CodeType)
    return made


def _constructed(code: CodeObject) -> types.CodeType:
    """The interpreter's own code object from the fields: what marshal.loads makes, much sooner."""
    return types.CodeType(
        code.argcount,
        code.posonlyargcount,
        code.kwonlyargcount,
        code.nlocals,
        code.stacksize,
        code.flags,
        code.code,
        tuple(map(_host_constant, code.consts)),
        code.names,
        code.varnames,
        code.filename,
        code.name,
        code.qualname,
        code.firstlineno,
        code.linetable,
        code.exceptiontable,
        code.freevars,
        code.cellvars,
    )


def _host_constant(constant: object) -> object:
    """The constant as the interpreter has it: without our own types."""
    if isinstance(constant, CodeObject):
        return _constructed(constant)
    if isinstance(constant, frozenset):
        return frozenset(constant)
    if isinstance(constant, set):
        return set(constant)
    if isinstance(constant, tuple):
        return tuple(map(_host_constant, constant))
    return constant
