# args: x
import sys

main = sys.modules["__main__"]
print(__name__, main.__dict__ is globals(), __file__.rpartition("/")[2], __doc__, __package__, __spec__)
print(sys.path[0] == __file__.rpartition("/")[0], __loader__.__class__.__name__, sys.argv[1])
print(sorted(name for name in globals() if name.startswith("__") and name not in ("__annotations__", "__conditional_annotations__", "__annotate__", "__cached__")))
import __main__

print(__main__ is main, __builtins__ is sys.modules["builtins"])
__main__.later = "set through the module"
print(later)
