import sys

events = []


def tracer(frame, event, argument):
    if frame.f_code.co_filename != __file__:
        return None
    shown = argument if event == "return" else argument[0].__name__ if event == "exception" else None
    events.append((event, frame.f_code.co_name, frame.f_lineno, shown))
    return tracer


def traced(n):
    total = 0
    for i in range(n):
        total += i
    return total


def fails():
    try:
        traced("x")
    except TypeError:
        return "handled"


print(sys.gettrace())
sys.settrace(tracer)
traced(2)
fails()
sys.settrace(None)
for event in events:
    print(event)
events.clear()


def profiler(frame, event, argument):
    name = argument.__name__ if event.startswith("c_") else frame.f_code.co_name
    if frame.f_code.co_filename == __file__:
        events.append((event, name))


sys.setprofile(profiler)
traced(1)
len([])
sys.setprofile(None)
for event in events:
    print(event)
