class Traced:
    def __getattr__(self, name):
        print("getattr", name)
        if name.startswith("no"):
            raise AttributeError(f"really no {name}")
        return name.upper()

    def __setattr__(self, name, value):
        print("setattr", name, value)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        print("delattr", name)
        object.__delattr__(self, name)


t = Traced()
t.a = 1
t.a += t.b * 1 if False else 10
print(t.a, t.zzz, vars(t))
del t.a
print(t.a)
try:
    t.nothing
except AttributeError as error:
    print(error, error.name, error.obj is t)
print(getattr(t, "none", "default"), hasattr(t, "nobody"))
for source in ("None.x", "(1).x = 2", "object().y = 1", "del int.real", "print.z = 1", "t.__class__ = 3"):
    try:
        exec(source)
    except (AttributeError, TypeError) as error:
        print(source, "->", type(error).__name__, str(error).split(" at 0x")[0])
t.x, (t.y, *t.z) = 1, (2, 3, 4)
print(t.x, t.y, t.z)
