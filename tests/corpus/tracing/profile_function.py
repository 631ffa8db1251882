"""What a profile function hears: calls, returns, and calls of builtins."""
import sys

events = []


def profiler(frame, event, arg):
    if event.startswith("c_"):
        arg = arg.__qualname__
    elif event == "call":
        assert arg is None
    events.append((frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno, str(arg)))


class Spam:
    def __init__(self, x):
        self.x = x

    def method(self, *args, **kwargs):
        return len(args)

    @property
    def prop(self):
        return abs(self.x)

    def __len__(self):
        return 3


def gen():
    yield 1
    yield 2


def fails():
    raise KeyError("k")


def work():
    s = Spam(-1)
    s.method(1, 2, a=3)
    s.method(*[1], **{})
    s.prop
    len(s)
    [].append(1)
    list.append([], 1)
    "a,b".split(",")
    str.upper("x")
    print(end="")
    sorted([2, 1], key=lambda v: v)
    sorted(*[[3, 1]])
    max(1, 2, key=abs)
    for x in gen():
        pass
    try:
        fails()
    except KeyError:
        pass
    try:
        int("x")
    except ValueError:
        pass
    try:
        [].pop()
    except IndexError:
        pass
    try:
        len()
    except TypeError:
        pass
    dict(a=1)
    list((1, 2))
    isinstance(1, int)
    type(1)
    getattr(s, "x")
    return [abs(z) for z in (1, 2)]


def nested():
    work()


sys.setprofile(profiler)
nested()
sys.setprofile(None)
for event in events:
    print(*event)
print(sys.getprofile())
