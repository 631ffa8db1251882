# requires: 3.14
"""Template(*parts) is no call with keywords."""

import pickle
from string.templatelib import Interpolation, Template

name = "x"
for template in (t"", t"none", t"with {name}", t"{name!r:>5} end"):
    parts = list(template)
    print(Template(*parts))
try:
    Template(*["a"], **{"b": 1})
except TypeError as error:
    print(error)
for template in (t"with {name}", Template("a", Interpolation("value", "name", "r", ""))):
    again = pickle.loads(pickle.dumps(template))
    print(again.strings, again.interpolations)
