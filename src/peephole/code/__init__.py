"""What code objects are made of, for every CPython version from 3.8 to 3.15.

code = peephole.code.load(Path("module.pyc").read_bytes())
code.version, code.consts, code.positions(), code.exception_entries()
code.dump()  # the same bytes
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .errors import (
        ExceptionTableError,
        FormatError,
        LineTableError,
        MarshalError,
        PycError,
    )
    from .exceptions import ExceptionEntry, decode_exception_table, encode_exception_table
    from .host import from_host
    from .lines import (
        decode_line_ranges,
        decode_lnotab,
        encode_line_ranges,
        encode_lnotab,
        lnotab_steps,
    )
    from .locations import decode_locations, encode_locations
    from .objects import CodeObject
    from .pyc import PycHeader, decode_header, dump, load, load_marshal
    from .reader import read_marshal
    from .writer import write_marshal

__all__ = [
    "CodeObject",
    "ExceptionEntry",
    "ExceptionTableError",
    "FormatError",
    "LineTableError",
    "MarshalError",
    "PycError",
    "PycHeader",
    "decode_exception_table",
    "decode_header",
    "decode_line_ranges",
    "decode_lnotab",
    "decode_locations",
    "dump",
    "encode_exception_table",
    "encode_line_ranges",
    "encode_lnotab",
    "encode_locations",
    "from_host",
    "lnotab_steps",
    "load",
    "load_marshal",
    "read_marshal",
    "write_marshal",
]

_HOMES = {
    "CodeObject": "objects",
    "ExceptionEntry": "exceptions",
    "ExceptionTableError": "errors",
    "FormatError": "errors",
    "LineTableError": "errors",
    "MarshalError": "errors",
    "PycError": "errors",
    "PycHeader": "pyc",
    "decode_exception_table": "exceptions",
    "decode_header": "pyc",
    "decode_line_ranges": "lines",
    "decode_lnotab": "lines",
    "decode_locations": "locations",
    "dump": "pyc",
    "encode_exception_table": "exceptions",
    "encode_line_ranges": "lines",
    "encode_lnotab": "lines",
    "encode_locations": "locations",
    "from_host": "host",
    "lnotab_steps": "lines",
    "load": "pyc",
    "load_marshal": "pyc",
    "read_marshal": "reader",
    "write_marshal": "writer",
}


def __getattr__(name: str) -> object:
    """Import what is asked for: the machine starts with little of this."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
