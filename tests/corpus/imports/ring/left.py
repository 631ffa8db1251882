print("left starts")
from . import right
NAME = "left"
print("left ends", right.NAME, right.left_name())
