import shapes
import shapes.circle
import shapes.circle as c, shapes.square
from shapes import square_area, circle as d, common
from shapes.deep import fine
from shapes.deep.fine import circle as e, other
import shapes.deep.other as o

print(shapes.__name__, shapes.__package__, shapes.__doc__, shapes.circle is c is d is e)
print(square_area(3), c.area(2), common.PI, o.value, fine.parent_name, other.early(5))
print(shapes.triangle, dir(shapes), shapes.SIDES)
try:
    shapes.pentagon
except AttributeError as error:
    print(error)
try:
    from shapes import hexagon
except ImportError as error:
    print(str(error).partition(" (/")[0], error.name)
try:
    from shapes.deep import inner
except ImportError as error:
    print(type(error).__name__, error)
try:
    print(shapes._private)
except AttributeError as error:
    print(error)
import sys

print(sorted(name for name in sys.modules if name.startswith("shapes")))
