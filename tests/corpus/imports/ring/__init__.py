print("ring starts")
from . import left
print("ring ends")
