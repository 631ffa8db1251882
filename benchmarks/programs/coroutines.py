"""Coroutines without an event loop of the library: tasks, channels, sleeping, async with and for."""

import sys
import time

ITERATIONS = 300


class Suspend:
    """Awaiting it hands a request to the scheduler and gives back its answer."""

    def __init__(self, request, value=None):
        self.request = request
        self.value = value

    def __await__(self):
        answer = yield self
        return answer


class Scheduler:
    def __init__(self):
        self.ready = []
        self.sleeping = []
        self.now = 0
        self.switches = 0

    def spawn(self, coroutine):
        self.ready.append((coroutine, None))

    def run(self):
        while self.ready or self.sleeping:
            if not self.ready:
                self.wake()
            ready, self.ready = self.ready, []
            for coroutine, answer in ready:
                self.switches += 1
                try:
                    request = coroutine.send(answer)
                except StopIteration:
                    continue
                self.handle(coroutine, request)

    def wake(self):
        self.now = min(when for when, _ in self.sleeping)
        self.ready = [(c, self.now) for when, c in self.sleeping if when <= self.now]
        self.sleeping = [(when, c) for when, c in self.sleeping if when > self.now]

    def handle(self, coroutine, request):
        if request.request == "sleep":
            self.sleeping.append((self.now + request.value, coroutine))
        elif request.request == "wait":
            request.value.append(coroutine)
        else:
            self.ready.append((coroutine, self.now))


async def sleep(delay):
    return await Suspend("sleep", delay)


class Channel:
    def __init__(self, scheduler, room):
        self.scheduler = scheduler
        self.room = room
        self.items = []
        self.closed = False
        self.waiting = []

    def notify(self):
        for coroutine in self.waiting:
            self.scheduler.spawn(coroutine)
        self.waiting.clear()

    async def put(self, item):
        while len(self.items) >= self.room:
            await Suspend("wait", self.waiting)
        self.items.append(item)
        self.notify()

    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        self.closed = True
        self.notify()

    def __aiter__(self):
        return self

    async def __anext__(self):
        while not self.items:
            if self.closed:
                raise StopAsyncIteration
            await Suspend("wait", self.waiting)
        item = self.items.pop(0)
        self.notify()
        return item


async def produce(channel, count, seed):
    async with channel:
        for i in range(count):
            if i % 10 == 0:
                await sleep(seed % 3 + 1)
            await channel.put(i * seed)


async def squares(source):
    async for item in source:
        yield item * item
        if item % 4 == 0:
            await Suspend("yield")


async def consume(channel, results):
    total = 0
    async for square in squares(channel):
        total += square
    results.append(total)
    results.append(sum([i async for i in countdown(10)]))


async def countdown(n):
    while n:
        await Suspend("yield")
        yield n
        n -= 1


def work(iterations):
    total = 0
    for step in range(iterations):
        scheduler = Scheduler()
        results = []
        for seed in range(1, 5):
            channel = Channel(scheduler, 3)
            scheduler.spawn(produce(channel, 60, seed + step))
            scheduler.spawn(consume(channel, results))
        scheduler.run()
        total += sum(results) + scheduler.switches + scheduler.now
    return total


if __name__ == "__main__":
    iterations = int(sys.argv[1]) if len(sys.argv) > 1 else ITERATIONS
    begin = time.process_time()
    checksum = work(iterations)
    elapsed = time.process_time() - begin
    print(checksum)
    print("seconds", elapsed, file=sys.stderr)
