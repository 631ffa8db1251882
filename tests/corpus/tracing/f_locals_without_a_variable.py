"""A trace function takes variables out of f_locals: what the frame has then."""

import sys
import warnings

warnings.simplefilter("always")


def function():
    plain = 1
    captured = 2

    def inner():
        return captured

    print("here")
    try:
        print(plain)
    except UnboundLocalError as error:
        print(error)
    try:
        print(inner())
    except NameError as error:
        print(error)
    try:
        print(captured)
    except NameError as error:
        print(error)


def trace(frame, event, argument):
    if event == "line" and frame.f_lineno == 16:
        values = frame.f_locals
        for name in ("plain", "captured"):
            try:
                del values[name]
            except (TypeError, ValueError) as error:  # PEP 667
                print(error)
        sys.settrace(None)
        return None
    return trace


sys.settrace(trace)
function()
