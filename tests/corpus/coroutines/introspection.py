import asyncio
import inspect


async def bottom(future):
    local = "bottom local"
    return await future


async def middle(future):
    return await bottom(future)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.create_task(middle(future), name="inspected")
    await asyncio.sleep(0)
    coroutine = task.get_coro()
    print(inspect.getcoroutinestate(coroutine), coroutine.cr_frame.f_lineno, coroutine.cr_suspended, coroutine.cr_running)
    chain = []
    while hasattr(coroutine, "cr_await"):
        chain.append((coroutine.__name__, coroutine.cr_frame.f_lineno, sorted(coroutine.cr_frame.f_locals)))
        coroutine = coroutine.cr_await
    print(chain, type(coroutine).__name__)
    print([(f.f_code.co_name, f.f_lineno) for f in task.get_stack()])
    future.set_result("done")
    print(await task, task.done(), inspect.getcoroutinestate(task.get_coro()), task.get_coro().cr_frame)
    mine = asyncio.current_task().get_coro()
    print(mine.cr_running, mine.__name__, inspect.getcoroutinestate(mine))


asyncio.run(main())


async def agen():
    x = yield 1
    yield x


a = agen()
print(a.ag_frame.f_lineno, a.ag_running, a.ag_suspended if hasattr(a, "ag_suspended") else False, a.ag_await, a.__name__, a.ag_code is agen.__code__)
step = a.asend(None)
try:
    step.send(None)
except StopIteration as stop:
    print(stop.value, a.ag_frame.f_lineno, a.ag_frame.f_locals)
print(type(a).__name__, type(step).__name__, a.__aiter__() is a)
c = bottom(None)
print(type(c).__name__, repr(c).split(" at ")[0], c.cr_code.co_flags & inspect.CO_COROUTINE != 0, inspect.CO_ITERABLE_COROUTINE & c.cr_code.co_flags)
c.close()
print(c.cr_frame, inspect.getcoroutinestate(c))
