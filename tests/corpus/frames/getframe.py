import sys


def where():
    frame = sys._getframe()
    return frame.f_code.co_name, frame.f_lineno, frame.f_back.f_code.co_name, frame.f_back.f_lineno


def caller():
    result = where()
    return result


class C:
    here = sys._getframe().f_code.co_name
    outer = sys._getframe(1).f_code.co_name
    names = sorted(n for n in sys._getframe().f_locals if not n.startswith("__"))

    def method(self):
        local = 1
        frame = sys._getframe()
        return sorted(frame.f_locals), frame.f_globals is globals(), frame.f_builtins["len"] is len, frame.f_code is C.method.__code__

    @property
    def prop(self):
        return sys._getframe(1).f_code.co_name


print(where(), caller())
print(C.here, C.outer, C.names, C().method(), C().prop)
print((lambda: sys._getframe().f_code.co_name)(), [sys._getframe(0).f_code.co_name == "<module>" or "comprehension" for _ in range(1)][0] is not None)


def gen():
    yield sys._getframe().f_code.co_name, sys._getframe(1).f_code.co_name
    yield sys._getframe(1).f_lineno


g = gen()
print(next(g))


def advance(g):
    return next(g)


print(advance(g), g.gi_frame.f_lineno, g.gi_frame.f_back)
print(sorted([1], key=lambda v: print(sys._getframe(1).f_code.co_name) or v))
try:
    sys._getframe(1000)
except ValueError as error:
    print(error)
depth, frame = 0, sys._getframe()
while frame:
    depth, frame = depth + 1, frame.f_back
print(depth)


def stack():
    names, frame = [], sys._getframe()
    while frame:
        names.append(f"{frame.f_code.co_name}:{frame.f_lineno}")
        frame = frame.f_back
    return names


def through(f):
    return list(map(lambda _: f(), [0]))[0]


print(through(stack))
module_frame = sys._getframe()
print(module_frame.f_locals is globals(), module_frame.f_code.co_filename == __file__, module_frame.f_lineno, module_frame.f_back)
print(module_frame.f_trace, module_frame.f_lasti > 0, exec("print(sys._getframe().f_code.co_filename, sys._getframe(1).f_code.co_name)"))
print(eval("sys._getframe().f_code.co_name"))


class Meta(type):
    def __call__(cls):
        return sys._getframe(1).f_code.co_name


class M(metaclass=Meta): ...


def instantiates():
    return M()


print(instantiates())
import collections

print(collections.namedtuple("N", "a").__module__)
