# requires: 3.15
import sys

lazy import shapes.common
lazy from shapes.circle import area as circle_area, pi
lazy import no_such_module_anywhere
lazy import _failing

print("shapes" in sys.modules, type(globals()["circle_area"]).__name__)
print(shapes.common.SIDES, "shapes.circle" in sys.modules)
print(circle_area(2), type(globals()["circle_area"]).__name__, pi)


def use():
    return no_such_module_anywhere.attribute


for action in (use, lambda: _failing.value):
    try:
        action()
    except (ImportError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
for bad in ("def f():\n    lazy import x", "try:\n    lazy import x\nexcept: pass", "lazy from x import *"):
    try:
        compile(bad, "<lazy>", "exec")
    except SyntaxError as error:
        print(error.msg)
