import asyncio


async def gen(name):
    try:
        yield 1
        yield 2
    finally:
        print("finalizing", name)
        await asyncio.sleep(0)
        print("finalized", name)


async def main():
    async for v in gen("broken"):
        break
    print("after break")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    g = gen("dropped")
    await anext(g)
    del g
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    kept = gen("shutdown")
    await anext(kept)
    main.kept = kept
    print("main ends")


asyncio.run(main())
import sys

print(sys.get_asyncgen_hooks())


async def simple():
    yield 1


g = simple()
first = g.__anext__()
try:
    first.send(None)
except StopIteration as stop:
    print("value", stop.value)
try:
    first.send(None)
except RuntimeError as error:
    print(error)
close = g.aclose()
try:
    close.send(None)
except StopIteration as stop:
    print("closed", stop.value)


async def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


async def use():
    g = stubborn()
    await anext(g)
    try:
        await g.aclose()
    except RuntimeError as error:
        print(error)


asyncio.run(use())
