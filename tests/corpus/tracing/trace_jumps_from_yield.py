# requires: 3.14
"""A trace function that sets f_lineno as a generator yields: it goes on there, without yielding."""

import sys

out = []


def numbers():
    out.append(2)
    x = yield 3
    out.append(x)
    yield 4


def trace(frame, event, arg):
    if frame.f_code.co_name != "numbers":
        return None
    if event == "return" and len(out) < 3:
        frame.f_lineno = frame.f_code.co_firstlineno + 1
    return trace


def run():
    generator = numbers()
    print(next(generator))
    print(generator.send("sent"))
    generator.close()


sys.settrace(trace)
run()
sys.settrace(None)
print(out)
