# as: stdin
# args: from stdin
import sys

print(__name__, sys.argv, "__file__" in globals(), repr(sys.path[0]))
print(sys._getframe().f_code.co_filename)
print(repr(sys.stdin.read()))
