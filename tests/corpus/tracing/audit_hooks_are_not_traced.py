import sys

events = []


def hook(event, arguments):
    if event == "mine":
        events.append(event)


sys.addaudithook(hook)


def trace(frame, event, argument):
    events.append((frame.f_code.co_name, event))
    return trace


def profile(frame, event, argument):
    if event in ("call", "return"):
        events.append((frame.f_code.co_name, event))


def f():
    sys.audit("mine", 1)
    open(__file__).close()


sys.settrace(trace)
f()
sys.settrace(None)
sys.setprofile(profile)
f()
sys.setprofile(None)
print([event for event in events if event == "mine" or event[0] in ("f", "hook")])
