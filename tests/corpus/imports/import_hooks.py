import builtins
import importlib.abc
import importlib.machinery
import sys


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path, target=None):
        if name.startswith("virtual"):
            print("find", name, path)
            return importlib.machinery.ModuleSpec(name, self, is_package=name == "virtual")

    def create_module(self, spec):
        print("create", spec.name)

    def exec_module(self, module):
        print("exec", module.__name__)
        exec(f"value = {module.__name__!r}.upper()\ndef get(): return value", module.__dict__)


sys.meta_path.insert(0, Finder())
import virtual.part

print(virtual.value, virtual.part.get())
from virtual import other

print(other.get())
original = builtins.__import__


def spy(name, globals=None, locals=None, fromlist=(), level=0):
    if not globals["__name__"].startswith("importlib"):
        print("import", name, fromlist, level, globals["__name__"])
    return original(name, globals, locals, fromlist, level)


builtins.__import__ = spy
import shapes.square as sq
from virtual import value as v, part

builtins.__import__ = original
print(v, part.value, sq.area(3))
