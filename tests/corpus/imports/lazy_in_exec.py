# requires: 3.15
"""Imports that are not marked are lazy in modules only, and __lazy_import__ may be called there."""

import sys


def in_function():
    exec("import colorsys\nprint(type(colorsys).__name__)")


def in_class():
    class Body:
        exec("import stringprep\nprint(type(stringprep).__name__)")


__lazy_modules__ = ["colorsys", "stringprep"]
in_function()
in_class()
del __lazy_modules__
sys.set_lazy_imports("all")
exec("import chunk_that_is_missing", {})
try:
    exec("import chunk_that_is_missing", {}, {})
except ModuleNotFoundError as error:
    print(error)
sys.set_lazy_imports("normal")
sndhdr = __lazy_import__("this_is_missing")
print(type(globals()["sndhdr"]).__name__)
try:
    sndhdr
except ImportError as error:
    print(type(error).__name__, error)
