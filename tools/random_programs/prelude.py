"""What random programs find in their namespace; executed in each anew."""
# mypy: ignore-errors

from itertools import islice


def show(*values):
    """Print values, shortened."""
    print(*(repr(value)[:200] for value in values))


def shown(value):
    show(value)
    return value


def show_error(error):
    """Print an error, its causes and the lines it went through."""
    lines = []
    entry = error.__traceback__
    while entry is not None:
        lines.append((entry.tb_frame.f_code.co_name, entry.tb_lineno, entry.tb_lasti >= 0))
        entry = entry.tb_next
    show(error, error.__cause__, error.__context__, error.__suppress_context__, lines)


def lim(value):
    """A value that has not grown too large."""
    if isinstance(value, int) and abs(value) > 10**30:
        return value % 1_000_003
    if isinstance(value, (str, list, tuple)) and len(value) > 8:
        return value[:8]
    if isinstance(value, dict) and len(value) > 8:
        return dict(islice(value.items(), 8))
    return value


class OwnError(Exception):
    pass


class Manager:
    """A context manager of both kinds."""

    def __init__(self, value, swallow=False):
        self.value, self.swallow = value, swallow

    def __enter__(self):
        show("enter", self.value)
        return self.value

    def __exit__(self, kind, error, trace):
        show("exit", self.value, kind, error)
        return self.swallow

    async def __aenter__(self):
        return await pause(self.__enter__())

    async def __aexit__(self, *given):
        return await pause(self.__exit__(*given))


class Pause:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


def pause(value):
    return Pause(value)


async def ticks(values):
    for value in values:
        yield await pause(value)


async def collect(values):
    return [value async for value in values]


def drive(coroutine):
    """Run a coroutine to its end; what it waits for comes back to it."""
    sent = None
    while True:
        try:
            sent = coroutine.send(sent)
        except StopIteration as stop:
            return stop.value


def sum_of(values):
    return sum(1 for _ in values)


def traced(name):
    def decorate(function):
        def wrapper(*given, **named):
            show("call", name, given, named)
            return function(*given, **named)

        return wrapper

    return decorate


class Meta(type):
    def __new__(cls, name, bases, namespace, **given):
        show("class", name, [each for each in namespace if not each.startswith("__")])
        return super().__new__(cls, name, bases, namespace, **given)


class Base:
    def __init__(self, value=0):
        self.value = value

    def __repr__(self):
        return f"<{type(self).__name__} {self.value!r}>"

    def __add__(self, other):
        return type(self)(self.value + getattr(other, "value", 1))

    def __eq__(self, other):
        return self.value == other.value

    def __lt__(self, other):
        return self.value < other.value

    def __getitem__(self, key):
        return (self.value, key)

    def __iter__(self):
        yield from (self.value, 1)

    def method(self, other):
        return [self.value, other]

    @property
    def double(self):
        return self.value * 2

    @staticmethod
    def static(value):
        return ("static", value)

    @classmethod
    def made(cls, value):
        return cls(value)
