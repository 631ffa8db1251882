import functools

calls = []


def record(tag):
    calls.append(f"make {tag}")

    def decorate(f):
        calls.append(f"apply {tag} to {f.__name__}")

        @functools.wraps(f)
        def wrapper(*args, **kwargs):
            calls.append(f"call {tag}")
            return f(*args, **kwargs)

        return wrapper

    return decorate


@record("outer")
@record("inner")
def work(a, *, b=2):
    "docs"
    return a + b


print(work(1), work(1, b=5), work.__name__, work.__doc__, work.__wrapped__.__wrapped__(3))
print(calls)


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(50), fib.cache_info())


@functools.singledispatch
def show(value):
    return f"any {value}"


@show.register
def _(value: int):
    return f"int {value}"


@show.register(list)
def _(value):
    return "list of " + ", ".join(map(show, value))


print(show("x"), show(5), show([1, "a", [2]]), show(True))


class Registry:
    names = []

    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)

    def __call__(self, f):
        self.names.append(f.__name__)
        return f


registry = Registry()


class Uses:
    held = registry

    @registry
    def method(self): ...

    @property
    @functools.cache
    def value(self):
        return "computed"

    @functools.cached_property
    def cached(self):
        print("once")
        return 7


u = Uses()
print(registry.names, u.value, u.cached, u.cached)
@(lambda f: f.__name__.upper())
def text(): ...
@[len, str][1]
class Made: ...
print(text, Made[:13])
