import asyncio


async def ticks(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


class Lock:
    async def __aenter__(self):
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, *details):
        await asyncio.sleep(0)
        return details[0] is KeyError


async def value(x):
    await asyncio.sleep(0)
    return x


async def pipeline(n):
    async with Lock():
        async for i in ticks(n):
            try:
                if i == 2:
                    raise KeyError(i)
                yield f"{await value(i)} {[await value(j) async for j in ticks(i)]}"
            except ValueError:
                yield "caught"
            finally:
                await asyncio.sleep(0)


async def deep(n):
    if n == 0:
        return "bottom"
    return await deep(n - 1)


async def main():
    async for text in pipeline(5):
        print(text)
    print(await deep(200), (await value(1)) + await value(2), [await value(x) for x in "ab"], {await value(1): await value(2)})
    print(await value(0) or await value("or"), not await value(0), await value(3) if await value(1) else 0, f"{await value('f')!r:>{await value(5)}}")
    lambda_result = (lambda: value("lambda"))()
    print(await lambda_result, max([await value(1), await value(9)]), (await value({}))or 1)
    generator = (await value(i) * 2 async for i in ticks(4) if await value(i) % 2)
    print([x async for x in generator], [x async for x in ticks(3) if x async for y in ticks(x)])
    print({x: [y async for y in ticks(x)] async for x in ticks(3)}, sum([x async for x in ticks(5)]))

    async def nested_loops():
        async for a in ticks(3):
            async for b in ticks(3):
                if b > a:
                    break
                if a == b == 1:
                    return a, b
            else:
                continue
        else:
            return "exhausted"

    print(await nested_loops())
    try:
        async for a in ticks(3):
            if a == 1:
                raise IndexError(a)
    except IndexError as error:
        print(repr(error))
    finally:
        print(await value("finally"))
    while await value(False):
        pass
    else:
        print("while else")
    assert await value(True), await value("message")
    match await value((1, 2)):
        case (a, b) if await value(a < b):
            print("matched", a, b)


asyncio.run(main())
