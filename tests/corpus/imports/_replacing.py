import sys


class Magic:
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return f"magic {name}"


sys.modules[__name__] = Magic()
