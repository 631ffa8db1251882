"""Opcode events: f_trace_opcodes, f_trace_lines, f_lasti."""
import dis
import sys

events = []


def code_at(frame):
    return dis.opname[frame.f_code.co_code[frame.f_lasti]]


def tracer(frame, event, arg):
    if frame.f_code.co_name not in ("f", "g", "h"):
        return None
    if event == "call":
        frame.f_trace_opcodes = True
        frame.f_trace_lines = frame.f_code.co_name != "g"
        print(frame.f_trace_lines, frame.f_trace_opcodes, frame.f_trace is None)
    events.append((frame.f_code.co_name, event, frame.f_lineno, frame.f_lasti))
    return tracer


def f(x):
    for i in range(2):
        x += i
    if x > 2:
        return g(x)
    return x


def g(n):
    try:
        yield n
        n.foo
    except AttributeError:
        pass


def h():
    total = 0
    while total < 3: total += 1
    return [a for a in f(total)]


sys.settrace(tracer)
h()
f(0)
sys.settrace(None)
for event in events:
    print(*event)
for value in (1, "x"):
    try:
        sys._getframe().f_trace_lines = value
    except TypeError as error:
        print(error)
