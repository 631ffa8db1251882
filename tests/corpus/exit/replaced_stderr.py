# status: 1
import io
import sys


class Prefix(io.TextIOBase):
    def write(self, text):
        sys.__stdout__.write("".join(f"err| {line}\n" for line in text.splitlines()))
        return len(text)


sys.stderr = Prefix()
print("to the replaced stream", file=sys.stderr)


def fails():
    raise ValueError("shown on the replaced stream")


fails()
