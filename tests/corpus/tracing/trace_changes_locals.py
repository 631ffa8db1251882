"""A trace function that reads and changes local variables."""
import sys


def tracer(frame, event, arg):
    if event == "line" and frame.f_code.co_name in ("f", "cells", "gen"):
        values = frame.f_locals
        shown = {k: v for k, v in values.items() if not callable(v)}
        print(frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, shown)
        if "x" in values and values["x"] == 1:
            values["x"] = 100
        if "c" in values and values["c"] == 1:
            values["c"] = 50
    return tracer


def f(a):
    x = 1
    y = x + a
    del y
    return x


def cells(a):
    c = 1

    def inner():
        return c + a

    return inner()


def gen():
    x = 1
    yield x
    x = 1
    yield x


sys.settrace(tracer)
results = f(2), cells(3), list(gen())
sys.settrace(None)
print(results)
