import io
import sys

print("a", 1, None, sep="-", end="!\n")
print(*range(3), sep="")
print()
print("error text", file=sys.stderr)
out = io.StringIO()
print("captured", file=out)
print(repr(out.getvalue()))


class Writer:
    def write(self, text):
        sys.__stdout__.write(f"<{text}>" if text != "\n" else "\n")


print("x", "y", file=Writer())
sys.stdout, saved = Writer(), sys.stdout
print("redirected")
sys.stdout = saved
sys.displayhook = lambda value: print("displayed", value)
exec(compile("1 + 1", "<d>", "single"))
for bad in (dict(sep=5), dict(end=b"x"), dict(file=5), dict(unknown=1)):
    try:
        print("x", **bad)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class Broken:
    def write(self, text):
        raise OSError("cannot write")


try:
    print("x", file=Broken())
except OSError as error:
    print(error)
sys.stdout = None
print("nowhere")
sys.stdout = saved
print("back", "ünïcödé", "日本", flush=True)
sys.stdout.buffer.write(b"bytes\n")
sys.stdout.flush()
