def simple(a, b=2):
    c = 3
    before = locals()
    d = 4
    after = locals()
    return sorted(before), sorted(after), before["a"]


def write(x):
    locals()["x"] = "changed?"
    locals()["new"] = 1
    return x, "new" in locals()


def cells(x):
    y = 1

    def inner():
        z = x + y
        return sorted(locals().items())

    return inner(), sorted(k for k in locals())


def deleted():
    x = 1
    del x
    return locals()


def generator(n):
    for i in range(n):
        yield dict(locals())


print(simple(1), write(5), cells(7), deleted(), list(generator(2)))
print([sorted(locals()) for q in range(1)], (lambda a: locals())(3), list(locals() for _ in (1,))[0].keys())
print(locals() is globals(), vars() is globals(), "simple" in dir())


class Body:
    a = 1
    locals()["injected"] = 2
    print(sorted(k for k in locals() if not k.startswith("__")), injected, sorted(k for k in vars() if not k.startswith("__")))


def dirs():
    b, a = 1, 2
    return dir(), sorted(vars())


print(Body.injected, dirs())
import sys


def frame_locals():
    value = 1
    frame = sys._getframe()
    snapshot = dict(frame.f_locals)
    value = 2
    return snapshot["value"], frame.f_locals["value"], value


def from_below():
    secret = "caller's local"
    return peek()


def peek():
    return sys._getframe(1).f_locals["secret"]


def on_error():
    doomed = [1, 2]
    1 / 0


print(frame_locals(), from_below())
try:
    on_error()
except ZeroDivisionError as error:
    print(error.__traceback__.tb_next.tb_frame.f_locals)
g = generator(3)
next(g)
print(sorted(g.gi_frame.f_locals.items()))
