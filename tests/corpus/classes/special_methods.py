class Everything:
    log = []

    def __new__(cls, *args, **kwargs):
        cls.log.append(("new", args, kwargs))
        return super().__new__(cls)

    def __init__(self, *args, **kwargs):
        self.log.append(("init", args, kwargs))

    def __init_subclass__(cls, /, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        print("init_subclass", cls.__name__, tag)

    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item!r}]"

    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"

    def __format__(self, spec):
        return f"<{spec}>"

    def __dir__(self):
        return ["z", "a"]

    def __sizeof__(self):
        return 5

    def __instancecheck__(self, instance):
        return "never on instances"

    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return "deep"

    def __reduce__(self):
        return (str, ("reduced",))

    def __missing__(self, key):
        return key

    def __fspath__(self):
        return "/path"

    def __eq__(self, other):
        return True

    __hash__ = None


class Child(Everything, tag="t"): ...


e = Everything(1, k=2)
print(Everything.log, str(e), repr(e), f"{e:spec}", f"{e}", f"{e!r}", "%s %r" % (e, e))
print(dir(e), Everything["x"], Child[1, 2], isinstance(e, Everything))
import copy, os, pickle

print(copy.copy(e), copy.deepcopy(e), pickle.loads(pickle.dumps(e)), os.fspath(e), e == 5, e != 5)
try:
    hash(e)
except TypeError as error:
    print(error)
try:
    class Bad(Everything, unknown=1): ...
except TypeError as error:
    print(error)
try:
    class Worse(int, tag=1): ...
except TypeError as error:
    print(error)


class BadStr:
    def __str__(self):
        return 5

    def __repr__(self):
        return b"x"

    def __format__(self, spec):
        return 3

    def __bool__(self):
        return "x"

    def __len__(self):
        return "y"

    def __index__(self):
        return 1.5

    def __hash__(self):
        return "h"

    def __iter__(self):
        return 3

    def __int__(self):
        return "i"

    def __dir__(self):
        return 5

    def __bytes__(self):
        return "b"


for function in (str, repr, format, bool, len, hex, hash, iter, int, dir, bytes, float, list, reversed, abs, round):
    try:
        print(function(BadStr()))
    except (TypeError, AttributeError) as error:
        print(function.__name__, "->", type(error).__name__, error)
