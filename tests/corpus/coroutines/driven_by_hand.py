import types


class Future:
    def __init__(self, name):
        self.name = name

    def __await__(self):
        result = yield self.name
        return f"{self.name}={result}"


async def step(name):
    return await Future(name)


async def main():
    first = await step("a")
    try:
        second = await step("b")
    except ValueError as error:
        second = f"caught {error}"
    return first, second


c = main()
print(c.send(None), c.cr_running, c.cr_await.__name__, c.cr_frame is not None, c.__name__, c.cr_origin)
print(c.send(1))
try:
    c.throw(ValueError("v"))
except StopIteration as stop:
    print(stop.value)
try:
    c.send(None)
except RuntimeError as error:
    print(error)
c = main()
c.send(None)
c.close()
c = main()
try:
    c.send("early")
except TypeError as error:
    print(error)
c.close()


async def awaits(thing):
    return await thing


class Bad:
    def __await__(self):
        return 5


class NotIterator:
    def __await__(self):
        return [1]


for thing in (5, None, Bad(), NotIterator(), (x for x in ())):
    try:
        awaits(thing).send(None)
    except (TypeError, StopIteration) as error:
        print(type(error).__name__, error)


@types.coroutine
def old_style():
    value = yield "from old style"
    return value


c = awaits(old_style())
print(c.send(None))
try:
    c.send("result")
except StopIteration as stop:
    print(stop.value)
try:
    for x in main():
        pass
except TypeError as error:
    print(error)


def iterates():
    yield from step("x")


try:
    list(iterates())
except TypeError as error:
    print(error)


@types.coroutine
def may():
    return (yield from step("y"))


c = awaits(may())
print(c.send(None))
c.close()
shared = step("once")
a, b = awaits(shared), awaits(shared)
print(a.send(None))
try:
    b.send(None)
except RuntimeError as error:
    print(error)
a.close()
try:
    awaits(shared).send(None)
except RuntimeError as error:
    print(error)
