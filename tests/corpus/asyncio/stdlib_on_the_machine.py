# run: --all
import asyncio


async def child(n):
    await asyncio.sleep(0)
    return n * n


async def numbers(limit):
    for i in range(limit):
        yield await child(i)


async def main():
    print([n async for n in numbers(4)])
    print(await asyncio.gather(*map(child, range(5))))
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(child(i)) for i in range(3)]
            group.create_task(asyncio.wait_for(asyncio.sleep(9), 0.001))
    except* TimeoutError as group:
        print(len(group.exceptions), [t.result() for t in tasks])


asyncio.run(main())
