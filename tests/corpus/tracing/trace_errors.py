"""Trace functions that fail, that return None, that look at their own state."""
import sys
import traceback


def run(tracer, function=None):
    sys.settrace(tracer)
    try:
        (function or target)(2)
    except BaseException as error:
        sys.settrace(None)
        traceback.print_exc(file=sys.stdout)
        print(repr(error), repr(error.__context__))
    print(sys.gettrace() is tracer)
    sys.settrace(None)


def target(n):
    x = n + 1
    try:
        other(x)
    except KeyError:
        x = 0
    return x


def other(x):
    raise KeyError(x)


def fails_at(name, when):
    def tracer(frame, event, arg):
        if event == when and frame.f_code.co_name == name:
            raise RuntimeError(event)
        return tracer

    return tracer


for when in ("call", "line", "return", "exception"):
    for name in ("target", "other"):
        run(fails_at(name, when))


def counting(frame, event, arg):
    seen.append((frame.f_code.co_name, event))
    helper()
    assert sys.gettrace() is counting
    return None if event == "call" and frame.f_code.co_name == "other" else counting


def helper():
    seen.append("helper, not traced")


seen = []
run(counting)
print(*seen, sep="\n")


def calls_tracing(frame, event, arg):
    if event == "line" and frame.f_code.co_name == "target":
        seen.append("outer line")
        sys.call_tracing(other_traced, (1,))
    elif frame.f_code.co_name == "other_traced":
        seen.append(event)
    return calls_tracing


def other_traced(x):
    x += 1
    return x


seen.clear()
run(calls_tracing)
print(*seen, sep="\n")


def profile_fails(frame, event, arg):
    if event == "c_call":
        raise RuntimeError("profile")


def uses_builtin(n):
    return abs(n)


sys.setprofile(profile_fails)
try:
    uses_builtin(1)
except RuntimeError as error:
    print(repr(error))
print(sys.getprofile())
for bad in ((), (1, 2)):
    try:
        sys.settrace(*bad)
    except TypeError as error:
        print(error)
