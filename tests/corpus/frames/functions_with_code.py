"""gc.get_referrers leads from a code object to the function, from there to the class."""

import gc
import sys


class Traced:
    def method(self):
        return sys._getframe().f_code


code = Traced().method()
functions = [found for found in gc.get_referrers(code) if type(found).__name__ == "function"]
print([function.__qualname__ for function in functions])
dicts = [found for found in gc.get_referrers(functions[0]) if isinstance(found, dict)]
print(len(dicts))
print([found for found in gc.get_referrers(dicts[0]) if hasattr(found, "__bases__")])
