# requires: 3.13
import sys


def poke():
    frame = sys._getframe(1)
    frame.f_locals["value"] = "poked"
    frame.f_locals["extra"] = "extra"
    frame.f_locals["cell"] = "poked cell"


def victim():
    value = cell = "original"
    probe = lambda: cell
    poke()
    return value, probe(), "extra" in locals(), sys._getframe().f_locals["extra"]


print(victim())


def proxy():
    a, b = 1, 2
    f = sys._getframe().f_locals
    print(type(f).__name__, len(f) > 1, "a" in f, f.get("zz"), sorted(k for k in f if len(k) == 1))
    f["a"] += 10
    f.update({"b": 20})
    try:
        del f["a"]
    except (TypeError, ValueError) as error:
        print(error)
    try:
        f["missing"]
    except KeyError as error:
        print(repr(error))
    independent = locals()
    independent["a"] = "no effect"
    return a, b


print(proxy())


def generator():
    x = 1
    yield x
    yield x


g = generator()
next(g)
g.gi_frame.f_locals["x"] = 99
print(next(g))
try:
    exec("value = 1 / 0", {}, {})
except ZeroDivisionError as error:
    print(error.__traceback__.tb_next.tb_frame.f_locals)


def updated(a):
    f = sys._getframe().f_locals
    for arguments, keywords in (
        ((), {}), (({"a": 2}, {}), {}), ((3,), {}), (({"a": 4},), {"b": 1}), (({"a": 5},), {}),
        (([("a", 6)],), {}), ((f,), {}),
    ):  # fmt: skip
        try:
            print(f.update(*arguments, **keywords), a)
        except TypeError as error:
            print(error, a)


updated(1)
