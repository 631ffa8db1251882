from shapes import *
from _starred import *

print(circle.__name__, square_area(2), SIDES)
print(visible, Kept.__module__)
for name in ("_hidden", "__double", "LAZY"):
    print(name, name in globals())
try:
    from _bad_all import *
except AttributeError as error:
    print(error)
print("here" in globals())
try:
    exec("def f():\n    from os import *")
except SyntaxError as error:
    print(error.msg)


class Body:
    exec("from _starred import *")
    print(sorted(n for n in locals() if not n.startswith("__")))
