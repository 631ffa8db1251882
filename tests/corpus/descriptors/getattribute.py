class Watcher:
    value = 5

    def __init__(self):
        self.own = 1

    def __getattribute__(self, name):
        print("getattribute", name)
        if name == "fail":
            raise AttributeError("told to fail")
        if name == "explode":
            raise RuntimeError("no attribute error")
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        return f"getattr {name}"

    def method(self):
        return self.own + self.value

    def __len__(self):
        return 3


w = Watcher()
print(w.own, w.method(), w.fail, w.missing, len(w), hasattr(w, "fail"), getattr(w, "zz", 1))
try:
    w.explode
except RuntimeError as error:
    print(error)
w.own += 1
print(w.__dict__, w.__class__.__name__)


class Bound:
    def __init__(self, f):
        self.f = f

    def __get__(self, instance, owner):
        print("bind", instance is not None)
        return lambda *a: self.f(instance, *a)


class Uses:
    @Bound
    def method(self, x):
        return (type(self).__name__, x)

    def __getattr__(self, name):
        if name.startswith("dyn_"):
            return lambda *a, **k: (name, a, k)
        raise AttributeError(name)


u = Uses()
print(u.method(1), Uses.method(2), u.dyn_call(1, k=2))
try:
    u.other()
except AttributeError as error:
    print(error)
