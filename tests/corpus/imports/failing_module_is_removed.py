import sys

for attempt in range(2):
    try:
        import _failing
    except ZeroDivisionError as error:
        print(error, "_failing" in sys.modules)
        tb = error.__traceback__
        while tb:
            print(tb.tb_frame.f_code.co_name, tb.tb_lineno, tb.tb_frame.f_globals["__name__"])
            tb = tb.tb_next
try:
    import _syntax
except SyntaxError as error:
    print(error.msg, error.lineno, error.offset, repr(error.text))
for name in ("no_such_module", "shapes.nothing", "sys.path", "json.nothing.deeper"):
    try:
        __import__(name)
    except ImportError as error:
        print(type(error).__name__, error, error.name)
sys.modules["blocked"] = None
try:
    import blocked
except ImportError as error:
    print(type(error).__name__, error)
for bad in ("from . import x", "from .sibling import x", "from .. import y"):
    try:
        exec(bad)
    except ImportError as error:
        print(type(error).__name__, error)
