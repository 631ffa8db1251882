# status: 1
import asyncio


async def ok(name):
    await asyncio.sleep(0)
    print("ok", name)
    return name


async def fails(name, kind):
    await asyncio.sleep(0)
    raise kind(name)


async def slow():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        print("slow was cancelled")
        raise


async def main():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(ok("one"))
        group.create_task(ok("two"))
    print(first.result())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails("x", ValueError))
            group.create_task(fails("y", KeyError))
            group.create_task(slow())
    except* ValueError as caught:
        print("values", caught.exceptions)
    except* KeyError as caught:
        print("keys", caught.exceptions)
    async with asyncio.TaskGroup() as group:
        group.create_task(fails("uncaught", OSError))


asyncio.run(main())
