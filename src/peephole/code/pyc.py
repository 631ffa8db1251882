"""The .pyc file: a header of 16 bytes (PEP 552) and the marshal data of a module's code."""

from __future__ import annotations

from peephole import isa
from peephole.errors import PeepholeError

from .errors import PycError
from .objects import CodeObject
from .reader import read_marshal

HEADER_SIZE = 16
_HASH_BASED = 0b01
_CHECK_SOURCE = 0b10


class PycHeader:
    """The header of a .pyc file.

    `magic` is the magic number without the two bytes that follow it, `flags` has bit 0 set for
    a file that is checked by hash and bit 1 if the source is to be checked at all; then
    `source_hash` (8 bytes) counts, otherwise `mtime` (seconds) and `source_size` (bytes), both
    modulo 2**32.
    """

    __slots__ = ("flags", "magic", "mtime", "source_hash", "source_size")

    def __init__(
        self,
        magic: int,
        flags: int = 0,
        mtime: int = 0,
        source_size: int = 0,
        source_hash: bytes = bytes(8),
    ) -> None:
        self.magic = magic
        self.flags = flags
        self.mtime = mtime
        self.source_size = source_size
        self.source_hash = source_hash

    @property
    def hash_based(self) -> bool:
        return bool(self.flags & _HASH_BASED)

    @property
    def check_source(self) -> bool:
        return bool(self.flags & _CHECK_SOURCE)

    def encode(self) -> bytes:
        """The 16 bytes of the header."""
        if self.hash_based:
            rest = self.source_hash
        else:
            rest = self.mtime.to_bytes(4, "little") + self.source_size.to_bytes(4, "little")
        return self.magic.to_bytes(2, "little") + b"\r\n" + self.flags.to_bytes(4, "little") + rest

    def __repr__(self) -> str:
        if self.hash_based:
            rest = f"source_hash={self.source_hash!r}"
        else:
            rest = f"mtime={self.mtime}, source_size={self.source_size}"
        return f"PycHeader(magic={self.magic}, flags={self.flags}, {rest})"


def decode_header(data: bytes) -> PycHeader:
    """The header at the beginning of a .pyc file's bytes; PycError where it is none we know."""
    magic = int.from_bytes(data[:2], "little")
    if len(data) < 4 or data[2:4] != b"\r\n":
        raise PycError(0, "not a .pyc file: it does not start with a magic number")
    _version(magic)
    if len(data) < HEADER_SIZE:
        raise PycError(len(data), f"the header of a .pyc file takes {HEADER_SIZE} bytes")
    flags = int.from_bytes(data[4:8], "little")
    if flags & ~(_HASH_BASED | _CHECK_SOURCE) or flags == _CHECK_SOURCE:
        raise PycError(4, f"flags {flags:#x} in the header are not known")
    if flags & _HASH_BASED:
        return PycHeader(magic, flags, source_hash=bytes(data[8:16]))
    mtime = int.from_bytes(data[8:12], "little")
    return PycHeader(magic, flags, mtime, int.from_bytes(data[12:16], "little"))


_versions: dict[int, str] = {}


def _version(magic: int) -> str:
    """The version whose releases have the magic number."""
    known = _versions.get(magic)
    if known is not None:
        return known
    version = isa.version_of_magic(magic)
    if version is None:
        raise PycError(0, f"magic number {magic} is of no known Python")
    if version not in isa.VERSIONS:
        first, last = isa.VERSIONS[0], isa.VERSIONS[-1]
        raise PycError(0, f"a file of Python {version}: peephole reads {first} to {last}")
    if magic != isa.table(version).magic:
        raise PycError(0, f"magic number {magic} is of a pre-release of Python {version}")
    _versions[magic] = version
    return version


def load(data: bytes) -> CodeObject:
    """The module code in the bytes of a .pyc file of any known version.

    Nothing is executed. FormatError, with the offset in bytes, for anything that is not right;
    PycError (a FormatError) if the file is of an unknown version.
    """
    data = bytes(data)
    header = decode_header(data)
    value, end = read_marshal(data, _version(header.magic), HEADER_SIZE)
    if not isinstance(value, CodeObject):
        raise PycError(HEADER_SIZE, "there is no code object in the file")
    if end != len(data):
        raise PycError(end, f"{len(data) - end} bytes follow the code object")
    object.__setattr__(value, "header", header)
    return value


def load_marshal(data: bytes, version: str) -> CodeObject:
    """The code object in the marshal data of a version ("3.13"), without a .pyc file's header."""
    data = bytes(data)
    value, end = read_marshal(data, version)
    if not isinstance(value, CodeObject):
        raise PycError(0, "there is no code object in the data")
    if end != len(data):
        raise PycError(end, f"{len(data) - end} bytes follow the code object")
    return value


def dump(code: CodeObject, header: PycHeader | None = None) -> bytes:
    """The bytes of a .pyc file with `code`; see CodeObject.dump."""
    magic = isa.table(code.version).magic
    header = header or code.header or PycHeader(magic)
    if header.magic != magic:
        raise PeepholeError(f"magic number {header.magic} is not Python {code.version}'s")
    return header.encode() + code.dump_marshal()
