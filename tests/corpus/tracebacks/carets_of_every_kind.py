import traceback


class Thing:
    def __getattr__(self, name):
        raise AttributeError(name)

    def __getitem__(self, key):
        raise KeyError(key)

    def __call__(self, *args, **kwargs):
        raise TypeError("call")

    def __add__(self, other):
        raise ValueError("add")

    def __iter__(self):
        raise IndexError("iter")

    def __enter__(self):
        raise OSError("enter")

    def __exit__(self, *details): ...

    def __bool__(self):
        raise ValueError("bool")

    def __eq__(self, other):
        raise ValueError("eq")

    def __neg__(self):
        raise ValueError("neg")

    def __contains__(self, item):
        raise ValueError("contains")

    def __setitem__(self, key, value):
        raise ValueError("setitem")

    def __format__(self, spec):
        raise ValueError("format")


def with_block(t):
    with t as x, t:
        pass


def unpack(t):
    a, b = 1, 2; c, *d = t


def loop(t):
    for item in t:
        pass


def multi(t):
    return [
        1,
        t(
            5,
            key=6,
        ),
    ]


def fstring(t):
    return f"before {t!r:>5} and {t:x}"


functions = [
    lambda t: 1 + t.name.other,
    lambda t: t["key"]["other"],
    lambda t: t(1, 2)(3),
    lambda t: (1 + 2) * (t + 3),
    lambda t: [*t],
    lambda t: 1 if t else 2,
    lambda t: 1 < 2 and t == 3,
    lambda t: abs(-t),
    lambda t: 5 in t,
    lambda t: t.__setitem__(1, 2),
    lambda t: [x for x in t],
    lambda t: print(*t),
    lambda t: not t,
    with_block,
    unpack,
    loop,
    multi,
    fstring,
]
for function in functions:
    try:
        function(Thing())
    except Exception as error:
        frame = traceback.extract_tb(error.__traceback__)[1]
        print(frame.lineno, frame.end_lineno, frame.colno, frame.end_colno, frame.line)
        print("".join(traceback.format_exception(error)).split("\n", 3)[3])
