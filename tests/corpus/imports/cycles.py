import ring

print(ring.left.NAME, ring.right.NAME)
try:
    import cycle_error
except ImportError as error:
    print(type(error).__name__, str(error).partition(" (/")[0])
import sys

print([name for name in sys.modules if name.startswith("cycle_error")])
