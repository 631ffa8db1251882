import importlib.util
import marshal
import os
import sys
import tempfile
import traceback
import zipfile

with tempfile.TemporaryDirectory() as folder:
    source = "def f(x):\n    return 1 / x\nprint('executing', __name__)\n"
    code = compile(source, "gone.py", "exec")
    with open(os.path.join(folder, "gone.pyc"), "wb") as file:
        file.write(importlib.util.MAGIC_NUMBER + bytes(12) + marshal.dumps(code))
    with zipfile.ZipFile(os.path.join(folder, "lib.zip"), "w") as archive:
        archive.writestr("zipped/__init__.py", "from .inner import g\n")
        archive.writestr("zipped/inner.py", "def g(x):\n    return f'zipped {x.upper()}'\n")
    sys.path[:0] = [folder, os.path.join(folder, "lib.zip")]
    import gone
    import zipped

    print(gone.f(2), zipped.g("a"), type(gone.__loader__).__name__, type(zipped.__loader__).__name__)
    for action in (lambda: gone.f(0), lambda: zipped.g(5)):
        try:
            action()
        except (ZeroDivisionError, AttributeError) as error:
            for line in traceback.format_exception(error)[1:]:
                print(line.replace(folder, "FOLDER"), end="")
