import importlib
import importlib.util
import sys

import _counted
import _counted as again

print(_counted is again, importlib.reload(_counted) is _counted, _counted.count)
del sys.modules["_counted"]
import _counted as fresh

print(fresh is _counted, fresh.count, _counted.count)
module = importlib.import_module("shapes.circle")
print(module.area(2), importlib.import_module(".square", "shapes").area(4))
spec = importlib.util.find_spec("ring")
print(spec.name, spec.submodule_search_locations is not None, "ring" in sys.modules)
spec = importlib.util.spec_from_file_location("renamed", fresh.__file__)
renamed = importlib.util.module_from_spec(spec)
spec.loader.exec_module(renamed)
print(renamed.__name__, renamed.count, "renamed" in sys.modules)
print(__name__, __spec__, __package__, __file__ is not None, sys.modules["__main__"].__dict__ is globals())
