import warnings


def deprecated():
    warnings.warn("deprecated in main", DeprecationWarning, stacklevel=2)


for _ in range(3):
    deprecated()
deprecated()
warnings.warn("resource", ResourceWarning)
warnings.warn("pending", PendingDeprecationWarning)
warnings.warn("user")
exec(compile("x = 1\nassert (x, 'always true')\ny = 1 is 1\n", "<compiled>", "exec"))
exec(compile("'\\d'", "<escape>", "exec"))
import _warns

_warns.call()
print(sorted(k for k in __warningregistry__ if isinstance(k, tuple))[0][0] if "__warningregistry__" in globals() else "none")


def show(message, category, filename, lineno, file=None, line=None):
    print("custom", message, category.__name__, lineno)


warnings.showwarning = show
warnings.warn("shown by the custom function", stacklevel=1)
~True if False else None
