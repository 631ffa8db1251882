"""The machine: guest code on an evaluation loop made from the instructions' definitions."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from peephole.machine.events import Observer
    from peephole.machine.frame import Frame, Step
    from peephole.machine.machine import Machine, run
    from peephole.machine.values import NULL

__all__ = ["NULL", "Frame", "Machine", "Observer", "Step", "run"]

_HOMES = {
    "Frame": "frame",
    "Machine": "machine",
    "NULL": "values",
    "Observer": "events",
    "Step": "frame",
    "run": "machine",
}


def __getattr__(name: str) -> object:
    """Import what is asked for: the generator of the loops must not need the loops."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
