"""What the numbers of the operators' instructions mean in a version."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Operators:
    """What the numbers of `operate` and `compare` mean in a version."""

    version: str
    binary: tuple[str, ...]
    comparisons: tuple[str, ...]
    shift: int

    def expression(self, word: str, selected: int | None, left: str, right: str) -> str:
        """Source text of `operate(left, right)` or `compare(left, right)`."""
        assert selected is not None
        if word == "compare":
            return f"{left} {self.comparisons[selected & 15]} {right}"
        symbol = self.binary[selected]
        return f"{left}[{right}]" if symbol == "[]" else f"{left} {symbol} {right}"
