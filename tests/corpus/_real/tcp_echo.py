"""asyncio: a TCP echo server and its clients on loopback, in one program."""

import asyncio


async def handle(reader, writer):
    count = 0
    try:
        while line := await reader.readline():
            count += 1
            if line == b"quit\n":
                break
            if line == b"crash\n":
                raise ValueError("asked to crash")
            writer.write(b"echo " + line)
            await writer.drain()
    except ValueError as error:
        writer.write(f"error {error}\n".encode())
    finally:
        writer.write(f"{count} lines\n".encode())
        await writer.drain()
        writer.close()
        await writer.wait_closed()


async def client(port, *lines):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for line in lines:
        writer.write(line.encode() + b"\n")
    await writer.drain()
    if lines[-1] not in ("quit", "crash"):
        writer.write_eof()
    answer = (await asyncio.wait_for(reader.read(), 20)).decode()
    writer.close()
    await writer.wait_closed()
    return answer


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        print(await client(port, "hello", "wörld", "quit"))
        print(await client(port, "x", "crash"))
        answers = await asyncio.gather(*(client(port, *["line"] * n) for n in range(1, 6)))
        print([answer.splitlines()[-1] for answer in answers])
    try:
        await client(port, "after the end")
    except OSError as error:
        print(type(error).__name__)


asyncio.run(main())
