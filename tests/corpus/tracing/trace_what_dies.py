import sys

events = []


class Mortal:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        events.append(f"del {self.name}")


def trace(frame, event, argument):
    if frame.f_code.co_name in {"__init__", "__del__"}:
        return None
    if event != "line":
        events.append(f"{event} {frame.f_code.co_name} {frame.f_lineno - frame.f_code.co_firstlineno}")
    return trace


def profile(frame, event, argument):
    if frame.f_code.co_name in {"raises", "through", "nothing_but_stack", "generates", "ends_in_cleanup"}:
        events.append(f"profile {event} {frame.f_code.co_name}")


def raises(argument):
    first, second = Mortal("first"), Mortal("second")
    for item in [Mortal("of a list")]:
        [Mortal("on the stack"), 1 / 0]


def through(argument):
    inner = Mortal("inner")
    return [Mortal("pending"), raises(Mortal("argument of raises"))]


def nothing_but_stack():
    return [Mortal("deep"), (Mortal("deeper"), {}["k"])]


def ends_in_cleanup(argument):
    local = Mortal("local")
    try:
        for item in Mortal("iterated"), Mortal("item 2"):
            raises(Mortal("inside"))
    finally:
        argument = [Mortal("in finally")]


def generates(argument):
    local = Mortal("generator's")
    yield [Mortal("sent over"), (yield 1)]


def thrown():
    generator = generates(Mortal("generator's argument"))
    next(generator)
    return generator.throw(KeyError("thrown"))


def make_class():
    class Body:
        attribute = Mortal("attribute")
        [Mortal("in the body"), 1 / 0]


def called_back(_):
    held = Mortal("held")
    raise LookupError


def native_between():
    return [Mortal("outer"), sorted([Mortal("sorted")], key=called_back)]


def handles():
    kept = Mortal("kept")
    try:
        through(Mortal("argument"))
    except ZeroDivisionError as error:
        events.append("handled")
    events.append("left")


def catches(action):
    try:
        action()
    except Exception as error:
        events.append(f"caught {type(error).__name__}")
        error = None
    events.append("behind")


def run(action):
    events.append(f"# {action.__name__}")
    catches(action)


ACTIONS = [handles, nothing_but_stack, lambda: ends_in_cleanup(Mortal("argument")), thrown, make_class, native_between]
for setter, function in ((None, None), (sys.settrace, trace), (sys.setprofile, profile)):
    for action in ACTIONS:
        if setter:
            setter(function)
        run(action)
        if setter:
            setter(None)
print(*events, sep="\n")
