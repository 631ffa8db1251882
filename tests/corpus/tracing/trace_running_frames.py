"""Tracing that begins in frames that run already, by f_trace, and that ends early."""
import sys

events = []


def local(frame, event, arg):
    events.append((frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno))
    return local


def no_calls(frame, event, arg):
    return None


def begin():
    frame = sys._getframe().f_back
    while frame is not None:
        frame.f_trace = local
        frame = frame.f_back
    sys.settrace(no_calls)


def inner(x):
    a = 1
    begin()
    b = 2
    pass
    if x:
        b = 3
    return b


def middle(xs):
    found = []
    for x in xs:
        found.append(inner(x))
    return found


def key(v):
    inner(v)
    return v


def outer():
    middle([0, 1])
    sys.settrace(None)
    x = 1
    sorted([1, 2], key=key)
    pass
    while x < 3:
        x += 1
    return x


def once(frame, event, arg):
    events.append((frame.f_code.co_name, event))
    if event == "line":
        del frame.f_trace
    return once if event == "call" else None


def gen():
    yield 1
    yield 2


outer()
sys.settrace(None)
print(*events, sep="\n")
events.clear()
sys._getframe().f_trace = None
waiting = gen()
next(waiting)
sys.settrace(once)
inner_result = middle([0])
list(waiting)
sys.settrace(None)
print(*events, sep="\n")
print(sys._getframe().f_trace is local)
