import builtins

out = print
saved = dict(vars(builtins))


def broken(*args, **kwargs):
    raise SystemError("a replaced builtin was called")


def work(n):
    total = 0
    for i in [1, 2, 3]:
        total += i * n
    a, *b = (x for x in [total, n, 4])
    d = {"k": a, **{"z": b}}

    class Local:
        attribute = d["k"]

        def __init__(self, v):
            self.v = v

        def get(self):
            return [self.v, f"{self.v!r:>4}", *b]

    def generator():
        try:
            yield Local(5).get()
        finally:
            total = 1
        yield (lambda *args, k=1, **kw: (args, k, kw))(1, k=2, z=3)

    try:
        {}["missing"]
    except KeyError as error:
        caught = error.args
    match d:
        case {"k": found, **rest}:
            pass
    with Manager() as m:
        pass
    return [*generator()], Local.attribute, caught, found, rest, m, n if n > 2 else -n


class Manager:
    def __enter__(self):
        return "m"

    def __exit__(self, *details):
        return None


work(1)
keep = {"__build_class__", "__import__", "__name__", "__spec__", "__doc__", "__loader__", "__debug__"}
replaced = [n for n, v in saved.items() if callable(v) and n not in keep and not (isinstance(v, type) and issubclass(v, BaseException))]
try:
    for name in replaced:
        saved["setattr"](builtins, name, broken)
    result = work(3)
finally:
    for name, value in saved.items():
        saved["setattr"](builtins, name, value)
out(len(replaced) > 60, result)
out(len("abc"), type(5), isinstance(5, int))
