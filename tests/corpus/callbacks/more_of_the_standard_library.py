import collections
import contextlib
import copyreg
import functools
import graphlib
import io
import operator
import queue
import sched
import shlex
import string
import struct
import types


@functools.total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts


print(Version("1.2") >= Version("1.1"), Version("1") != Version("1"), max(map(Version, ["1.9", "1.10"])).parts)


class Shape:
    @functools.singledispatchmethod
    def scale(self, by):
        raise TypeError(f"no {type(by).__name__}")

    @scale.register
    def _(self, by: int):
        return f"int {by}"

    @scale.register
    @classmethod
    def _(cls, by: str):
        return f"{cls.__name__} {by}"

    cached = functools.cached_property(lambda self: print("computed") or 5)
    part = functools.partialmethod(lambda self, a, b: (a, b), 1)


s = Shape()
print(s.scale(2), s.scale("x"), s.cached, s.cached, s.part(2))
try:
    s.scale(2.5)
except TypeError as error:
    print(error)


class Track(contextlib.ContextDecorator):
    def __enter__(self):
        print("track in")

    def __exit__(self, *details):
        print("track out", details[0])


@Track()
def tracked(n):
    return n + 1


print(tracked(1))
made = types.new_class("Made", (Shape,), {}, lambda namespace: namespace.update(extra=lambda self: "extra"))
print(made().extra(), types.SimpleNamespace(a=1, b=lambda: 2).b(), types.MappingProxyType({"k": 1})["k"])


class UserD(collections.UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


print(UserD(a=1, b=2), collections.defaultdict(lambda: "made", x=1)["y"], collections.deque(maxlen=2))
order = graphlib.TopologicalSorter({"a": {"b"}, "b": {"c"}})
print(list(order.static_order()))
timeline, now = [], [0]
scheduler = sched.scheduler(lambda: now[0], lambda n: now.__setitem__(0, now[0] + n))
scheduler.enter(2, 1, timeline.append, ("second",))
scheduler.enter(1, 1, timeline.append, ("first",))
scheduler.run()
print(timeline, now, shlex.split("a 'b c'"), struct.unpack("<hb", struct.pack("<hb", 5, -1)))


class Upper(io.TextIOBase):
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text.upper())
        return len(text)


u = Upper()
print("shouted", file=u)
u.writelines(["more", "\n"])
print(u.parts)


class Raw(io.RawIOBase):
    def readable(self):
        return True

    def readinto(self, buffer):
        data = b"line one\nline two\n"[self.at : self.at + len(buffer)] if hasattr(self, "at") else b""
        self.at = getattr(self, "at", 0) + len(data)
        buffer[: len(data)] = data
        return len(data)


raw = Raw()
raw.at = 0
print(io.TextIOWrapper(io.BufferedReader(raw)).readlines())
f = string.Formatter()
print(f.format("{0} {a.real} {b[k]!r:>5}", 1, a=2, b={"k": "v"}), operator.attrgetter("real", "imag")(3))
q = queue.PriorityQueue()
for item in ((2, "b"), (1, "a")):
    q.put(item)
print(q.get(), q.get(), functools.reduce(lambda a, b: a | {b: len(a)}, "abc", {}), copyreg.dispatch_table is not None)
