import asyncio


class Reader:
    def __init__(self, lines):
        self.lines = list(lines)

    def __aiter__(self):
        print("aiter")
        return self

    async def __anext__(self):
        await asyncio.sleep(0)
        if not self.lines:
            raise StopAsyncIteration
        line = self.lines.pop(0)
        if line == "bad":
            raise ValueError("bad line")
        return line


class NotIter:
    def __aiter__(self):
        return 5


class NotAwaitable:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


async def main():
    async for line in Reader(["a", "b"]):
        print(line)
    try:
        async for line in Reader(["a", "bad", "c"]):
            print(line)
    except ValueError as error:
        print("error", error)
    for bad in (NotIter(), NotAwaitable()):
        try:
            async for line in bad:
                pass
        except TypeError as error:
            print(error)
    try:
        [x async for x in NotAwaitable()]
    except TypeError as error:
        print(error)
    gen = (x async for x in Reader("xy"))
    print(type(gen).__name__, await gen.__anext__(), [x async for x in gen])
    print([(a, b) async for a in Reader("12") for b in "pq"])

    async def nested():
        return [[y async for y in Reader(x)] async for x in Reader(["ab", "cd"])]

    print(await nested())


asyncio.run(main())
