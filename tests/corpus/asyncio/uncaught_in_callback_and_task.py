import asyncio


async def background():
    raise LookupError("nobody awaits me")


async def main():
    loop = asyncio.get_running_loop()
    seen = []

    def handler(loop, context):
        print(context["message"], repr(context.get("exception")))
        seen.append(context)

    loop.set_exception_handler(handler)

    def failing_callback():
        raise ZeroDivisionError("callback")

    loop.call_soon(failing_callback)
    await asyncio.sleep(0)
    task = asyncio.create_task(background())
    await asyncio.sleep(0)
    del task
    await asyncio.sleep(0)
    print(len(seen))


asyncio.run(main())
