# status: 1
import os
import sys

import shapes.common

saved = sys.path[:]
sys.path[:] = []
try:
    import ring
except ImportError as error:
    print(error)
os.chdir("/")
try:
    import ring
except ImportError as error:
    print(error)
sys.path[:] = saved
import shapes.circle

print(shapes.circle.area(1))


def late(n):
    return shapes.circle.broken(n)


sys.path.clear()
sys.path_hooks.clear()
sys.meta_path.clear()
late(1000)
