# status: 1
import re


class Bad:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        raise ValueError(f"{self.name}.__eq__")

    def __hash__(self):
        return 1

    def __lt__(self, other):
        raise TypeError(f"{self.name}.__lt__")

    def __repr__(self):
        raise RuntimeError(f"{self.name}.__repr__")

    def __bool__(self):
        raise ArithmeticError(f"{self.name}.__bool__")

    def __iter__(self):
        yield 1
        raise OSError(f"{self.name}.__iter__")

    def __format__(self, spec):
        raise KeyError(f"{self.name}.__format__")


a, b = Bad("a"), Bad("b")
for action in (
    lambda: {a: 1, b: 2},
    lambda: {a: 1}[b],
    lambda: a in [b],
    lambda: [b].index(a),
    lambda: sorted([a, b]),
    lambda: max(a, b),
    lambda: repr([a]),
    lambda: str({"k": a}),
    lambda: "%r" % a,
    lambda: "{}".format(a),
    lambda: f"{a}",
    lambda: any([a]),
    lambda: list(filter(None, [a])),
    lambda: list(a),
    lambda: sum(a),
    lambda: dict(a),
    lambda: "".join(a),
    lambda: print(a),
    lambda: re.sub("x", lambda m: a.name + 1, "x"),
    lambda: min([1, 2], key=lambda v: a.missing),
):
    try:
        action()
    except Exception as error:
        tb, names = error.__traceback__, []
        while tb:
            names.append(f"{tb.tb_frame.f_code.co_name}:{tb.tb_lineno}")
            tb = tb.tb_next
        print(type(error).__name__, error, names)
print({a: 1, "s": [b]})
