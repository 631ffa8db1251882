import sys


def failing(a):
    held = [a]
    raise ValueError(held)


try:
    failing(1)
except ValueError as error:
    frame = error.__traceback__.tb_next.tb_frame
print(sorted(frame.f_locals), frame.f_lineno, frame.f_code.co_name)
frame.clear()
print(dict(frame.f_locals))


def running():
    try:
        sys._getframe().clear()
    except RuntimeError as error:
        return str(error)


print(running())


def gen():
    try:
        yield 1
    finally:
        print("cleared")


g = gen()
next(g)
try:
    g.gi_frame.clear()
except RuntimeError as error:
    print(error)
print(list(g), g.gi_frame)
for attribute, value in (("f_code", 1), ("f_back", None), ("f_lineno", 5), ("f_lasti", 1), ("f_trace", 1), ("f_builtins", {})):
    try:
        setattr(sys._getframe(), attribute, value)
        print(attribute, "set")
    except (AttributeError, ValueError, TypeError) as error:
        print(attribute, type(error).__name__)
import types

try:
    types.FrameType()
except TypeError as error:
    print(error)
print(type(sys._getframe()).__name__, repr(sys._getframe()).split(",")[1:])
