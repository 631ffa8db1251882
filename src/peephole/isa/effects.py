"""Stack effects: numbers, or expressions of `oparg` in Python's syntax ("1 - oparg").

The expressions come from the tables alone, where the extraction tool wrote them.
"""

TYPE_CHECKING = False  # typing's own is not worth the import
if TYPE_CHECKING:
    from collections.abc import Callable

Effect = int | str
"""A number of stack items, or an expression that gives it."""

_compiled: "dict[str, Callable[[int], int]]" = {}


def function(expression: str) -> "Callable[[int], int]":
    """The function of oparg that an expression denotes."""
    found = _compiled.get(expression)
    if found is None:
        found = eval(f"lambda oparg: {expression}", {"__builtins__": {}})
        _compiled[expression] = found
    return found


def evaluate(effect: Effect, oparg: int) -> int:
    """The number of stack items that `effect` is for this oparg."""
    return effect if isinstance(effect, int) else function(effect)(oparg)
