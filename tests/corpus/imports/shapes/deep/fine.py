print("executing", __name__, __package__)
from .. import circle
from ..square import area as square
from . import __name__ as parent_name
import shapes.deep.other as other
