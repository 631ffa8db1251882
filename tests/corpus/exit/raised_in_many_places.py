# status: 8
import sys


class Exits:
    def __init__(self, code):
        self.code = code

    def __repr__(self):
        sys.exit(self.code)

    def __iter__(self):
        raise SystemExit(self.code)

    def __del__(self):
        raise SystemExit("ignored in __del__")


for action in (lambda: repr(Exits(1)), lambda: list(Exits(2)), lambda: sorted([1], key=lambda v: sys.exit(3)), lambda: exec("raise SystemExit(4)")):
    try:
        action()
    except SystemExit as error:
        print("stopped with", error.code)


def generator():
    try:
        yield 1
    finally:
        print("generator closed")


g = generator()
next(g)
with open("/dev/null") as handle:
    for value in g:
        pass
    [sys.exit(v) for v in (8,)]
