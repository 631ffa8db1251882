import sys
import types

module = types.ModuleType("made", "its doc")
exec("x = 1\ndef f(): return x + y", module.__dict__)
module.y = 41
print(module.f(), module.__doc__, module)
sys.modules["made"] = module
import made
from made import f, x

print(made is module, f(), x)
try:
    from made import z
except ImportError as error:
    print(error)
try:
    made.z
except AttributeError as error:
    print(error)


class Strange(types.ModuleType):
    @property
    def computed(self):
        return "property of a module"


sys.modules["strange"] = Strange("strange")
from strange import computed
import strange as s

print(computed, s.computed)
sys.modules["notmodule"] = 5
import notmodule
from notmodule import real

print(notmodule, real)
