"""The code object: every field of every version's, in one immutable shape."""

from __future__ import annotations

from peephole.errors import PeepholeError

from .formats import (
    ARGUMENT_KEYWORD,
    ARGUMENT_POSITIONAL,
    ARGUMENT_VARIABLE,
    CELL,
    FREE,
    LOCAL,
    format_of,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    import types
    from collections.abc import Iterator

    from .exceptions import ExceptionEntry
    from .formats import Format
    from .pyc import PycHeader

_FIELDS = (
    "version",
    "argcount",
    "posonlyargcount",
    "kwonlyargcount",
    "nlocals",
    "stacksize",
    "flags",
    "code",
    "consts",
    "names",
    "localsplusnames",
    "localspluskinds",
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


class CodeFields:
    """A code object's fields while they are being filled in; `sealed` makes it a CodeObject.

    The reader makes many of these, and filling plain slots is several times cheaper than going
    around the CodeObject's refusal to be changed.
    """

    __slots__ = (*_FIELDS, "_source", "header")

    version: str
    argcount: int
    posonlyargcount: int
    kwonlyargcount: int
    nlocals: int
    stacksize: int
    flags: int
    code: bytes
    consts: tuple[object, ...]
    names: tuple[str, ...]
    localsplusnames: tuple[str, ...]
    localspluskinds: bytes
    varnames: tuple[str, ...]
    freevars: tuple[str, ...]
    cellvars: tuple[str, ...]
    filename: str
    name: str
    qualname: str
    firstlineno: int
    linetable: bytes
    exceptiontable: bytes
    header: PycHeader | None
    _source: tuple[bytes, int] | None

    def sealed(self) -> CodeObject:
        """The same object, from now on immutable."""
        self.__class__ = CodeObject
        return self  # type: ignore[return-value]


class CodeObject(CodeFields):
    """A code object of any CPython version from 3.8 to 3.15; immutable.

    The fields are CPython's `co_` attributes without the prefix, and `version` ("3.13"). `code` is
    the bytecode without specialization; `linetable` is encoded as the version does (co_lnotab up
    to 3.9, co_linetable since 3.10): `lines`, `line_starts` and `positions` decode it.
    `localsplusnames` and `localspluskinds` are as stored since 3.11; before, they are put together
    from `varnames`, `cellvars` and `freevars`. Up to 3.10 nothing stores a qualified name:
    `qualname` is `name`.

    `header` is the header of the .pyc file that the object was read from, if it was.
    Constants are Python values; nested code objects are CodeObjects, frozensets keep the order
    they were read in.
    """

    __slots__ = ()

    def __init__(self, version: str, **fields: object) -> None:
        """Make a code object; fields that are left out are empty.

        Local variables are given as `varnames`, `cellvars` and `freevars`, or (3.11+) exactly, as
        `localsplusnames` and `localspluskinds`.
        """
        format = format_of(version)
        unknown = fields.keys() - _EMPTY.keys()
        if unknown:
            raise PeepholeError(f"a code object has no field {min(unknown)!r}")
        given = _EMPTY | fields
        if format.has_localsplus and "localsplusnames" not in fields:
            given["localsplusnames"], kinds = merged_locals(given)
            given["localspluskinds"] = argument_kinds(given, kinds, format)
        if "qualname" not in fields:
            given["qualname"] = given["name"]
        if "nlocals" not in fields:
            given["nlocals"] = _count_locals(given, format.has_localsplus)
        derived = _DERIVED if format.has_localsplus else _DERIVED_BEFORE_311
        object.__setattr__(self, "version", version)
        for name, value in given.items():
            if name not in derived:
                object.__setattr__(self, name, value)
        object.__setattr__(self, "_source", None)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a code object is immutable: use replace({name}=...)")

    def __delattr__(self, name: str) -> None:
        raise AttributeError("a code object is immutable")

    def __getattr__(self, name: str) -> object:
        # Reached only for a slot that is not filled: the variables in the version's other form,
        # which most uses of a code object never ask for.
        if name == "localsplusnames":
            value: object = self.varnames + self.cellvars + self.freevars
        elif name == "localspluskinds":
            counts = ((LOCAL, self.varnames), (CELL, self.cellvars), (FREE, self.freevars))
            value = b"".join(bytes((kind,)) * len(names) for kind, names in counts)
        elif name in _KIND_OF:
            kind = _KIND_OF[name]
            pairs = zip(self.localsplusnames, self.localspluskinds, strict=True)
            value = tuple([variable for variable, kinds in pairs if kinds & kind])
        elif name == "nlocals":
            value = sum(1 for kinds in self.localspluskinds if kinds & LOCAL)
        else:
            raise AttributeError(f"a code object has no field {name!r}")
        object.__setattr__(self, name, value)
        return value

    def __repr__(self) -> str:
        # The text of CPython's code_repr(), which dis shows for nested code objects.
        return (
            f"<code object {self.name} at {id(self):#x}, "
            f'file "{self.filename}", line {self.firstlineno}>'
        )

    def _key(self) -> tuple[object, ...]:
        consts = tuple(map(constant_key, self.consts))
        stored = [getattr(self, name) for name in _FIELDS if name not in ("consts", *_DERIVED)]
        return (*stored, consts)

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, CodeObject):
            return NotImplemented
        return self.code == other.code and self._key() == other._key()

    def __hash__(self) -> int:
        return hash((self.name, self.firstlineno, self.code))

    def __reduce__(self) -> tuple[object, ...]:
        from .pyc import load_marshal

        return (load_marshal, (self.dump_marshal(), self.version))

    def replace(self, **changes: object) -> CodeObject:
        """A copy with some fields changed, as CPython's code.replace() does.

        A change of `varnames`, `cellvars` or `freevars` (3.11+) makes `localsplusnames` anew.
        """
        format = format_of(self.version)
        derived = _DERIVED if format.has_localsplus else _DERIVED_BEFORE_311
        kept = {name: getattr(self, name) for name in _FIELDS if name not in derived}
        kept["header"] = self.header
        source = self._source
        if format.has_localsplus and changes.keys() & _KIND_OF.keys():
            del kept["localsplusnames"], kept["localspluskinds"]
            kept |= {name: getattr(self, name) for name in _KIND_OF}
        copy = CodeObject(**(kept | changes))
        object.__setattr__(copy, "_source", source)
        return copy

    def walk(self) -> Iterator[CodeObject]:
        """This code object and all those in its constants, each before those inside it."""
        yield self
        for constant in self.consts:
            if isinstance(constant, CodeObject):
                yield from constant.walk()

    def flag_names(self) -> list[str]:
        """The names of the flags that are set, as `dis` calls them; hexadecimal where it has none.

        Source: dis.COMPILER_FLAG_NAMES of the version.
        """
        from .flags import flag_names

        return flag_names(self.flags, self.version)

    def lines(self) -> list[tuple[int, int, int | None]]:
        """What co_lines() gives: (start, end, line), offsets in bytes, end exclusive."""
        from .lines import code_lines

        return code_lines(self)

    def line_starts(self) -> list[tuple[int, int | None]]:
        """What the version's dis.findlinestarts() gives: (offset in bytes, line)."""
        from .lines import line_starts

        return line_starts(self)

    def positions(self) -> list[tuple[int | None, int | None, int | None, int | None]]:
        """What co_positions() gives: one (line, end_line, column, end_column) a code unit.

        Up to 3.10 there are lines alone: the other three are None.
        """
        from .lines import code_positions

        return code_positions(self)

    def exception_entries(self) -> list[ExceptionEntry]:
        """The exception table, decoded; empty up to 3.10, which has none."""
        from .exceptions import decode_exception_table

        return decode_exception_table(self.exceptiontable)

    def dump(self, header: PycHeader | None = None) -> bytes:
        """The bytes of a .pyc file with this code.

        Without `header`, with the one it was read with (a timestamp header of zeros if it was not
        read from a file). What was read and not changed is written byte for byte as it was.
        """
        from .pyc import dump

        return dump(self, header)

    def dump_marshal(self) -> bytes:
        """The marshal data of this code object, in the format of its version."""
        from .writer import write_marshal

        return write_marshal(self)

    def to_host(self) -> types.CodeType:
        """The running interpreter's own code object; PeepholeError if `version` is not its."""
        from .host import to_host

        return to_host(self)


_KIND_OF = {"varnames": LOCAL, "cellvars": CELL, "freevars": FREE}
_DERIVED = (*_KIND_OF, "nlocals")
_DERIVED_BEFORE_311 = ("localsplusnames", "localspluskinds")
_EMPTY: dict[str, object] = {
    "argcount": 0,
    "posonlyargcount": 0,
    "kwonlyargcount": 0,
    "nlocals": 0,
    "stacksize": 0,
    "flags": 0,
    "code": b"",
    "consts": (),
    "names": (),
    "localsplusnames": (),
    "localspluskinds": b"",
    "varnames": (),
    "freevars": (),
    "cellvars": (),
    "filename": "",
    "name": "",
    "qualname": "",
    "firstlineno": 1,
    "linetable": b"",
    "exceptiontable": b"",
    "header": None,
}


def merged_locals(fields: dict[str, object]) -> tuple[tuple[str, ...], bytes]:
    """The names and kinds of 3.11+ from the three lists; a variable may be local and cell.

    Source: prepare_localsplus() in Python/assemble.c.
    """
    varnames, cellvars, freevars = (fields[name] for name in ("varnames", "cellvars", "freevars"))
    assert isinstance(varnames, tuple)
    assert isinstance(cellvars, tuple)
    assert isinstance(freevars, tuple)
    names = merged_names(varnames, cellvars, freevars)
    cells = set(cellvars)
    new_cells = len(names) - len(varnames) - len(freevars)
    kinds = bytes(LOCAL | CELL if name in cells else LOCAL for name in varnames)
    kinds += bytes((CELL,)) * new_cells + bytes((FREE,)) * len(freevars)
    return names, kinds


def argument_kinds(fields: dict[str, object], kinds: bytes, format: Format) -> bytes:
    """The kinds of variables with the marks of those that are arguments, where there are some.

    Source: _PyCode_SetLocalsPlusInfo() and its callers in Objects/codeobject.c of 3.14.
    """
    if not format.marks_arguments:
        return kinds
    names = ("argcount", "posonlyargcount", "kwonlyargcount", "flags")
    positional, posonly, kwonly, flags = (fields[name] for name in names)
    assert isinstance(positional, int)
    assert isinstance(posonly, int)
    assert isinstance(kwonly, int)
    assert isinstance(flags, int)
    marks = [ARGUMENT_POSITIONAL] * posonly
    marks += [ARGUMENT_POSITIONAL | ARGUMENT_KEYWORD] * (positional - posonly)
    marks += [ARGUMENT_KEYWORD] * kwonly
    if flags & _VARARGS:
        marks.append(ARGUMENT_VARIABLE | ARGUMENT_POSITIONAL)
    if flags & _VARKEYWORDS:
        marks.append(ARGUMENT_VARIABLE | ARGUMENT_KEYWORD)
    marked = [kind | mark for kind, mark in zip(kinds, marks, strict=False)]
    return bytes(marked) + kinds[len(marked) :]


_VARARGS, _VARKEYWORDS = 0x04, 0x08


def merged_names(
    varnames: tuple[str, ...], cellvars: tuple[str, ...], freevars: tuple[str, ...]
) -> tuple[str, ...]:
    """The names of all variables as 3.11+ number them: cells that are locals are one variable."""
    local = set(varnames)
    return varnames + tuple([name for name in cellvars if name not in local]) + freevars


def _count_locals(fields: dict[str, object], has_localsplus: bool) -> int:
    if not has_localsplus:
        varnames = fields["varnames"]
        assert isinstance(varnames, tuple)
        return len(varnames)
    kinds = fields["localspluskinds"]
    assert isinstance(kinds, bytes)
    return sum(1 for kind in kinds if kind & LOCAL)


def constant_key(constant: object) -> object:
    """What is equal where two constants are the same to marshal and the compiler.

    Tells apart constants that compare equal but are not the same: 1 and True, 0.0 and -0.0.
    """
    if isinstance(constant, (tuple, frozenset)):
        keys = map(constant_key, constant)
        members: object = tuple(keys) if isinstance(constant, tuple) else frozenset(keys)
        return (tuple if isinstance(constant, tuple) else frozenset, members)
    if isinstance(constant, slice):
        return (slice, tuple(map(constant_key, (constant.start, constant.stop, constant.step))))
    if isinstance(constant, (float, complex)):
        return (type(constant), repr(constant))
    return (type(constant), constant)
