"""Where a hook for errors that cannot be raised fails itself, the message names that hook."""

import sys


class Dies:
    def __del__(self):
        raise ValueError("dies")


class Hook:
    def __repr__(self):
        return "<a hook>"

    def __call__(self, unraisable):
        raise KeyError("hook fails")


def hook(unraisable):
    raise KeyError("hook fails")


class Message:
    text = ""

    def write(self, text):
        self.text += text

    def flush(self):
        pass


for failing in (Hook(), hook, len, sys.__unraisablehook__):
    errors, sys.stderr = sys.stderr, Message()
    sys.unraisablehook = failing
    Dies()
    written, sys.stderr = sys.stderr.text, errors
    print(repr(failing) in written, sys.unraisablehook is failing)
    print(*[line for line in written.splitlines() if " at 0x" not in line], sep="\n")
