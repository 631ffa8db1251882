import sys

from parts import helper

print(__name__, repr(__package__), __spec__.name, sys.argv[0].rpartition("/")[2], sys.argv[1:])
print(sys.path[0].rpartition("/")[2], helper.double(4), __file__.rpartition("/")[2])
if "fail" in sys.argv:
    helper.fail()
