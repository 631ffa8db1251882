def f(*args, **kwargs):
    return args, kwargs


class Mapping:
    def keys(self):
        print("keys")
        return ["a", "b"]

    def __getitem__(self, key):
        print("getitem", key)
        return key * 2


def generate():
    print("started")
    yield 1
    yield 2
    print("finished")


print(f(*"ab", *[1], **{"x": 1}, y=2, **{"z": 3}))
print(f(*generate(), **Mapping()))
print(f(*(), **{}), f(*(1, 2)), f(**{"k": 1}))
args, kwargs = (1, 2), {"k": 3}
got_args, got_kwargs = f(*args, **kwargs)
print(got_args is args, got_kwargs is kwargs, got_kwargs == kwargs)
print(f(*{1: "one", 2: "two"}, *range(3), *b"ab"))
print(max(*[3, 1, 2]), dict(**{"a": 1}, b=2), print(*[1, 2], sep="-", **{"end": "!\n"}))


class Bad:
    def keys(self):
        raise ValueError("keys failed")


class BadIter:
    def __iter__(self):
        raise KeyError("iter failed")


for call in (lambda: f(**Bad()), lambda: f(*BadIter()), lambda: f(*1), lambda: f(**[1])):
    try:
        call()
    except (TypeError, ValueError, KeyError) as error:
        print(type(error).__name__, error)


def pass_on(function, /, *args, **kwargs):
    return function(*args, **kwargs)


print(pass_on(f, 1, function=2), pass_on(pass_on, pass_on, pass_on, f, 5, z=6))
