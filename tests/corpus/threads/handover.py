import queue
import threading

jobs, answers = queue.Queue(), queue.Queue()


def worker():
    while (job := jobs.get()) is not None:
        kind, value = job
        match kind:
            case "square":
                answers.put(value**2)
            case "fail":
                try:
                    raise ValueError(value)
                except ValueError as error:
                    answers.put(error)


thread = threading.Thread(target=worker)
thread.start()
for job in (("square", 3), ("fail", "reason"), ("square", 5), None):
    jobs.put(job)
thread.join()
print([repr(answers.get()) for _ in range(3)])
shared = {"count": 0}
condition = threading.Condition()


def ping(me, other, turns):
    for i in range(3):
        with condition:
            condition.wait_for(lambda: turns[0] == me)
            shared["count"] += 1
            print(me, shared["count"])
            turns[0] = other
            condition.notify_all()


turns = ["ping"]
pair = [threading.Thread(target=ping, args=("ping", "pong", turns)), threading.Thread(target=ping, args=("pong", "ping", turns))]
for thread in pair:
    thread.start()
for thread in pair:
    thread.join()


def gen():
    for i in range(3):
        yield i, threading.current_thread() is threading.main_thread()


g = gen()
out = [next(g)]
thread = threading.Thread(target=lambda: out.append(next(g)))
thread.start()
thread.join()
out.append(next(g))
print(out)
timer = threading.Timer(0.001, lambda: out.append("timer"))
timer.start()
timer.join()
print(out[-1])
