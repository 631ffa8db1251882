def drive(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value


async def asynchronous():
    try:
        raise NameError("first")
    finally:
        wrong
        yield 1


async def coroutine():
    try:
        raise NameError("first")
    finally:
        wrong


def generator():
    try:
        raise NameError("first")
    finally:
        wrong
        yield 1


def waiting():
    try:
        raise KeyError("handled in the generator")
    except KeyError:
        yield 1


def plainly():
    yield 1


def delegating(made):
    yield from made


def delegating_twice(made):
    try:
        raise LookupError("around the delegation")
    except LookupError:
        return (yield from delegating(made))


async def collects():
    return [x async for x in asynchronous()]


async def loops():
    async for x in asynchronous():
        pass


async def awaits():
    return [x for x in [await coroutine()]]


async def awaits_next():
    return await asynchronous().__anext__()


def with_context():
    try:
        try:
            raise OSError("inner")
        except OSError:
            raise TypeError("outer")
    except TypeError as error:
        return error


def throws(made):
    next(made)
    made.throw(with_context())


def sends_then_throws(made):
    made.send(None)
    made.throw(with_context())


def chain(error):
    seen = []
    while error is not None and error not in seen:
        seen.append(error)
        error = error.__context__
    return seen


def attempt(name, action):
    try:
        try:
            int("a")
        finally:
            action()
    except Exception as error:
        print(name, chain(error))
    try:
        action()
    except Exception as error:
        print(name, "outside", chain(error))


ACTIONS = {
    "collects": lambda: drive(collects()),
    "loops": lambda: drive(loops()),
    "awaits": lambda: drive(awaits()),
    "awaits_next": lambda: drive(awaits_next()),
    "coroutine": lambda: drive(coroutine()),
    "list": lambda: list(generator()),
    "send": lambda: generator().send(None),
    "delegating": lambda: list(delegating(generator())),
    "delegating twice": lambda: delegating_twice(generator()).send(None),
    "to native": lambda: list(delegating(map(wrong_function, "a"))),
    "throw": lambda: throws(plainly()),
    "throw, waiting": lambda: throws(waiting()),
    "throw, delegating": lambda: throws(delegating(plainly())),
    "throw, delegating, waiting": lambda: throws(delegating(waiting())),
    "throw, delegating twice": lambda: throws(delegating_twice(waiting())),
    "throw, to native": lambda: throws(delegating(iter("ab"))),
    "send and throw": lambda: sends_then_throws(delegating_twice(plainly())),
}


def wrong_function(_):
    raise with_context()


for name, action in ACTIONS.items():
    attempt(name, action)
