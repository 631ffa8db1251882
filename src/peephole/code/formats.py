"""How each Python version writes a code object: the facts that reader, writer and tables share.

Source: w_complex_object() in Python/marshal.c and Objects/codeobject.c of each version.
"""

from __future__ import annotations

from struct import Struct

from peephole.errors import PeepholeError


class Format:
    """How one Python version writes code objects.

    - `marshal_version`: 4, 5 (slices) or 6 (frozendict)
    - `counts`: the names of the leading 32-bit integers, unpacked by `unpack_counts`
    - `objects`: the names of the objects that follow, up to the first line number
    - `tail`: the names of the objects after it
    - `has_localsplus`: whether variables are one list with kinds (3.11+) or three lists
    - `types`: the types of objects and tail
    - `lines`: how `linetable` is encoded: "lnotab", "ranges" (PEP 626) or "locations" (PEP 657)
    - `joins_locations`: whether neighbouring instructions of one location share an entry of the
      location table
    - `least_stacksize`: what the compiler asks for where nothing is ever put on the stack
    - `marks_arguments`: whether the kinds of variables tell which ones are arguments
    - `merges_lines`: whether co_lines() joins neighbouring ranges of one line
    - `line_starts`: what begins a line for dis.findlinestarts: "numbered" ranges alone, or all
      "ranges": having no line is then a line too
    """

    __slots__ = (
        "counts",
        "has_localsplus",
        "joins_locations",
        "least_stacksize",
        "line_starts",
        "lines",
        "marks_arguments",
        "marshal_version",
        "merges_lines",
        "objects",
        "tail",
        "types",
        "unpack_counts",
        "version",
    )

    def __init__(
        self,
        version: str,
        marshal_version: int,
        shape: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]],
        lines: str,
        line_starts: str,
        merges_lines: bool = False,
        joins_locations: bool = False,
        least_stacksize: int = 0,
    ) -> None:
        self.version = version
        self.marshal_version = marshal_version
        self.counts, self.objects, self.tail = shape
        self.unpack_counts = Struct(f"<{len(self.counts)}i").unpack_from
        self.has_localsplus = "localsplusnames" in self.objects
        # Since the marshal version that came with 3.14 (Python/marshal.c, Objects/codeobject.c).
        self.marks_arguments = marshal_version >= 5
        self.types = [_TYPES.get(name, bytes) for name in self.objects + self.tail]
        self.lines = lines
        self.line_starts = line_starts
        self.merges_lines = merges_lines
        self.joins_locations = joins_locations
        self.least_stacksize = least_stacksize

    @property
    def has_exception_table(self) -> bool:
        return "exceptiontable" in self.tail


_TYPES: dict[str, type] = {
    "consts": tuple,
    "names": tuple,
    "varnames": tuple,
    "freevars": tuple,
    "cellvars": tuple,
    "localsplusnames": tuple,
    "filename": str,
    "name": str,
    "qualname": str,
}
_THREE_LISTS = (
    ("argcount", "posonlyargcount", "kwonlyargcount", "nlocals", "stacksize", "flags"),
    ("code", "consts", "names", "varnames", "freevars", "cellvars", "filename", "name"),
    ("linetable",),
)
_LOCALSPLUS = (
    ("argcount", "posonlyargcount", "kwonlyargcount", "stacksize", "flags"),
    (
        "code",
        "consts",
        "names",
        "localsplusnames",
        "localspluskinds",
        "filename",
        "name",
        "qualname",
    ),
    ("linetable", "exceptiontable"),
)

FORMATS: dict[str, Format] = {
    format.version: format
    for format in (
        Format("3.8", 4, _THREE_LISTS, "lnotab", "numbered"),
        Format("3.9", 4, _THREE_LISTS, "lnotab", "numbered"),
        Format("3.10", 4, _THREE_LISTS, "ranges", "numbered"),
        Format("3.11", 4, _LOCALSPLUS, "locations", "numbered"),
        Format("3.12", 4, _LOCALSPLUS, "locations", "numbered", True, True),
        Format("3.13", 4, _LOCALSPLUS, "locations", "ranges", True, True, 1),
        Format("3.14", 5, _LOCALSPLUS, "locations", "ranges", True, True, 1),
        Format("3.15", 6, _LOCALSPLUS, "locations", "ranges", True, True, 1),
    )
}

# Kinds of local variables, a byte each in `localspluskinds` (Include/internal/pycore_code.h).
ARGUMENT_POSITIONAL = 0x02  # 3.14+
ARGUMENT_KEYWORD = 0x04  # 3.14+
ARGUMENT_VARIABLE = 0x08  # 3.14+
HIDDEN = 0x10  # 3.12+: a variable of an inlined comprehension
LOCAL = 0x20
CELL = 0x40
FREE = 0x80


def format_of(version: str) -> Format:
    """The format of a version such as "3.13"; PeepholeError for any that is not known."""
    try:
        return FORMATS[version]
    except KeyError:
        known = f"{next(iter(FORMATS))} to {list(FORMATS)[-1]}"
        raise PeepholeError(f"Python {version} is not known: peephole reads {known}") from None
