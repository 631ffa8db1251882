import asyncio


async def work(name, steps, fail=False):
    for i in range(steps):
        print(name, i)
        await asyncio.sleep(0)
    if fail:
        raise ValueError(f"{name} failed")
    return name * 2


async def main():
    print(await asyncio.gather(work("a", 2), work("b", 3)))
    results = await asyncio.gather(work("c", 1), work("d", 1, fail=True), return_exceptions=True)
    print([repr(r) for r in results])
    task = asyncio.create_task(work("e", 5), name="the task")
    await asyncio.sleep(0)
    task.cancel("enough")
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error.args, task.cancelled(), task.get_name())
    done, pending = await asyncio.wait([asyncio.ensure_future(work("f", 1))], timeout=5)
    print(len(done), len(pending), done.pop().result())
    try:
        await asyncio.wait_for(asyncio.sleep(10), 0.001)
    except TimeoutError:
        print("timed out")
    try:
        async with asyncio.timeout(0.001):
            await asyncio.Event().wait()
    except TimeoutError:
        print("timed out again")
    for finished in asyncio.as_completed([work("g", 1)]):
        print(await finished)
    current = asyncio.current_task()
    print(current.get_coro().__name__, len(asyncio.all_tasks()))


asyncio.run(main())
