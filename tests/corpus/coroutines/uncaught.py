# status: 1
import asyncio


async def fetch(url):
    await asyncio.sleep(0)
    if "bad" in url:
        raise ConnectionError(f"cannot reach {url}")
    return url


async def crawl(urls):
    return [await fetch(url) for url in urls]


async def main():
    print(await crawl(["good", "better"]))
    await crawl(["good", "bad"])


asyncio.run(main())
