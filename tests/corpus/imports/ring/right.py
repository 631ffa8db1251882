print("right starts")
from ring import left
from . import left as again
print("left has a name:", hasattr(left, "NAME"), left is again)
NAME = "right"


def left_name():
    return left.NAME


print("right ends")
