import threading

results = []
lock = threading.Lock()


def work(n):
    total = sum(i * n for i in range(100))
    with lock:
        results.append((n, total, threading.current_thread().name))


threads = [threading.Thread(target=work, args=(i,), name=f"worker-{i}") for i in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(results))


class Custom(threading.Thread):
    def run(self):
        self.result = [x * 2 for x in generate(3)]


def generate(n):
    for i in range(n):
        yield i


custom = Custom(daemon=True)
custom.start()
custom.join()
print(custom.result, custom.is_alive())
local = threading.local()
local.value = "main"


def look():
    try:
        print(local.value)
    except AttributeError as error:
        print(type(error).__name__)
    local.value = "thread"
    print(local.value)


thread = threading.Thread(target=look)
thread.start()
thread.join()
print(local.value)
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(2) as pool:
    print(list(pool.map(lambda n: n * n, range(5))), pool.submit(pow, 2, 5).result())
    failing = pool.submit(lambda: 1 / 0)
    try:
        failing.result()
    except ZeroDivisionError as error:
        print("from the pool:", error)
