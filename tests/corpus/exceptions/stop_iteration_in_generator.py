def leaks():
    yield 1
    raise StopIteration("leaked")


def next_inside():
    while True:
        yield next(iterator)


iterator = iter([1, 2])
for make in (leaks, next_inside):
    try:
        print(list(make()))
    except RuntimeError as error:
        print(error, "|", repr(error.__cause__), repr(error.__context__), error.__suppress_context__)


class Coroutine:
    def __await__(self):
        raise StopIteration("from await")
        yield


async def coroutine():
    await Coroutine()


try:
    coroutine().send(None)
except RuntimeError as error:
    print(error, repr(error.__cause__))


async def agen():
    yield 1
    raise StopAsyncIteration("async leak")


async def consume():
    async for value in agen():
        print(value)


try:
    consume().send(None)
except RuntimeError as error:
    print(error, repr(error.__cause__))
