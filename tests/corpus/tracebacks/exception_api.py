import io
import sys
import traceback


class Custom(Exception):
    """With structure."""


def a():
    try:
        b()
    except KeyError as error:
        raise Custom("wrapped", 5) from error


def b():
    x = {"k": 1}
    return x["missing"]


try:
    a()
except Custom as error:
    te = traceback.TracebackException.from_exception(error, capture_locals=True)
    print("".join(te.format()), end="")
    print(te.stack[-1].locals, te.__cause__.stack[-1].locals, te.exc_type.__name__ if sys.version_info < (3, 13) else te.exc_type_str)
    print("".join(traceback.format_exception(error, limit=1)), end="")
    print("".join(traceback.format_exception(error, limit=-1, chain=False)), end="")
    traceback.print_tb(error.__traceback__, file=sys.stdout)
    traceback.print_exception(type(error), error, None, file=sys.stdout)
    print(traceback.format_list(traceback.extract_tb(error.__traceback__))[0].splitlines()[0])
    out = io.StringIO()
    traceback.print_exception(error, file=out)
    print(out.getvalue() == traceback.format_exc())
print(traceback.format_exception_only(ValueError("only")), traceback.format_exception_only(SyntaxError("bad", ("f.py", 1, 2, "x y\n", 1, 3))))
print(traceback.extract_stack()[-1].lineno, traceback.extract_stack()[-1].line)
sys.last_value = None
try:
    exec("def f(:", {})
except SyntaxError as error:
    print("".join(traceback.format_exception_only(error)), end="")
sys.excepthook(ValueError, ValueError("given to the hook"), None)
sys.stderr.flush()
