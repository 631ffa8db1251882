"""Where every operation goes: from operations and labels to bytecode with jumps."""

from __future__ import annotations

from itertools import accumulate

from .encoding import AssemblyError, Encoder, encoder_of, needed_prefixes
from .operation import Label, Operation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class Layout:
    """The bytecode of a body.

    - `operations`: without the labels; `opnames` and `opargs`: theirs, labels among the opargs
    - `index`: of the operation that a label stands before, by label
    - `jumps`: the indices of the operations that have a label
    - `pieces`: the bytes of each operation; `code`: all of them
    - `offsets`: where each operation begins (its first EXTENDED_ARG), in bytes, and behind them
      all where the code ends
    """

    __slots__ = (
        "code",
        "encoder",
        "index",
        "jumps",
        "offsets",
        "opargs",
        "operations",
        "opnames",
        "pieces",
    )

    def __init__(self, version: str, body: Iterable[Operation | Label]) -> None:
        self.encoder: Encoder = encoder_of(version)
        self.operations: list[Operation] = []
        self.index: dict[Label, int] = {}
        self._separate(body)
        self.opnames = [operation.opname for operation in self.operations]
        self.opargs = [operation.oparg for operation in self.operations]
        self.jumps = [index for index, oparg in enumerate(self.opargs) if oparg.__class__ is Label]
        self.pieces: list[bytes] = []
        self.offsets: list[int] = []
        self._lay_out()
        self.code = b"".join(self.pieces)

    def _separate(self, body: Iterable[Operation | Label]) -> None:
        operations, index = self.operations, self.index
        append = operations.append
        for item in body:
            if item.__class__ is Operation:
                append(item)
            elif not isinstance(item, Label):
                raise AssemblyError(f"{item!r} is neither an operation nor a label")
            elif item in index:
                raise AssemblyError(f"{item!r} is in the code twice")
            else:
                index[item] = len(operations)

    def place(self, label: Label, what: str) -> int:
        """The index of the operation behind a label."""
        found = self.index.get(label)
        if found is None:
            raise AssemblyError(f"{what}: {label!r} is not in the code")
        return found

    def _lay_out(self) -> None:
        operations = self.operations
        encoder = self.encoder
        opargs = self.opargs
        numbers: list[int | None] = opargs  # type: ignore[assignment]
        targets = self._targets()
        if targets:
            numbers = numbers.copy()
            for index in self.jumps:
                numbers[index] = 0
        pieces = list(map(encoder.__getitem__, zip(self.opnames, numbers, strict=True)))
        wide = [index for index, each in enumerate(operations) if each.prefixes]
        for index in wide:
            pieces[index] = encoder.with_prefixes(
                self.opnames[index], numbers[index], operations[index].prefixes
            )
        sizes = list(map(len, pieces))
        offsets = list(accumulate(sizes, initial=0))
        self.pieces, self.offsets = pieces, offsets
        while targets:
            # A longer jump can make another one longer; none ever becomes shorter again.
            grown = False
            for index, target, (scale, origin) in targets:
                distance = offsets[target] - (offsets[index + 1] if origin else 0)
                oparg, rest = divmod(distance, scale)
                if rest or oparg < 0:
                    raise AssemblyError(self._wrong_way(index))
                if oparg != numbers[index]:
                    numbers[index] = oparg
                    if needed_prefixes(oparg) or operations[index].prefixes:
                        pieces[index] = self._longer(index, oparg)
                        if len(pieces[index]) != sizes[index]:
                            sizes[index] = len(pieces[index])
                            grown = True
            if not grown:
                break
            offsets = self.offsets = list(accumulate(sizes, initial=0))
        for index, _, _ in targets:
            if sizes[index] == len(encoder[self.opnames[index], 0]):
                pieces[index] = encoder[self.opnames[index], numbers[index]]

    def _longer(self, index: int, oparg: int) -> bytes:
        """The bytes of a jump, with no fewer prefixes than it had before."""
        opname = self.opnames[index]
        least = (len(self.pieces[index]) - len(self.encoder[opname, 0])) // 2
        return self.encoder.with_prefixes(opname, oparg, least)

    def _targets(self) -> list[tuple[int, int, tuple[int, int]]]:
        """What points somewhere: its index, the target's, and its (scale, origin)."""
        targets = []
        jumps = self.encoder.jumps
        for index in self.jumps:
            opname = self.opnames[index]
            label = self.opargs[index]
            assert isinstance(label, Label)
            rule = jumps.get(opname)
            if rule is None:
                known = opname in self.encoder.numbers
                problem = "does not point to a label" if known else "is no instruction"
                raise AssemblyError(f"{opname} {problem} in Python {self.encoder.version}")
            target = self.place(label, opname)
            scale, origin = rule
            if origin and (target > index) != (scale > 0):
                other = self.encoder.counterparts.get(opname)
                if other is None:
                    raise AssemblyError(self._wrong_way(index))
                self.opnames[index] = other
                rule = jumps[other]
            targets.append((index, target, rule))
        return targets

    def _wrong_way(self, index: int) -> str:
        label = self.opargs[index]
        opname = self.opnames[index]
        assert isinstance(label, Label)
        way = "forward" if self.index[label] > index else "back"
        return f"{opname} cannot point {way} to {label!r} in Python {self.encoder.version}"
