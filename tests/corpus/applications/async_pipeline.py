import asyncio
import contextlib
import dataclasses


@dataclasses.dataclass
class Stats:
    made: int = 0
    failed: list = dataclasses.field(default_factory=list)


@contextlib.asynccontextmanager
async def stage(name, stats):
    print("open", name)
    try:
        yield name.upper()
    except* ValueError as group:
        stats.failed.extend(str(e) for e in group.exceptions)
        print("stage saw", len(group.exceptions), "errors")
    finally:
        await asyncio.sleep(0)
        print("close", name)


async def source(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def worker(name, queue, out, stats):
    while True:
        item = await queue.get()
        try:
            if item is None:
                return
            if item % 5 == 4:
                raise ValueError(f"{item} refused")
            await asyncio.sleep(0)
            out.append(item * item)
            stats.made += 1
        except ValueError as error:
            stats.failed.append(str(error))
        finally:
            queue.task_done()


async def main():
    stats, out, queue = Stats(), [], asyncio.Queue()
    async with stage("work", stats) as name, asyncio.TaskGroup() as group:
        for i in range(2):
            group.create_task(worker(f"{name}{i}", queue, out, stats))
        async for item in source(10):
            await queue.put(item)
        for _ in range(2):
            await queue.put(None)
        await queue.join()
    print(sorted(out), stats)

    async def fail(n):
        await asyncio.sleep(0)
        raise ValueError(f"task {n}")

    async with stage("failing", stats):
        async with asyncio.TaskGroup() as group:
            for n in range(2):
                group.create_task(fail(n))
    print(stats.failed)
    async with contextlib.AsyncExitStack() as stack:
        names = [await stack.enter_async_context(stage(n, stats)) for n in "ab"]
        stack.push_async_callback(asyncio.sleep, 0)
        print(names)
    return stats.made


print(asyncio.run(main()))
