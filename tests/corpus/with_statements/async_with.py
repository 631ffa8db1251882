import asyncio


class Async:
    def __init__(self, name, suppress=False):
        self.name, self.suppress = name, suppress

    async def __aenter__(self):
        print("aenter", self.name)
        await asyncio.sleep(0)
        return self.name

    async def __aexit__(self, kind, value, traceback):
        print("aexit", self.name, kind and kind.__name__)
        await asyncio.sleep(0)
        return self.suppress


class Sync:
    def __enter__(self): ...
    def __exit__(self, *details): ...


class NotAwaitable:
    def __aenter__(self):
        return 5

    def __aexit__(self, *details):
        return 6


async def main():
    async with Async("a") as a, Async("b", suppress=True) as b:
        print(a, b)
        raise ValueError("suppressed by b")
    for i in range(3):
        async with Async(i):
            if i == 0:
                continue
            break

    async def returns():
        async with Async("r"):
            return "value"

    print(await returns())
    for bad in (Sync(), NotAwaitable(), 5):
        try:
            async with bad:
                print("never")
        except (TypeError, AttributeError) as error:
            print(type(error).__name__, error)
    try:
        with Async("not sync"):
            pass
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
    try:
        async with Async("raises"):
            raise KeyError("out")
    except KeyError as error:
        print(repr(error))


asyncio.run(main())
