import asyncio
import inspect

log = []


class Awaitable:
    def __init__(self, name):
        self.name = name

    def __await__(self):
        log.append(f"{self.name} starts")
        yield from asyncio.sleep(0).__await__()
        log.append(f"{self.name} ends")
        return self.name


class ReturnsIterator:
    def __await__(self):
        return iter([])


async def chain():
    return await Awaitable("a") + await Awaitable("b")


async def both():
    return await asyncio.gather(chain(), Awaitable("c"), chain())


print(asyncio.run(both()))
for entry in log:
    print(entry)


async def plain():
    return await ReturnsIterator()


print(asyncio.run(plain()))
c = plain()
print(inspect.iscoroutine(c), inspect.isawaitable(c), c.cr_code.co_name, type(c.__await__()).__name__)
c.close()


async def raises():
    try:
        await fails()
    except ValueError as error:
        raise KeyError("outer") from error


async def fails():
    raise ValueError("inner")


try:
    asyncio.run(raises())
except KeyError as error:
    tb, names = error.__traceback__, []
    while tb:
        if tb.tb_frame.f_globals is globals():
            names.append(tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
    print(names, repr(error.__cause__))


async def cancels():
    task = asyncio.current_task()

    async def sleeper():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as error:
            log.append("cancelled")
            raise

    inner = asyncio.create_task(sleeper())
    await asyncio.sleep(0)
    inner.cancel()
    try:
        await inner
    except asyncio.CancelledError:
        return log[-1], inner.cancelled()


print(asyncio.run(cancels()))
runner = asyncio.Runner()
print(runner.run(chain()), runner.run(asyncio.sleep(0, "slept")))
runner.close()
