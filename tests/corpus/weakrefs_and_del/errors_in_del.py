import sys


class Failing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        raise ValueError(f"in __del__ of {self.name}")

    def __repr__(self):
        return f"<Failing {self.name}>"


f = Failing("one")
del f
print("goes on", file=sys.stderr)


def function():
    local = Failing("two")


function()


class FailingRepr(Failing):
    def __repr__(self):
        raise RuntimeError("no repr")


FailingRepr("three")
try:
    raise KeyError("active")
except KeyError as error:
    Failing("four")
    print("the active error is still", repr(sys.exc_info()[1]), repr(error.__context__))
import weakref


class Plain: ...


p = Plain()


def callback(ref):
    return 1 / 0


r = weakref.ref(p, callback)
del p
print("end")
last = Failing("at exit")
