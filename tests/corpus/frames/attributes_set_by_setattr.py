"""setattr and delattr on frames and functions, as assignments do."""

import sys


def ended():
    def inner():
        1 / 0

    try:
        inner()
    except ZeroDivisionError as error:
        return error.__traceback__.tb_next.tb_frame


for frame in (ended(), sys._getframe()):
    for name in ("f_trace_lines", "f_trace_opcodes"):
        for value in (False, True):
            setattr(frame, name, value)
            print(name, getattr(frame, name), frame.f_trace_lines, frame.f_trace_opcodes)
        try:
            setattr(frame, name, 1)
        except TypeError as error:
            print(error)
    setattr(frame, "f_trace_opcodes", False)
    setattr(frame, "f_trace", print)
    print(frame.f_trace is print)
    delattr(frame, "f_trace")
    print(frame.f_trace)
    for name, value in (("f_code", None), ("f_lineno", "x")):
        try:
            setattr(frame, name, value)
        except (AttributeError, ValueError) as error:
            print(type(error).__name__)


def one():
    return 1


def two():
    return 2


print(one())
setattr(one, "__code__", two.__code__)
print(one(), one.__code__ is two.__code__)
try:
    setattr(one, "__code__", 3)
except TypeError as error:
    print(error)
try:
    setattr(one, "__code__")
except TypeError as error:
    print(error)
try:
    delattr(one, "missing")
except AttributeError as error:
    print(error)
