class OnlyEnter:
    def __enter__(self):
        return 1


class OnlyExit:
    def __exit__(self, *details):
        return 1


class OnInstance:
    def __init__(self):
        self.__enter__ = lambda: None
        self.__exit__ = lambda *d: None


class ExitTruth:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        return self

    def __bool__(self):
        raise RuntimeError("truth of the result")


for thing in (OnlyEnter(), OnlyExit(), OnInstance(), 5, None):
    try:
        with thing:
            print("never")
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
try:
    with ExitTruth():
        raise ValueError("body")
except RuntimeError as error:
    print(error, repr(error.__context__))
with ExitTruth() as fine:
    print("no exception, result is not tested")
