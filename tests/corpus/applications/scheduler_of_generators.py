from collections import deque
from heapq import heappop, heappush


class Sleep:
    def __init__(self, ticks):
        self.ticks = ticks


class Join:
    def __init__(self, task):
        self.task = task


class Task:
    count = 0

    def __init__(self, generator):
        Task.count += 1
        self.id, self.generator, self.outcome, self.waiting = Task.count, generator, None, []


class Scheduler:
    def __init__(self):
        self.ready, self.sleeping, self.now = deque(), [], 0

    def spawn(self, generator):
        task = Task(generator)
        self.ready.append((task, None))
        return task

    def finish(self, task, outcome):
        task.outcome = (outcome,)
        self.ready.extend((waiter, outcome) for waiter in task.waiting)

    def run(self):
        while self.ready or self.sleeping:
            if not self.ready:
                self.now, _, task = heappop(self.sleeping)
                self.ready.append((task, self.now))
            task, value = self.ready.popleft()
            try:
                request = task.generator.throw(value) if isinstance(value, Exception) else task.generator.send(value)
            except StopIteration as stop:
                self.finish(task, stop.value)
                print(f"[{self.now}] task {task.id} returns {stop.value!r}")
            except Exception as error:
                print(f"[{self.now}] task {task.id} fails {error!r}")
                self.finish(task, error)
            else:
                match request:
                    case Sleep(ticks=n):
                        heappush(self.sleeping, (self.now + n, task.id, task))
                    case Join(task=other):
                        if other.outcome:
                            self.ready.append((task, *other.outcome))
                        else:
                            other.waiting.append(task)
                    case _ if callable(request):
                        self.ready.append((task, self.spawn(request())))
                    case _:
                        self.ready.append((task, TypeError(f"bad request {request!r}")))


def child(n):
    at = yield Sleep(n)
    if n == 3:
        raise ValueError("three")
    return n * 10, at


def main():
    results = []
    children = []
    for n in (5, 1, 3):
        children.append((yield lambda n=n: child(n)))
    for c in children:
        try:
            results.append((yield Join(c)))
        except ValueError as error:
            results.append(str(error))
    try:
        yield "nonsense"
    except TypeError as error:
        results.append(str(error))
    return results


scheduler = Scheduler()
scheduler.spawn(main())
scheduler.run()
