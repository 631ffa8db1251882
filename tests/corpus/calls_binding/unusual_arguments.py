"""Mappings that are no dicts, what cannot be called, the very tuple."""

import sys
import types


class Pairs(dict):
    def __init__(self, pairs):
        super().__init__(pairs)
        self.pairs = list(pairs)

    def __iter__(self):
        return iter([key for key, _ in self.pairs])

    def keys(self):
        return [key for key, _ in self.pairs]


def g(*args, **kwargs):
    print(args, kwargs)


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error, error.__context__)


nothing = None
attempt(lambda: g(**Pairs([("x", 1)])))
attempt(lambda: g(**Pairs([("x", 1), ("x", 2)])))
attempt(lambda: g(a=3, **Pairs([("x", 1), ("x", 2)])))
attempt(lambda: g(**Pairs([("a", 3)]), **Pairs([("x", 1), ("x", 2)])))
attempt(lambda: nothing(*g))
attempt(lambda: nothing(**g))
attempt(lambda: nothing(a=1, **g))
attempt(lambda: g(*1))
attempt(lambda: g(**1))
attempt(lambda: types.MethodType(1, 2)())
attempt(lambda: types.MethodType(str.upper, "a")())

made = {"type": type, "__builtins__": {"None": None}}
exec("def f(): pass\ng = type(f)(f.__code__, {})", made)
print(made["g"].__builtins__ is made["__builtins__"])
if sys.version_info >= (3, 12):
    from typing import TypeAliasType

    print(TypeAliasType("Alias", int).__module__)


class BrokenKeys(dict):
    def __iter__(self):
        return iter(())

    def keys(self):
        return 1


attempt(lambda: g(**BrokenKeys()))
