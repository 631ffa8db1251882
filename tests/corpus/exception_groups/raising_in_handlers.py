def describe(error, indent="  "):
    print(f"{indent}{error!r} cause={error.__cause__!r} context={error.__context__!r}")
    for inner in getattr(error, "exceptions", ()):
        describe(inner, indent + "  ")


def new_error():
    try:
        raise ExceptionGroup("eg", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise KeyError("new")


def both_raise():
    try:
        raise ExceptionGroup("eg", [ValueError(1), TypeError(2)])
    except* ValueError as group:
        raise KeyError("from value") from group
    except* TypeError:
        raise IndexError("from type")


def reraise():
    try:
        raise ExceptionGroup("eg", [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError:
        raise
    except* TypeError as group:
        pass


def nested_star():
    try:
        try:
            raise ExceptionGroup("outer", [ValueError(1), ExceptionGroup("inner", [TypeError(2), ValueError(3)])])
        except* TypeError as group:
            print("inner handler", repr(group))
    except* ValueError as group:
        print("outer handler", repr(group))


for function in (new_error, both_raise, reraise, nested_star):
    print(function.__name__)
    try:
        function()
    except BaseException as error:
        describe(error)
for bad in (ExceptionGroup, (ValueError, ExceptionGroup), 5):
    try:
        try:
            raise ExceptionGroup("eg", [ValueError(1)])
        except* bad:
            print("never")
    except TypeError as error:
        print(error)
