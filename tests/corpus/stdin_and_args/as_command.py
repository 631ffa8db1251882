# as: command
# args: a b
import sys

print(__name__, sys.argv, "__file__" in globals(), repr(sys.path[0]))


def function():
    return sys._getframe().f_code.co_filename


print(function(), __spec__, __builtins__.__name__, __doc__)
