# requires: 3.12
"""sys.monitoring: every event of guest code, local events, DISABLE, restart_events."""
import sys

mon = sys.monitoring
E = mon.events
TOOL = 3
heard = []


def note(name):
    def callback(code, *args):
        if code.co_name in ("run", "note", "callback"):
            return None
        shown = []
        for arg in args:
            if isinstance(arg, BaseException):
                arg = repr(arg)
            elif callable(arg):
                arg = arg.__qualname__
            elif arg is mon.MISSING:
                arg = "MISSING"
            elif type(arg) not in (int, str):
                arg = type(arg).__name__
            shown.append(arg)
        heard.append((name, code.co_qualname, *shown))

    return callback


def run(function, *names):
    bits = 0
    for name in names:
        mon.register_callback(TOOL, getattr(E, name), note(name))
        bits |= getattr(E, name)
    bits &= ~(E.C_RETURN | E.C_RAISE) if "CALL" not in names else ~0
    mon.set_events(TOOL, bits)
    try:
        function()
    except Exception as error:
        heard.append(repr(error))
    mon.set_events(TOOL, 0)
    for name in names:
        mon.register_callback(TOOL, getattr(E, name), None)
    print("--", function.__name__, *names)
    for event in heard:
        print(*event) if type(event) is tuple else print(event)
    heard.clear()


class Spam:
    def __init__(self):
        self.x = 1

    def method(self, a):
        return a

    @classmethod
    def made(cls):
        return cls()


def gen(n):
    for i in range(n):
        yield i
    return "end"


def delegating():
    x = yield from gen(1)
    return x


def calls():
    s = Spam()
    s.method(1)
    Spam.made()
    len("abc")
    abs(-1)
    print(end="")
    f = s.method
    f(2)
    max(*[1, 2])
    s.method(**{"a": 3})
    try:
        int("z")
    except ValueError:
        pass


def loops():
    total = 0
    for i in range(2):
        if i:
            total += 1
        else:
            total -= 1
    while total < 1:
        total += 1
    for x in gen(1): pass
    return None if total is None else total


def divides():
    return 1 / 0


def raising():
    try:
        try:
            divides()
        except ZeroDivisionError as error:
            raise KeyError("k") from error
    except KeyError:
        pass
    list(delegating())
    g = gen(3)
    next(g)
    try:
        g.throw(ValueError("thrown"))
    except ValueError:
        pass
    raise RuntimeError("out")


mon.use_tool_id(TOOL, "test")
print(mon.get_tool(TOOL))
run(calls, "PY_START", "PY_RETURN", "CALL", "C_RETURN", "C_RAISE")
run(loops, "LINE")
run(loops, "INSTRUCTION")
run(loops, "JUMP", "PY_YIELD", "PY_RESUME")
if hasattr(E, "BRANCH_LEFT"):
    run(loops, "BRANCH_LEFT", "BRANCH_RIGHT")
else:
    run(loops, "BRANCH")
run(raising, "RAISE", "RERAISE", "EXCEPTION_HANDLED", "PY_UNWIND", "PY_THROW")


def small(x):
    x += 1
    x += 1
    return x


lines = []


def line_once(code, line):
    lines.append(line - code.co_firstlineno)
    return mon.DISABLE


mon.register_callback(TOOL, E.LINE, line_once)
mon.set_local_events(TOOL, small.__code__, E.LINE)
print(mon.get_local_events(TOOL, small.__code__) == E.LINE, mon.get_events(TOOL))
small(1)
small(1)
gen(1)
print(lines)
mon.restart_events()
small(1)
print(lines)
mon.set_local_events(TOOL, small.__code__, 0)
small(1)
print(len(lines), mon.register_callback(TOOL, E.LINE, None) is line_once)


def fails(code, offset):
    raise LookupError("callback")


mon.register_callback(TOOL, E.PY_START, fails)
mon.set_events(TOOL, E.PY_START)
try:
    small(1)
except LookupError as error:
    print(repr(error))
mon.set_events(TOOL, 0)
for bad in (
    lambda: mon.set_events(TOOL, -1),
    lambda: mon.set_events(5, 1),
    lambda: mon.set_events(9, 1),
    lambda: mon.set_events(TOOL, E.C_RETURN),
    lambda: mon.set_local_events(TOOL, 3, 1),
    lambda: mon.register_callback(TOOL, 3, None),
    lambda: mon.use_tool_id(TOOL, "again"),
    lambda: mon.get_local_events(TOOL, None),
):
    try:
        bad()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
mon.free_tool_id(TOOL)
print(mon.get_tool(TOOL), mon._all_events())
