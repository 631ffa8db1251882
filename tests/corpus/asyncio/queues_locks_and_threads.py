import asyncio
import threading


async def producer(queue):
    for i in range(3):
        await queue.put(i)
    await queue.put(None)


async def consumer(queue):
    while (item := await queue.get()) is not None:
        print("consumed", item)
        queue.task_done()


async def guarded(lock, name):
    async with lock:
        print(name, "in")
        await asyncio.sleep(0)
        print(name, "out")


def blocking(n):
    return threading.current_thread() is threading.main_thread(), n * 2


async def main():
    queue = asyncio.Queue(maxsize=1)
    await asyncio.gather(producer(queue), consumer(queue))
    lock = asyncio.Lock()
    await asyncio.gather(*(guarded(lock, n) for n in "xyz"))
    semaphore = asyncio.Semaphore(2)
    await asyncio.gather(*(guarded(semaphore, n) for n in "pqr"))
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, blocking, 4), await asyncio.to_thread(blocking, 5))
    future = loop.create_future()
    loop.call_soon(future.set_result, "soon")
    print(await future)
    future = loop.create_future()
    loop.call_later(0.001, lambda: future.set_exception(KeyError("later")))
    try:
        await future
    except KeyError as error:
        print(repr(error))
    event = asyncio.Event()
    threading.Thread(target=lambda: loop.call_soon_threadsafe(event.set)).start()
    print(await event.wait())

    async def with_context():
        variable.set("changed")
        return variable.get()

    import contextvars

    variable = contextvars.ContextVar("variable", default="default")
    variable.set("outer")
    print(await asyncio.create_task(with_context()), variable.get())


asyncio.run(main())
