# status: 1
import contextlib


@contextlib.contextmanager
def connection(name):
    if name == "bad":
        raise ConnectionError(name)
    yield name


def use(names):
    for name in names:
        with connection(name) as opened:
            print("opened", opened)


use(["good", "bad"])
