import functools


class Deep:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"[{Deep(self.n - 1)!r}]" if self.n else "bottom"

    def __eq__(self, other):
        return self.n == other.n or Deep(self.n - 1) == Deep(other.n - 1)

    def __getattr__(self, name):
        raise AttributeError(name)

    def __lt__(self, other):
        return sorted([Deep(self.n + 1), Deep(other.n + 1)])


print(repr(Deep(30)))
try:
    Deep(1) < Deep(2)
except RecursionError as error:
    print(type(error).__name__)


class Infinite:
    def __repr__(self):
        return f"{self!r}"

    def __hash__(self):
        return hash(self)

    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __getitem__(self, key):
        return self[key]


def mapped(n):
    return list(map(mapped, [n]))


for action in (lambda: repr(Infinite()), lambda: hash(Infinite()), lambda: Infinite().attribute, lambda: Infinite()[0], lambda: mapped(1)):
    try:
        action()
    except RecursionError as error:
        print(type(error).__name__, str(error).partition(" while")[0].partition(" in ")[0])


@functools.lru_cache
def cached(n):
    return 0 if n == 0 else cached(n - 1) + 1


print(cached(50), functools.reduce(lambda a, b: a + b, range(10)))
