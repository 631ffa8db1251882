"""Operands as text and back, by kind of operand, as the version's dis writes them."""

from __future__ import annotations

from peephole.disassembly.decoder import decoder_of
from peephole.disassembly.operands import NOTHING
from peephole.disassembly.source import NO_TABLES
from peephole.isa import Isa, operands, table

CHOSEN = frozenset(
    {
        operands.NB_OP,
        operands.INTRINSIC1,
        operands.INTRINSIC2,
        operands.SPECIAL_METHOD,
        operands.COMMON_CONSTANT,
        operands.CONVERT,
        operands.FORMAT,
        operands.FUNCTION_FLAGS,
        operands.INVERT,
        *operands.COMPARES,
    }
)
"""Kinds whose numbers have a text of their own."""

# Up to 3.12 dis writes the number alone, and "not" beside it since.
_INVERTED = {"IS_OP": ("is", "is not"), "CONTAINS_OP": ("in", "not in")}

# Which results of a comparison are true: 1 unordered, 2 less, 4 greater, 8 equal
# (COMPARISON_... in Include/internal/pycore_code.h).
_RESULTS = {"<": 2, "<=": 2 | 8, "==": 8, "!=": 1 | 2 | 4, ">": 4, ">=": 4 | 8}


class OperandTexts:
    """The texts of one version's operands that need nothing of the code object."""

    def __init__(self, version: str) -> None:
        self.isa: Isa = table(version)
        self._numbers: dict[str, dict[str, int]] = {}
        self._texts: dict[str, dict[int, str]] = {}

    def number(self, opname: str, text: str) -> int | None:
        """The oparg that a text stands for, as the compiler encodes it; None if there is none."""
        return self._known(opname).get(text)

    def text(self, opname: str, oparg: int) -> str | None:
        """The text that `number` takes for this oparg; None where there is none."""
        self._known(opname)
        return self._texts[opname].get(oparg)

    def texts(self, opname: str) -> list[str]:
        """All texts that an instruction's operand can have."""
        return list(self._known(opname))

    def _known(self, opname: str) -> dict[str, int]:
        found = self._numbers.get(opname)
        if found is None:
            found = self._find(opname)
            self._numbers[opname] = found
            self._texts[opname] = {number: text for text, number in found.items()}
        return found

    def _find(self, opname: str) -> dict[str, int]:
        found: dict[str, int] = {}
        if self.isa.operand.get(opname) not in CHOSEN:
            return found
        if opname in _INVERTED:
            return {text: number for number, text in enumerate(_INVERTED[opname])}
        decoder = decoder_of(self.isa.version)
        opcode = self.isa.opmap[opname]
        for oparg in range(256):
            _, value, text = decoder.meaning(opcode, oparg, NO_TABLES)
            if text and (value, text) != NOTHING and self._compiled(opname, oparg):
                found.setdefault(text, oparg)
        return found

    def _compiled(self, opname: str, oparg: int) -> bool:
        """Whether a compiler writes this oparg: of comparisons, only with the right results."""
        bits = operands.COMPARES.get(self.isa.operand[opname])
        if not bits:
            return True
        index = oparg >> bits
        return index < len(self.isa.cmp_op) and oparg & 15 == _RESULTS[self.isa.cmp_op[index]]


def affixes(isa: Isa, opname: str) -> list[tuple[str, str]]:
    """What dis writes before and after a name, by the flag bits below the name's index."""
    bits = operands.NAMES[isa.operand[opname]]
    texts = isa.operand_texts.get(opname) or ("{}",) * (1 << bits)
    return [tuple(text.split("{}")) for text in texts]  # type: ignore[misc]


_versions: dict[str, OperandTexts] = {}


def operand_texts(version: str) -> OperandTexts:
    """The texts of a version ("3.13")."""
    found = _versions.get(version)
    if found is None:
        found = _versions[version] = OperandTexts(version)
    return found
