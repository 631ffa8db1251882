"""One version's instructions as bytes."""

from __future__ import annotations

from peephole.disassembly.decoder import Decoder, decoder_of
from peephole.errors import PeepholeError
from peephole.isa import operands, table

_MOST_KNOWN = 1 << 16
_LEAST_OPARG, _MOST_OPARG = -(1 << 31), (1 << 31) - 1


class AssemblyError(PeepholeError):
    """Editable code that no bytecode of the version can express."""


class Encoder(dict[tuple[str, "int | None"], bytes]):
    """The bytes of the instructions of a version, by (opname, oparg): prefixes and empty inline
    cache included. AssemblyError for what is no instruction, or no operand of it.

    - `jumps`: for what points to a place: (scale, origin) as in Decoder.jumps
    - `counterparts`: what jumps to the other side, by opname
    """

    def __init__(self, version: str) -> None:
        self.version = version
        decoder: Decoder = decoder_of(version)
        self.numbers = {name: number for number, name in enumerate(decoder.names)}
        self.patterns = decoder.patterns
        self.prefix = bytes((decoder.prefix,))
        self.has_oparg = decoder.has_oparg
        self.jumps: dict[str, tuple[int, int]] = {
            decoder.names[number]: (scale, origin)
            for number, (scale, origin, *_) in decoder.jumps.items()
        }
        self.counterparts: dict[str, str] = {}
        kinds = table(version).operand
        for opname in self.jumps:
            for here, there in (("FORWARD", "BACKWARD"), ("BACKWARD", "FORWARD")):
                other = opname.replace(here, there)
                if kinds.get(opname) in operands.JUMPS and other != opname and other in self.jumps:
                    self.counterparts[opname] = other

    def __missing__(self, key: tuple[str, int | None]) -> bytes:
        opname, oparg = key
        piece = self.with_prefixes(opname, oparg, 0)
        if len(self) > _MOST_KNOWN:
            self.clear()
        self[key] = piece
        return piece

    def with_prefixes(self, opname: str, oparg: int | None, least: int) -> bytes:
        """The bytes of an instruction with at least so many EXTENDED_ARG before it."""
        number = self.numbers.get(opname)
        if number is None:
            raise AssemblyError(f"Python {self.version} has no instruction {opname}")
        if oparg is None:
            oparg = 0
        elif not isinstance(oparg, int):
            raise AssemblyError(f"{opname}: {oparg!r} is no operand")
        elif not self.has_oparg[number] and not 0 <= oparg < 256:
            # Compilers leave numbers even there, which mean nothing.
            raise AssemblyError(f"{opname} has no operand")
        if not _LEAST_OPARG <= oparg <= _MOST_OPARG:
            raise AssemblyError(f"{opname}: the operand {oparg} does not fit into 32 bits")
        pattern = self.patterns[number]
        caches = bytes(2 * len(pattern) - 2)
        if not least and 0 <= oparg < 256:
            return bytes((number, oparg)) + caches
        count = max(least, needed_prefixes(oparg))
        digits = (oparg & 0xFFFFFFFF).to_bytes(4, "big").rjust(count + 1, b"\0")[-1 - count :]
        prefixes = b"".join([self.prefix + digits[i : i + 1] for i in range(count)])
        return prefixes + bytes((number, digits[-1])) + caches


def needed_prefixes(oparg: int) -> int:
    """How many EXTENDED_ARG an operand needs; a negative one takes all four bytes."""
    if oparg < 0:
        return 3
    return (oparg > 0xFF) + (oparg > 0xFFFF) + (oparg > 0xFFFFFF)


_encoders: dict[str, Encoder] = {}


def encoder_of(version: str) -> Encoder:
    """The version's Encoder, made when it is first asked for."""
    found = _encoders.get(version)
    if found is None:
        found = _encoders[version] = Encoder(version)
    return found
