"""See what CPython does with your code, one bytecode instruction at a time."""

__version__ = "0.1.0"
