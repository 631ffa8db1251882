import importlib
import sys

sys.path.append("_spaces/one")
sys.path.append("_spaces/two")
import joined.first
from joined import second

print(joined.first.name, second.name, len(joined.__path__), joined.__file__ if hasattr(joined, "__file__") else "no file")
print(joined.__spec__.origin, joined.__spec__.name, [p.rpartition("_spaces/")[2] for p in joined.__path__])
sys.path_importer_cache.clear()
try:
    import joined.third
except ImportError as error:
    print(error)
