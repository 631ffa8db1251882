import runpy
import sys

sys.argv[1:] = ["x", "y"]
space = runpy.run_module("runnable", run_name="__main__", alter_sys=True)
print(sorted(name for name in space if not name.startswith("__")))
space = runpy.run_path("_starred.py")
print(space["visible"], space["__name__"])
