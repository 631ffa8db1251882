"""Prints what a program can see of how it was started."""

import sys

first = dict(globals())
print([name for name in first if name != "first"])
for name in ("__name__", "__doc__", "__package__", "__file__", "__cached__"):
    print(name, first.get(name))
print("spec", getattr(first["__spec__"], "name", None), type(first["__loader__"]))
print(first["__builtins__"])
print("argv", sys.argv, "path", sys.path)
print("flags", sys.flags, "executable", sys.executable)
print("hook", sys.excepthook, "last", [name for name in vars(sys) if name.startswith("last_")])
print("main", sys.modules["__main__"].__dict__ is globals(), sys._getframe().f_back)
print("modules", [name for name in sys.modules if not name.startswith("peephole")])
print("read", repr(sys.stdin.read()))
