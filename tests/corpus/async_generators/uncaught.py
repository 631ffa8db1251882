# status: 1
import asyncio


async def source():
    for i in (2, 1, 0):
        await asyncio.sleep(0)
        yield 10 // i


async def relay():
    async for value in source():
        yield value + 1


async def main():
    async for value in relay():
        print(value)


asyncio.run(main())
