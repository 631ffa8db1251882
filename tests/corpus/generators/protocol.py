def echo():
    received = []
    try:
        while True:
            try:
                value = yield len(received)
                received.append(value)
            except ValueError as error:
                received.append(f"caught {error}")
    except GeneratorExit:
        print("closing with", received)
        raise
    finally:
        print("finally")


g = echo()
print(next(g), g.send("a"), g.send("b"), g.throw(ValueError("v")), g.gi_frame is not None, g.gi_running)
print(g.gi_code.co_name, g.__name__, g.__qualname__, g.gi_yieldfrom)
g.close()
print(g.gi_frame, list(g))
for action in (lambda g: g.send(1), lambda g: g.throw(KeyError("early")), lambda g: g.close(), lambda g: next(g)):
    g = echo()
    try:
        print(action(g))
    except Exception as error:
        print(type(error).__name__, error)
    g.close()


def returns():
    yield 1
    return "result"


g = returns()
next(g)
try:
    next(g)
except StopIteration as stop:
    print(stop.value, stop.args)
try:
    next(g)
except StopIteration as stop:
    print(stop.value, stop.args)


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = stubborn()
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)


def itself():
    try:
        next(me)
    except ValueError as error:
        yield str(error)


me = itself()
print(next(me))


def close_returns():
    try:
        yield
    except GeneratorExit:
        return "close value"


g = close_returns()
next(g)
print(g.close())
g = returns()
for arguments in ((5,), (ValueError,), (ValueError, "text"), (ValueError("x"), "extra"), ()):
    g = returns()
    next(g)
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            g.throw(*arguments)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
del g
