"""Classes, methods, attributes: stations of a workshop pass jobs to each other on a clock."""

import sys
import time

ITERATIONS = 55


class Random:
    """A linear congruential generator, so that every run does the same."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 1103515245 + 12345) & 0x7FFFFFFF
        return (self.state >> 8) % limit


class Event:
    __slots__ = ("time", "order", "station", "job")

    def __init__(self, time, order, station, job):
        self.time = time
        self.order = order
        self.station = station
        self.job = job

    def before(self, other):
        if self.time != other.time:
            return self.time < other.time
        return self.order < other.order


class Agenda:
    """A binary heap of events."""

    def __init__(self):
        self.heap = []
        self.added = 0

    def __len__(self):
        return len(self.heap)

    def add(self, time, station, job):
        self.added += 1
        heap = self.heap
        event = Event(time, self.added, station, job)
        heap.append(event)
        child = len(heap) - 1
        while child > 0:
            parent = (child - 1) // 2
            if not event.before(heap[parent]):
                break
            heap[child] = heap[parent]
            child = parent
        heap[child] = event

    def take(self):
        heap = self.heap
        first = heap[0]
        last = heap.pop()
        size = len(heap)
        if size:
            parent = 0
            child = 1
            while child < size:
                if child + 1 < size and heap[child + 1].before(heap[child]):
                    child += 1
                if not heap[child].before(last):
                    break
                heap[parent] = heap[child]
                parent = child
                child = 2 * parent + 1
            heap[parent] = last
        return first


class Job:
    count = 0

    def __init__(self, kind, born):
        Job.count += 1
        self.number = Job.count
        self.kind = kind
        self.born = born
        self.visited = 0

    @property
    def urgent(self):
        return self.kind == 0


class Station:
    def __init__(self, shop, name, following=None):
        self.shop = shop
        self.name = name
        self.following = following
        self.handled = 0

    def receive(self, job):
        job.visited += 1
        self.handled += 1
        self.accept(job)

    def accept(self, job):
        raise NotImplementedError

    def wake(self, job):
        raise NotImplementedError

    def send(self, job):
        if self.following is not None:
            self.following.receive(job)


class Source(Station):
    def __init__(self, shop, name, following, period):
        super().__init__(shop, name, following)
        self.period = period

    def wake(self, job):
        self.send(Job(self.shop.random.below(4), self.shop.now))
        self.shop.wake_later(self, self.period + self.shop.random.below(3), None)


class Machine(Station):
    def __init__(self, shop, name, following, duration):
        super().__init__(shop, name, following)
        self.duration = duration
        self.waiting = []
        self.busy = False

    def accept(self, job):
        if self.busy:
            self.queue(job)
        else:
            self.start(job)

    def queue(self, job):
        if job.urgent:
            self.waiting.insert(0, job)
        else:
            self.waiting.append(job)

    def start(self, job):
        self.busy = True
        self.shop.wake_later(self, self.duration + job.kind, job)

    def wake(self, job):
        self.busy = False
        self.send(job)
        if self.waiting:
            self.start(self.waiting.pop(0))


class Router(Station):
    def __init__(self, shop, name, stations):
        super().__init__(shop, name)
        self.stations = stations

    def accept(self, job):
        best = self.stations[0]
        for station in self.stations:
            if len(station.waiting) < len(best.waiting):
                best = station
        self.following = best
        self.send(job)


class Inspector(Machine):
    def wake(self, job):
        if self.shop.random.below(5) == 0 and self.retry is not None:
            following, self.following = self.following, self.retry
            super().wake(job)
            self.following = following
        else:
            super().wake(job)

    retry = None


class Sink(Station):
    def __init__(self, shop, name):
        super().__init__(shop, name)
        self.total = 0

    def accept(self, job):
        self.total += (self.shop.now - job.born) * job.visited + job.number % 7


class Shop:
    def __init__(self, seed):
        self.random = Random(seed)
        self.agenda = Agenda()
        self.now = 0
        self.sink = Sink(self, "sink")
        inspector = Inspector(self, "inspector", self.sink, 1)
        machines = [Machine(self, f"machine {i}", inspector, 3 + i) for i in range(3)]
        router = Router(self, "router", machines)
        inspector.retry = router
        self.source = Source(self, "source", router, 2)

    def wake_later(self, station, delay, job):
        self.agenda.add(self.now + delay, station, job)

    def run(self, events):
        self.wake_later(self.source, 0, None)
        while events and len(self.agenda):
            event = self.agenda.take()
            self.now = event.time
            event.station.wake(event.job)
            events -= 1
        return self.sink.total


def work(iterations):
    total = 0
    for step in range(iterations):
        total += Shop(step + 1).run(1000)
    return f"{total} {Job.count}"


if __name__ == "__main__":
    iterations = int(sys.argv[1]) if len(sys.argv) > 1 else ITERATIONS
    begin = time.process_time()
    checksum = work(iterations)
    elapsed = time.process_time() - begin
    print(checksum)
    print("seconds", elapsed, file=sys.stderr)
