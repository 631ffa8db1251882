"""See what CPython does with your code, one bytecode instruction at a time.

`run` calls a function with its body on the machine; `Machine` runs functions and code objects and
takes an `Observer`; `disassemble` gives a function's or code object's instructions; the rooms
`peephole.isa`, `peephole.code`, `peephole.disassembly`, `peephole.instructions`,
`peephole.analysis`, `peephole.assembly` have the rest.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from peephole import analysis, assembly, code, disassembly, instructions, isa
    from peephole.disassembly import Instruction, disassemble
    from peephole.errors import PeepholeError
    from peephole.machine import NULL, Frame, Machine, Observer, Step, run

__version__ = "0.1.0"

__all__ = [
    "NULL",
    "Frame",
    "Instruction",
    "Machine",
    "Observer",
    "PeepholeError",
    "Step",
    "analysis",
    "assembly",
    "code",
    "disassemble",
    "disassembly",
    "instructions",
    "isa",
    "run",
]

_HOMES = {
    "Frame": "machine",
    "Instruction": "disassembly",
    "Machine": "machine",
    "NULL": "machine",
    "Observer": "machine",
    "PeepholeError": "errors",
    "Step": "machine",
    "disassemble": "disassembly",
    "run": "machine",
}


def __getattr__(name: str) -> object:
    """Import what is asked for: `import peephole` itself stays light."""
    from importlib import import_module

    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    if name in __all__:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
