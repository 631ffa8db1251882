import sys
from . import tool
print("main", __name__, __package__, __spec__.name, [a for a in sys.argv[1:]])
tool.go()
