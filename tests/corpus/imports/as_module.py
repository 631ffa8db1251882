# as: module
# args: one --two
import sys

print(__name__, __package__, __spec__.name, sys.argv[1:], sys.argv[0].endswith("as_module.py"))
import shapes.common

print(shapes.common.describe(3))
print(sys.path[0] == __file__.rpartition("/")[0])
