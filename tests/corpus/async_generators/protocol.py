import asyncio


async def countdown(n):
    try:
        while n:
            got = yield n
            if got:
                print("got", got)
            await asyncio.sleep(0)
            n -= 1
    except ValueError as error:
        print("caught", error)
        yield "recovered"
    finally:
        print("finally")
        await asyncio.sleep(0)
        print("cleaned up")


async def main():
    print([v async for v in countdown(3)])
    g = countdown(5)
    print(await g.__anext__(), await g.asend("hello"), await g.athrow(ValueError("v")))
    try:
        await g.__anext__()
    except StopAsyncIteration as stop:
        print("stopped", stop.args)
    g = countdown(2)
    print(await anext(g), g.ag_running, g.ag_frame is not None, g.ag_code.co_name, g.ag_await)
    await g.aclose()
    print(await anext(g, "default"))
    async for v in countdown(4):
        if v == 3:
            continue
        if v == 2:
            break
        print("loop", v)
    else:
        print("never")
    async for v in countdown(1):
        pass
    else:
        print("else ran")
    g = countdown(1)
    try:
        await g.asend("early")
    except TypeError as error:
        print(error)
    print({k: v async for k, v in pairs() if v}, {v async for v in countdown(1)}, [v async for v in (w * 2 async for w in countdown(2))])
    print([await double(x) for x in range(3)], [await double(v) async for v in countdown(2) if await double(v) > 2])
    for bad in (5, [1], (x for x in ())):
        try:
            async for v in bad:
                pass
        except TypeError as error:
            print(error)
    try:
        for v in countdown(1):
            pass
    except TypeError as error:
        print(error)


async def pairs():
    yield "a", 1
    yield "b", 0


async def double(x):
    await asyncio.sleep(0)
    return x * 2


asyncio.run(main())
