def describe(error):
    parts = []
    while error is not None:
        parts.append(f"{type(error).__name__}({error}) suppress={error.__suppress_context__}")
        error = error.__cause__ or error.__context__
    return " <- ".join(parts)


def implicit():
    try:
        {}["first"]
    except KeyError:
        raise ValueError("second")


def explicit():
    try:
        implicit()
    except ValueError as error:
        raise TypeError("third") from error


def hidden():
    try:
        explicit()
    except TypeError:
        raise RuntimeError("clean") from None


def from_class():
    raise OSError("made") from KeyError


def in_finally():
    try:
        1 / 0
    finally:
        raise LookupError("from finally")


def in_else():
    try:
        pass
    except ValueError:
        pass
    else:
        raise ValueError("else has no context")


def own_context():
    try:
        raise ValueError("self")
    except ValueError as error:
        try:
            raise error
        except ValueError as again:
            raise again


def nested_three():
    try:
        try:
            raise KeyError(1)
        except KeyError:
            try:
                raise KeyError(2)
            except KeyError:
                pass
            raise KeyError(3)
    except KeyError as error:
        raise KeyError(4)


for function in (implicit, explicit, hidden, from_class, in_finally, in_else, own_context, nested_three):
    try:
        function()
    except Exception as error:
        print(function.__name__, describe(error))
for bad in ("raise ValueError from 5", "raise 5", "raise int", "raise", "raise ValueError('a') from int"):
    try:
        exec(bad)
    except (TypeError, RuntimeError) as error:
        print(bad, "->", type(error).__name__, error)
