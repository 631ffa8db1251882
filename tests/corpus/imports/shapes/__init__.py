"""A package that tells when it is executed."""
print("executing", __name__, __package__, __spec__.name)
from . import circle
from .square import area as square_area
from .common import *

__all__ = ["circle", "square_area", "SIDES"]
LAZY = {"triangle": 3}


def __getattr__(name):
    if name in LAZY:
        print("module getattr", name)
        return LAZY[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return ["circle", "triangle"]
