import contextlib
import io


@contextlib.contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as error:
        print("caught", error)
    finally:
        print(f"</{name}>")


with tag("a") as upper, tag("b"):
    print(upper)
    raise ValueError("inside")
try:
    with tag("c"):
        raise KeyError("through")
except KeyError as error:
    print(repr(error))


@tag("decorated")
def work(n):
    return n * 2


print(work(4))
with contextlib.suppress(ZeroDivisionError, KeyError):
    1 / 0
    print("never")
with contextlib.ExitStack() as stack:
    for name in "xyz":
        stack.enter_context(tag(name))
    stack.callback(print, "callback", sep="!")
out = io.StringIO()
with contextlib.redirect_stdout(out):
    print("captured")
print(repr(out.getvalue()))
with contextlib.closing(io.StringIO("text")) as text:
    print(text.read())
print(text.closed)
with contextlib.nullcontext(5) as n:
    print(n)
