# status: -2
import asyncio
import os
import signal


async def main():
    try:
        print("before")
        asyncio.get_running_loop().call_soon(os.kill, os.getpid(), signal.SIGINT)
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("cancelled by the signal")
        raise


asyncio.run(main())
