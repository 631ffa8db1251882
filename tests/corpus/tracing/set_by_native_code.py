import functools
import sys

events = []


def trace(frame, event, argument):
    events.append((frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno))
    return trace


def traced(n):
    total = 0
    for i in range(n):
        total += i
    return total


def also_traced():
    try:
        traced("")
    except TypeError:
        return "caught"


list(map(sys.settrace, [trace]))
print(traced(2))
sys.settrace(None)
functools.partial(sys.settrace, trace)()
print(also_traced())
sys.settrace(None)
also_traced()
print(*events, sep="\n")
