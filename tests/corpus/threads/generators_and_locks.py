import threading
import _thread

lock = threading.RLock()
log = []


def locked(n):
    with lock:
        if n:
            locked(n - 1)
        else:
            log.append("bottom")


locked(5)
print(log, lock.acquire(blocking=False), lock.release())
barrier = threading.Barrier(3)
order = []


def party(i):
    position = barrier.wait(10)
    with lock:
        order.append(i)


threads = [threading.Thread(target=party, args=(i,)) for i in range(3)]
[t.start() for t in threads]
[t.join() for t in threads]
print(sorted(order), barrier.n_waiting)


def concurrent():
    started.set()
    go_on.wait(10)
    yield 1


started, go_on = threading.Event(), threading.Event()
g = concurrent()
thread = threading.Thread(target=lambda: log.append(next(g)))
thread.start()
started.wait(10)
try:
    next(g)
except ValueError as error:
    print(error)
go_on.set()
thread.join()
print(log)
done = threading.Event()
_thread.start_new_thread(lambda *a, **k: (log.append((a, k)), done.set()), (1, 2), {"k": 3})
done.wait(10)
print(log[-1])


def raises_interrupt():
    raise SystemExit("silently ends the thread")


done = threading.Event()


def raw():
    try:
        raise KeyError("raw thread")
    finally:
        done.set()


thread = threading.Thread(target=raises_interrupt)
thread.start()
thread.join()
counts = {"n": 0}


def count():
    for _ in range(500):
        with lock:
            counts["n"] += 1


threads = [threading.Thread(target=count) for _ in range(3)]
[t.start() for t in threads]
[t.join() for t in threads]
print(counts, threading.active_count())
